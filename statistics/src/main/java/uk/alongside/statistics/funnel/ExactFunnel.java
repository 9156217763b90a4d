package uk.alongside.statistics.funnel;

import java.util.function.LongToDoubleFunction;
import uk.alongside.statistics.distribution.BinomialDistribution;
import uk.alongside.statistics.distribution.PoissonDistribution;

/**
 * Exact control limits of a funnel, interpolated between the two counts around the limit.
 *
 * <p>Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24,
 * appendix A.1.
 */
public final class ExactFunnel {

    private ExactFunnel() {}

    /**
     * One limit, as a rate.
     *
     * @param interpolated may be below 0 for small sizes, where a chart clips it
     * @param discrete the smallest rate that can be observed and has a greater cumulative probability
     */
    public record Limit(double interpolated, double discrete) {}

    /**
     * Returns the limit for a proportion.
     *
     * @param rate the target, from 0 to 1
     * @param n people in the denominator, at least 1
     * @param p the probability below the limit, such as 0.025 or 0.999
     */
    public static Limit binomial(double rate, long n, double p) {
        if (n < 1 || !(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("No funnel at " + rate + " of " + n);
        }
        return limit(r -> BinomialDistribution.cumulative(r, n, rate), n, (double) n, p);
    }

    /**
     * Returns the limit for a rate of events.
     *
     * @param rate the target, events for each unit of exposure, at least 0
     * @param exposure above 0
     * @param p the probability below the limit, such as 0.025 or 0.999
     */
    public static Limit poisson(double rate, double exposure, double p) {
        var mean = rate * exposure;
        if (!(exposure > 0 && mean >= 0)) {
            throw new IllegalArgumentException("No funnel at " + rate + " for " + exposure);
        }
        var above = (long) Math.ceil(mean + 40 * Math.sqrt(mean) + 100);
        return limit(r -> PoissonDistribution.cumulative(r, mean), above, exposure, p);
    }

    /**
     * Returns both limits for a proportion, inside 0 and 1.
     *
     * @param rate the target, from 0 to 1
     * @param n people in the denominator, at least 1
     */
    public static FunnelLimits limits(double rate, long n, Confidence confidence) {
        var lower = binomial(rate, n, confidence.tail()).interpolated();
        var upper = binomial(rate, n, 1 - confidence.tail()).interpolated();
        return new FunnelLimits(lower, upper).clipped();
    }

    private static Limit limit(LongToDoubleFunction cumulative, long largest, double size, double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1: " + p);
        }
        var low = 0L;
        var high = largest;
        while (low < high) {
            var middle = low + (high - low) / 2;
            if (cumulative.applyAsDouble(middle) > p) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        var at = cumulative.applyAsDouble(low);
        var before = cumulative.applyAsDouble(low - 1);
        var share = (at - p) / (at - before);
        return new Limit((low - share) / size, low / size);
    }
}
