package uk.alongside.statistics.sheet;

import java.util.List;
import uk.alongside.statistics.benchmark.MedianWait.Band;
import uk.alongside.statistics.benchmark.NoisyCells;
import uk.alongside.statistics.chart.Improvement;

/**
 * A rate that councils compare: some cells of a fact among others of the same fact. The median of {@link Fact#WAIT} is
 * compared beside them, from {@link #WAIT_BANDS}.
 */
public enum Rate {
    /** People whose first conversation was on the day on which they asked. */
    SEEN_SAME_DAY(Fact.WAIT, Improvement.INCREASE, 1),
    /** People whose first conversation was within 28 days of asking. */
    SEEN_IN_28_DAYS(Fact.WAIT, Improvement.INCREASE, 5),
    /** First bookings that were kept, among those that were not cancelled. */
    ATTENDED(Fact.FIRST_BOOKING, Improvement.INCREASE, List.of("attended"), List.of("attended", "did-not-attend")),
    /** First bookings that were cancelled. */
    CANCELLED(Fact.FIRST_BOOKING, Improvement.NEUTRAL, "cancelled"),
    /** People who walked in. */
    WALKED_IN(Fact.ARRIVAL, Improvement.NEUTRAL, "walked-in"),
    /** People who were introduced by someone else. */
    INTRODUCED(Fact.ARRIVAL, Improvement.NEUTRAL, "introduced"),
    /** First conversations that led to information or a connection in the community. */
    INFORMATION_OR_COMMUNITY(Fact.OUTCOME, Improvement.NEUTRAL, "information-or-community"),
    /** First conversations that led to an assessment or review. */
    ASSESSMENT(Fact.OUTCOME, Improvement.NEUTRAL, "assessment"),
    /** First conversations with a next step. */
    STEP_AGREED(Fact.NEXT_STEP, Improvement.INCREASE, "agreed"),
    /** First conversations with a connection offered. */
    CONNECTION_OFFERED(Fact.CONNECTION_OFFERED, Improvement.INCREASE, "offered"),
    /** People who felt listened to. */
    LISTENED_TO(Fact.LISTENED_TO, Improvement.INCREASE, "yes"),
    /** People with whom the important things were discussed. */
    IMPORTANT_DISCUSSED(Fact.IMPORTANT_DISCUSSED, Improvement.INCREASE, "yes"),
    /** People who know what happens next. */
    KNOWS_NEXT(Fact.KNOWS_NEXT, Improvement.INCREASE, "yes"),
    /** People who asked again within 90 days. */
    ASKED_AGAIN(Fact.ASKED_AGAIN, Improvement.DECREASE, "asked-again"),
    /** People who took up the connection. */
    CONNECTION_TAKEN_UP(Fact.CONNECTION_TAKEN_UP, Improvement.INCREASE, "taken-up"),
    /** People more satisfied with life than before. */
    MORE_SATISFIED(Fact.SATISFIED, Improvement.INCREASE, "better-by-1-or-2", "better-by-3-or-more"),
    /** People who find what they do more worthwhile than before. */
    MORE_WORTHWHILE(Fact.WORTHWHILE, Improvement.INCREASE, "better-by-1-or-2", "better-by-3-or-more"),
    /** People who are happier than before. */
    HAPPIER(Fact.HAPPY, Improvement.INCREASE, "better-by-1-or-2", "better-by-3-or-more"),
    /** People who are less anxious than before. */
    LESS_ANXIOUS(Fact.ANXIOUS, Improvement.INCREASE, "better-by-1-or-2", "better-by-3-or-more"),
    /** People who are less lonely than before. */
    LESS_LONELY(Fact.LONELY, Improvement.INCREASE, "better");

    /** The days in each cell of {@link Fact#WAIT}. */
    public static final List<Band> WAIT_BANDS = List.of(
            new Band(0, 0),
            new Band(1, 5),
            new Band(6, 10),
            new Band(11, 20),
            new Band(21, 28),
            new Band(29, 56),
            new Band(57, null));

    private final Fact fact;
    private final Improvement better;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the checker cannot see
    private final List<String> numerator;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the checker cannot see
    private final List<String> denominator;

    Rate(Fact fact, Improvement better, List<String> numerator, List<String> denominator) {
        this.fact = fact;
        this.better = better;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** A rate among all cells of the fact. */
    Rate(Fact fact, Improvement better, String... numerator) {
        this(fact, better, List.of(numerator), fact.cells());
    }

    /** The first so many cells among all. */
    Rate(Fact fact, Improvement better, int firstCells) {
        this(fact, better, fact.cells().subList(0, firstCells), fact.cells());
    }

    public Fact fact() {
        return fact;
    }

    /** Returns the direction in which the rate gets better. */
    public Improvement better() {
        return better;
    }

    /** Returns the cells that are added up above the line. */
    public List<String> numerator() {
        return numerator;
    }

    /** Returns the cells that are added up below the line. All cells of the numerator are among them. */
    public List<String> denominator() {
        return denominator;
    }

    /** Returns how the noise of the cells adds up in this rate. */
    public NoisyCells noisyCells(double sigma) {
        return new NoisyCells(numerator.size(), denominator.size(), numerator.size(), sigma);
    }
}
