package uk.alongside.statistics.interval;

import uk.alongside.statistics.distribution.NormalDistribution;

/**
 * The score interval for a proportion, for the rate of one council.
 *
 * <p>Source: Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22.
 */
public final class WilsonInterval {

    private WilsonInterval() {}

    /**
     * Returns the interval for {@code x} of {@code n}, with ends from 0 to 1; undefined if {@code n} is 0.
     *
     * @param x from 0 to {@code n}; need not be whole
     * @param confidence such as 0.95 or 0.998
     */
    public static Interval of(double x, double n, double confidence) {
        if (!(n >= 0 && x >= 0 && x <= n)) {
            throw new IllegalArgumentException("Not a proportion: " + x + " of " + n);
        }
        if (n == 0) {
            return Interval.UNDEFINED;
        }
        var z = NormalDistribution.twoSided(confidence);
        var z2 = z * z;
        var half = z * Math.sqrt(z2 + 4 * x * (n - x) / n);
        var twice = 2 * (n + z2);
        // At 0 and at n the formula gives 0 and 1, and rounding must not move them.
        var lower = x == 0 ? 0 : (2 * x + z2 - half) / twice;
        var upper = x == n ? 1 : (2 * x + z2 + half) / twice;
        return new Interval(lower, upper);
    }
}
