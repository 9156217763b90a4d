package uk.alongside.conversations.sheet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import uk.alongside.statistics.sheet.Fact;

/** A fact that is counted from answers to an instrument: which question, and which answer is which cell. */
enum AnsweredFact {
    LISTENED_TO(Fact.LISTENED_TO, "experience3", "listened", How.ANSWER),
    IMPORTANT_DISCUSSED(Fact.IMPORTANT_DISCUSSED, "experience3", "important", How.ANSWER),
    KNOWS_NEXT(Fact.KNOWS_NEXT, "experience3", "know-next", How.ANSWER),
    SATISFIED(Fact.SATISFIED, "ons4", "satisfied", How.RISE_IN_FOUR),
    WORTHWHILE(Fact.WORTHWHILE, "ons4", "worthwhile", How.RISE_IN_FOUR),
    HAPPY(Fact.HAPPY, "ons4", "happy", How.RISE_IN_FOUR),
    ANXIOUS(Fact.ANXIOUS, "ons4", "anxious", How.FALL_IN_FOUR),
    LONELY(Fact.LONELY, "ucla3-direct", "ucla3", How.FALL_IN_THREE);

    /** The ways to find the cell. */
    private enum How {
        /** By the answer: 2 is yes, 1 partly and 0 no. */
        ANSWER,
        /** By the change, of which a rise is better, in four cells. */
        RISE_IN_FOUR,
        /** By the change, of which a fall is better, in four cells. */
        FALL_IN_FOUR,
        /** By the change, of which a fall is better, in three cells. */
        FALL_IN_THREE
    }

    private static final int MUCH = 3;

    private final Fact fact;
    private final String instrument;
    private final String item;
    private final How how;

    AnsweredFact(Fact fact, String instrument, String item, How how) {
        this.fact = fact;
        this.instrument = instrument;
        this.item = item;
        this.how = how;
    }

    static Optional<AnsweredFact> of(Fact fact) {
        return Arrays.stream(values()).filter(each -> each.fact == fact).findFirst();
    }

    String instrument() {
        return instrument;
    }

    /** Returns the id of the question, or of the score if this is a change. */
    String item() {
        return item;
    }

    boolean isChange() {
        return how != How.ANSWER;
    }

    /** Returns the cell of an answer to a question that is no change. */
    String cell(BigDecimal answer) {
        return switch (answer.intValueExact()) {
            case 2 -> "yes";
            case 1 -> "partly";
            default -> "no";
        };
    }

    /** Returns the cell of a change between the baseline and the first follow-up. */
    String cell(double change) {
        double better = how == How.RISE_IN_FOUR ? change : -change;
        if (better < 0) {
            return "worse";
        }
        if (better == 0) {
            return "same";
        }
        if (how == How.FALL_IN_THREE) {
            return "better";
        }
        return better < MUCH ? "better-by-1-or-2" : "better-by-3-or-more";
    }
}
