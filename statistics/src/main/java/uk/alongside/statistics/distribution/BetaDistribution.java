package uk.alongside.statistics.distribution;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The beta distribution with shapes a and b, both above 0. */
public final class BetaDistribution {

    private BetaDistribution() {}

    /** Returns the probability of a value of at most {@code x}. */
    public static double cumulative(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        return x >= 1 ? 1 : RegularizedBeta.value(x, a, b);
    }

    /** Returns the value that is exceeded with probability {@code 1 - p}. */
    public static double quantile(double p, double a, double b) {
        return Bisection.firstThat(
                p <= 0.5 ? x -> cumulative(x, a, b) >= p : x -> x >= 1 || RegularizedBeta.complement(x, a, b) <= 1 - p,
                0,
                1);
    }
}
