package uk.alongside.statistics.privacy;

/**
 * The exact probabilities of the discrete Gaussian, for tests of the sampler.
 *
 * @param exponentVariance the parameter; the variance of the distribution is a little smaller if it is below 1
 * @param total sum of the weights of all integers
 */
public record DiscreteGaussianMass(double exponentVariance, double total) {

    private static final long ENOUGH = 2000;

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
}
