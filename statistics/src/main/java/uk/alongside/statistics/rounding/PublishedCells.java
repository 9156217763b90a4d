package uk.alongside.statistics.rounding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * The cells of a table that a council publishes about itself, as text: a rounded number, or a symbol of official
 * statistics. A part of the council, such as a hub, shows no 0, because a 0 tells of each of its people.
 *
 * <p>A percentage is of the rounded counts that stand beside it. One of exact counts could tell them: 12.6 % of about 105
 * is 13 of 103 and nothing else.
 */
public final class PublishedCells {

    /** Confidential: it could tell of a few people. */
    public static final String CONFIDENTIAL = "[c]";

    /** Not available: the period is not complete. */
    public static final String NOT_AVAILABLE = "[x]";

    /** No unit was recorded. */
    public static final String NONE_RECORDED = "[w]";

    /** More than 0, but 0 after rounding. */
    public static final String LOW = "[low]";

    private static final int SMALLEST_BASE = 10;

    private final boolean whole;

    private PublishedCells(boolean whole) {
        this.whole = whole;
    }

    /** Returns the cells of the whole council. */
    public static PublishedCells ofCouncil() {
        return new PublishedCells(true);
    }

    /** Returns the cells of a part of the council, such as a hub. */
    public static PublishedCells ofPart() {
        return new PublishedCells(false);
    }

    /** Returns a count to the nearest 5, without 1 to 7. */
    public String count(long count) {
        var rounded = CountRounding.withoutOneToSeven(count);
        return rounded.isEmpty() || (count == 0 && !whole) ? CONFIDENTIAL : Long.toString(rounded.getAsLong());
    }

    /**
     * Returns a percentage of the rounded counts.
     *
     * @param part from 0 to {@code base}, not rounded
     * @param base not rounded
     */
    public String percentage(long part, long base) {
        if (base == 0) {
            return none();
        }
        boolean all = part == 0 || part == base;
        if ((all && !whole) || PublishedPercentage.of(part, base).isEmpty()) {
            return CONFIDENTIAL;
        }
        return PublishedPercentage.of(CountRounding.toNearestFive(part), CountRounding.toNearestFive(base))
                .map(percentage -> shown(percentage, part > 0))
                .orElse(CONFIDENTIAL);
    }

    /**
     * Returns a median or a mean, if it is of enough units.
     *
     * @param base how many units it is of, not rounded
     */
    public String statistic(OptionalDouble value, long base, int decimals) {
        if (base == 0) {
            return none();
        }
        if (base < SMALLEST_BASE || value.isEmpty()) {
            return CONFIDENTIAL;
        }
        var exact = BigDecimal.valueOf(value.getAsDouble());
        return shown(exact.setScale(decimals, RoundingMode.HALF_UP), exact.signum() != 0);
    }

    private String none() {
        return whole ? NONE_RECORDED : CONFIDENTIAL;
    }

    private static String shown(BigDecimal rounded, boolean isSome) {
        return rounded.signum() == 0 && isSome ? LOW : rounded.toPlainString();
    }
}
