package uk.alongside.conversations.insight;

import static uk.alongside.statistics.chart.Improvement.DECREASE;
import static uk.alongside.statistics.chart.Improvement.INCREASE;
import static uk.alongside.statistics.chart.Improvement.NEUTRAL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.chart.Improvement;

/**
 * The figures of a council. The page defines each one in words; what it counts is in {@link FigureSql}, and both change
 * together.
 */
public enum Figure {
    /** Days from asking to the first conversation, of people who ask for the first time (W1). */
    WAIT(Unit.DAYS, DECREASE, 56, FigureSql.WAIT),
    /** Days from asking to the response, by the published method of the Department of Health and Social Care. */
    WAIT_BY_DHSC(Unit.DAYS, DECREASE, 0, FigureSql.WAIT_BY_DHSC),
    /** People who wait for a first conversation now (W3). */
    WAITING_NOW(Unit.PEOPLE, DECREASE, 0, FigureSql.WAITING_NOW),
    /** People whose first conversation led to information or another service, and who did not ask again (R1). */
    RESOLVED(Unit.PERCENT, INCREASE, 90, FigureSql.RESOLVED),
    /** People who asked again within 90 days of a conversation (R2). */
    ASKED_AGAIN(Unit.PERCENT, DECREASE, 90, FigureSql.ASKED_AGAIN),
    /** Conversations that led to an assessment or review (C2). */
    ASSESSMENT(Unit.PERCENT, NEUTRAL, 0, FigureSql.ASSESSMENT),
    /** Bookings whose person came (A1). */
    ATTENDED(Unit.PERCENT, INCREASE, 0, FigureSql.ATTENDED),
    /** Places in sessions at which a person came (A3). */
    PLACES_USED(Unit.PERCENT, INCREASE, 0, FigureSql.PLACES_USED),
    /** Answers that the person was listened to (P1). */
    LISTENED_TO(INCREASE, "experience3", "listened", FigureSql.ANSWERED),
    /** Answers that the important things were discussed (P1). */
    IMPORTANT_DISCUSSED(INCREASE, "experience3", "important", FigureSql.ANSWERED),
    /** Answers that the person knows what happens next (P1). */
    KNOWS_NEXT(INCREASE, "experience3", "know-next", FigureSql.ANSWERED),
    /** Change in satisfaction with life (P2). */
    SATISFIED(INCREASE, "ons4", "satisfied", FigureSql.CHANGED),
    /** Change in how worthwhile people find what they do (P2). */
    WORTHWHILE(INCREASE, "ons4", "worthwhile", FigureSql.CHANGED),
    /** Change in happiness (P2). */
    HAPPY(INCREASE, "ons4", "happy", FigureSql.CHANGED),
    /** Change in anxiety (P2). */
    ANXIOUS(DECREASE, "ons4", "anxious", FigureSql.CHANGED),
    /** Change in loneliness (P2). */
    LONELY(DECREASE, "ucla3-direct", "ucla3", FigureSql.CHANGED),
    /** Next steps that are done (P3). */
    STEPS_DONE(Unit.PERCENT, INCREASE, 90, FigureSql.STEPS_DONE),
    /** Conversations with a connection to a group, place or activity (P4). */
    CONNECTED(Unit.PERCENT, INCREASE, 0, FigureSql.CONNECTED),
    /** Minutes from opening a record to finishing it (S2). */
    RECORDING_TIME(Unit.MINUTES, DECREASE, 0, FigureSql.RECORDING_TIME);

    /**
     * The smallest number of pairs whose mean is shown, and of answers and outcomes of a part of the council. With fewer,
     * one person's may be guessed from it.
     */
    public static final int FEWEST = 8;

    /** The ways to state a figure. */
    public enum Unit {
        /** The median of days. */
        DAYS,
        /** The median of minutes. */
        MINUTES,
        /** A share of all that are counted. */
        PERCENT,
        /** A number of people at one moment. */
        PEOPLE,
        /** The mean change of a score. */
        CHANGE;

        /** Rounds a value as it is shown. */
        public BigDecimal shown(double value) {
            int decimals = this == PEOPLE ? 0 : this == CHANGE ? 2 : 1;
            return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        }

        /** Rounds a value as it is shown, if there is one. */
        @Nullable
        BigDecimal shown(OptionalDouble value) {
            return value.isEmpty() ? null : shown(value.getAsDouble());
        }
    }

    /** The question whose answers a figure counts. */
    record Question(String instrument, String item) {}

    private final Unit unit;
    private final Improvement better;
    private final int settlesAfter;
    private final @Nullable String instrument;
    private final @Nullable String item;
    private final String units;

    Figure(Unit unit, Improvement better, int settlesAfter, String units) {
        this.unit = unit;
        this.better = better;
        this.settlesAfter = settlesAfter;
        this.instrument = null;
        this.item = null;
        this.units = units;
    }

    Figure(Improvement better, String instrument, String item, String units) {
        this.unit = units.equals(FigureSql.CHANGED) ? Unit.CHANGE : Unit.PERCENT;
        this.better = better;
        this.settlesAfter = 0;
        this.instrument = instrument;
        this.item = item;
        this.units = units;
    }

    public Unit unit() {
        return unit;
    }

    Improvement better() {
        return better;
    }

    /** Returns how many days after its end a period is complete, because what follows an event is counted too. */
    int settlesAfter() {
        return settlesAfter;
    }

    /** Returns the question whose answers are counted. Answers are encrypted, so they are read one by one. */
    Optional<Question> question() {
        return instrument == null || item == null ? Optional.empty() : Optional.of(new Question(instrument, item));
    }

    /** Returns whether the figure counts what people answered, or what their conversations led to. */
    public boolean tellsOfPeople() {
        return question().isPresent() || this == RESOLVED || this == ASKED_AGAIN || this == ASSESSMENT;
    }

    /** Returns whether the figure counts bookings, which hub staff know. All other figures count conversations. */
    public boolean isOfBookings() {
        return this == ATTENDED || this == PLACES_USED || this == WAITING_NOW;
    }

    /** Returns whether each unit of the figure is about people, so that they can be listed. */
    public boolean hasPeople() {
        return this != PLACES_USED;
    }

    /** Returns whether what is counted in a month is not the same as what is counted of that month in its quarter. */
    boolean dependsOnGrain() {
        return this == ASKED_AGAIN;
    }

    /** Returns whether the figure describes this moment only. */
    boolean isOfNow() {
        return this == WAITING_NOW;
    }

    /** Returns the figures that are always shown with this one, because this one alone can be raised by turning people away. */
    List<Figure> beside() {
        return this == RESOLVED ? List.of(ASKED_AGAIN, LISTENED_TO, IMPORTANT_DISCUSSED, KNOWS_NEXT) : List.of();
    }

    /** Returns the figure that stands beside this one in every table. */
    Optional<Figure> besideInTables() {
        return beside().stream().findFirst();
    }

    /** Returns the SQL that lists what is counted. */
    String units() {
        return units;
    }
}
