package uk.alongside.statistics.rounding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A percentage that a council publishes about itself: suppressed on a small base or a small part, whole on a base
 * below 100, with one decimal otherwise. It is computed from unrounded counts.
 */
public final class PublishedPercentage {

    private static final int SMALLEST_BASE = 10;
    private static final int SMALLEST_PART = 8;
    private static final int ONE_DECIMAL_FROM = 100;

    private PublishedPercentage() {}

    /**
     * Returns the percentage, or nothing if it is suppressed: on a base below 10, or if from 1 to 7 people are in the
     * part or in the rest.
     *
     * @param part from 0 to {@code base}
     */
    public static Optional<BigDecimal> of(long part, long base) {
        if (part < 0 || part > base) {
            throw new IllegalArgumentException("Not a proportion: " + part + " of " + base);
        }
        if (base < SMALLEST_BASE || isSmall(part) || isSmall(base - part)) {
            return Optional.empty();
        }
        var decimals = base < ONE_DECIMAL_FROM ? 0 : 1;
        return Optional.of(BigDecimal.valueOf(100)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP));
    }

    private static boolean isSmall(long people) {
        return people > 0 && people < SMALLEST_PART;
    }
}
