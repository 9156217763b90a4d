package uk.alongside.statistics.privacy;

import java.util.HashMap;
import java.util.Map;
import uk.alongside.statistics.distribution.GammaDistribution;

/**
 * The exact probabilities of the discrete Gaussian, for tests of the sampler.
 *
 * @param exponentVariance the parameter; the variance of the distribution is a little smaller if it is below 1
 * @param total sum of the weights of all integers
 */
public record DiscreteGaussianMass(double exponentVariance, double total) {

    private static final long ENOUGH = 2000;
    private static final double SMALLEST_BIN = 50;

    public static DiscreteGaussianMass ofVariance(double variance) {
        var unscaled = new DiscreteGaussianMass(variance, 1);
        return new DiscreteGaussianMass(variance, unscaled.at(0) + unscaled.beyond(0));
    }

    /** Returns the probability of an integer. */
    public double at(long k) {
        return Math.exp(-(double) k * k / (2 * exponentVariance)) / total;
    }

    /** Returns the probability of an integer further from 0, on either side; the smallest terms are added first. */
    public double beyond(long k) {
        var sum = 0.0;
        for (var i = k + ENOUGH; i > k; i--) {
            sum += 2 * at(i);
        }
        return sum;
    }

    /** Returns the variance of the distribution itself. */
    public double variance() {
        var sum = 0.0;
        for (var i = ENOUGH; i > 0; i--) {
            sum += 2.0 * i * i * at(i);
        }
        return sum;
    }

    /** Returns the chance that draws from this distribution fit it as badly as these numbers do, or worse. */
    public double pOfChiSquare(long... drawn) {
        Map<Long, Integer> seen = new HashMap<>();
        for (var number : drawn) {
            seen.merge(number, 1, Integer::sum);
        }
        var draws = (double) drawn.length;
        var end = 0L;
        while (draws * beyond(end + 1) / 2 >= SMALLEST_BIN) {
            end++;
        }
        var statistic = 0.0;
        var inside = 0;
        var above = 0;
        for (var k = -end; k <= end; k++) {
            statistic += term(seen.getOrDefault(k, 0), draws * at(k));
            inside += seen.getOrDefault(k, 0);
        }
        for (var entry : seen.entrySet()) {
            above += entry.getKey() > end ? entry.getValue() : 0;
        }
        statistic += term(above, draws * beyond(end) / 2);
        statistic += term(draws - inside - above, draws * beyond(end) / 2);
        var degreesOfFreedom = 2 * end + 2;
        return GammaDistribution.survival(statistic / 2, degreesOfFreedom / 2.0);
    }

    private static double term(double observed, double expected) {
        return (observed - expected) * (observed - expected) / expected;
    }
}
