package uk.alongside.statistics.interval;

import uk.alongside.statistics.distribution.BetaDistribution;

/**
 * The exact interval for a proportion, from quantiles of the beta distribution.
 *
 * <p>Source: Clopper and Pearson (1934), The use of confidence or fiducial limits, Biometrika 26.
 */
public final class ClopperPearsonInterval {

    private ClopperPearsonInterval() {}

    /**
     * Returns the interval for {@code x} of {@code n}, with ends from 0 to 1; undefined if {@code n} is 0.
     *
     * @param x from 0 to {@code n}
     * @param confidence such as 0.95 or 0.998
     */
    public static Interval of(long x, long n, double confidence) {
        if (x < 0 || x > n) {
            throw new IllegalArgumentException("Not a proportion: " + x + " of " + n);
        }
        if (n == 0) {
            return Interval.UNDEFINED;
        }
        var tail = Tail.of(confidence);
        var lower = x == 0 ? 0 : BetaDistribution.quantile(tail, (double) x, n - x + 1.0);
        // The upper end by the mirrored distribution, so that a small tail keeps its precision.
        var upper = x == n ? 1 : 1 - BetaDistribution.quantile(tail, (double) (n - x), x + 1.0);
        return new Interval(lower, upper);
    }
}
