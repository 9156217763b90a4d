package uk.alongside.statistics.distribution;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The number of successes in {@code n} trials, each with the probability {@code rate}. */
public final class BinomialDistribution {

    private BinomialDistribution() {}

    /** Returns the probability of at most {@code k} successes. */
    public static double cumulative(long k, long n, double rate) {
        if (k < 0) {
            return 0;
        }
        if (k >= n || rate <= 0) {
            return 1;
        }
        return rate >= 1 ? 0 : RegularizedBeta.complement(rate, k + 1.0, (double) (n - k));
    }
}
