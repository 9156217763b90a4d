package uk.alongside.statistics.distribution;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The gamma distribution with a shape above 0 and scale 1. Twice its quantile is a chi-square quantile. */
public final class GammaDistribution {

    private GammaDistribution() {}

    /** Returns the value below which the distribution has probability {@code p}. */
    public static double lowerQuantile(double p, double shape) {
        return Bisection.firstThat(x -> RegularizedGamma.P.value(shape, x) >= p, 0, above(shape));
    }

    /** Returns the value above which the distribution has probability {@code p}. */
    public static double upperQuantile(double p, double shape) {
        return Bisection.firstThat(x -> RegularizedGamma.Q.value(shape, x) <= p, 0, above(shape));
    }

    /** Returns the probability of a value above {@code x}, for the test of a chi-square sum {@code 2x}. */
    public static double survival(double x, double shape) {
        return RegularizedGamma.Q.value(shape, x);
    }

    /** Returns a value that is above every quantile in use: mean and 60 standard deviations, and 1,000. */
    private static double above(double shape) {
        return shape + 60 * Math.sqrt(shape) + 1000;
    }
}
