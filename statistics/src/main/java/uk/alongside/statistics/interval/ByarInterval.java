package uk.alongside.statistics.interval;

import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.distribution.NormalDistribution;

/**
 * Byar's approximation to the exact interval for a count of events, for counts of 10 and more.
 *
 * <p>Source: Breslow and Day (1987), Statistical methods in cancer research II, IARC, page 69.
 */
public final class ByarInterval {

    private ByarInterval() {}

    /**
     * Returns the interval for a count, in events.
     *
     * <p>The lower end is undefined where the formula goes below 0, which it does for a few events only.
     *
     * @param count at least 0; need not be whole
     * @param confidence such as 0.95 or 0.998
     */
    public static Interval of(double count, double confidence) {
        if (!(count >= 0)) {
            throw new IllegalArgumentException("Not a count: " + count);
        }
        var z = NormalDistribution.twoSided(confidence);
        return new Interval(lower(count, z), cube(count + 1, z));
    }

    private static @Nullable Double lower(double count, double z) {
        var lower = count == 0 ? -1 : cube(count, -z);
        return lower < 0 ? null : lower;
    }

    private static double cube(double count, double z) {
        return count * Math.pow(1 - 1 / (9 * count) + z / (3 * Math.sqrt(count)), 3);
    }
}
