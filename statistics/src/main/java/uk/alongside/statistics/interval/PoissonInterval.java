package uk.alongside.statistics.interval;

import uk.alongside.statistics.distribution.GammaDistribution;

/**
 * The exact interval for a count of events, from chi-square quantiles.
 *
 * <p>Source: Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28.
 */
public final class PoissonInterval {

    private PoissonInterval() {}

    /**
     * Returns the interval for a count, in events. The lower end of a count of 0 is 0.
     *
     * @param count at least 0; need not be whole, as for expected events
     * @param confidence such as 0.95 or 0.998
     */
    public static Interval of(double count, double confidence) {
        if (!(count >= 0)) {
            throw new IllegalArgumentException("Not a count: " + count);
        }
        var tail = Tail.of(confidence);
        var lower = count == 0 ? 0 : GammaDistribution.lowerQuantile(tail, count);
        return new Interval(lower, GammaDistribution.upperQuantile(tail, count + 1));
    }
}
