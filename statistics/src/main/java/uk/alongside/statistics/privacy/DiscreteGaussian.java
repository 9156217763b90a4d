package uk.alongside.statistics.privacy;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Draws integers with probabilities proportional to {@code exp(-k*k / (2 * variance))}, exactly: with whole numbers
 * only, so that no rounding of a logarithm or of a quotient shows which count the noise was added to.
 *
 * <p>Source: Canonne, Kamath and Steinke (2020), The Discrete Gaussian for Differential Privacy, algorithms 1 to 3.
 *
 * <p>The random bits come from the operating system. Nothing can set them, and there is no way to ask for no noise
 * (docs/adr/0044). Make one for each job: it keeps nothing that a cloned or restored machine could repeat.
 */
public final class DiscreteGaussian {

    private final long variance;
    private final long scale;
    private final SecureRandom random;

    private DiscreteGaussian(long variance, SecureRandom random) {
        this.variance = variance;
        this.scale = wholeRoot(variance) + 1;
        this.random = random;
    }

    /** Returns the noise of the facts on a sheet: standard deviation 6. */
    public static DiscreteGaussian forFacts() {
        return ofVariance(36);
    }

    /** Returns the noise of the yearly breakdowns: standard deviation 8. */
    public static DiscreteGaussian forBreakdowns() {
        return ofVariance(64);
    }

    static DiscreteGaussian ofVariance(long variance) {
        if (variance < 1) {
            throw new IllegalArgumentException("A variance of at least 1 is needed.");
        }
        try {
            return new DiscreteGaussian(variance, SecureRandom.getInstance("NativePRNGNonBlocking"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This operating system offers Java no random numbers of its own.", e);
        }
    }

    /** Returns the next integer, independent of all others. */
    public long draw() {
        while (true) {
            var candidate = laplace();
            var distance = Math.subtractExact(Math.multiplyExact(Math.absExact(candidate), scale), variance);
            // exp(-(|y| - variance/scale)^2 / (2 * variance)), with the fraction made whole.
            if (bernoulli(
                    Math.multiplyExact(distance, distance),
                    Math.multiplyExact(Math.multiplyExact(2, variance), Math.multiplyExact(scale, scale)))) {
                return candidate;
            }
        }
    }

    /** Draws from the discrete Laplace distribution, with probabilities proportional to {@code exp(-|k| / scale)}. */
    private long laplace() {
        while (true) {
            var remainder = below(scale);
            if (!bernoulli(remainder, scale)) {
                continue;
            }
            var whole = 0L;
            while (bernoulli(1, 1)) {
                whole++;
            }
            var size = Math.addExact(remainder, Math.multiplyExact(scale, whole));
            var negative = below(2) == 1;
            // Zero has one sign only, or it would come twice as often as it should.
            if (!(negative && size == 0)) {
                return negative ? -size : size;
            }
        }
    }

    /** Answers true with the probability {@code exp(-numerator / denominator)}. */
    private boolean bernoulli(long numerator, long denominator) {
        var rest = numerator;
        while (rest > denominator) {
            if (!bernoulli(1, 1)) {
                return false;
            }
            rest -= denominator;
        }
        var k = 1L;
        while (below(Math.multiplyExact(denominator, k)) < rest) {
            k++;
        }
        return k % 2 == 1;
    }

    /** Returns each of 0 to {@code bound - 1} with the same probability. */
    private long below(long bound) {
        return random.nextLong(bound);
    }

    private static long wholeRoot(long number) {
        var root = 1L;
        while ((root + 1) * (root + 1) <= number) {
            root++;
        }
        return root;
    }
}
