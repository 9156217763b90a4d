package uk.alongside.statistics.distribution;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The number of events when {@code mean} are expected. */
public final class PoissonDistribution {

    private PoissonDistribution() {}

    /** Returns the probability of at most {@code k} events. */
    public static double cumulative(long k, double mean) {
        if (k < 0) {
            return 0;
        }
        return mean <= 0 ? 1 : RegularizedGamma.Q.value(k + 1.0, mean);
    }
}
