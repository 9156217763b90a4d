package uk.alongside.statistics.privacy;

import java.util.function.DoubleUnaryOperator;
import uk.alongside.statistics.distribution.NormalDistribution;

/**
 * The cost and the promise of noise, in zero-concentrated differential privacy (rho).
 *
 * <p>Sources: Bun and Steinke (2016), Concentrated Differential Privacy; Canonne, Kamath and Steinke (2020), The
 * Discrete Gaussian for Differential Privacy, corollary 13, for the conversion to epsilon and delta. The chance of a
 * correct guess is that of the best test between two normal distributions (Dong, Roth and Su, 2019).
 */
public final class PrivacyLoss {

    private PrivacyLoss() {}

    /**
     * Returns the rho of one noised sheet.
     *
     * @param squaredSensitivity how far one person can move the counts: the sum of squares of the changes
     * @param sigma standard deviation of the noise, above 0
     */
    public static double rho(double squaredSensitivity, double sigma) {
        return squaredSensitivity / (2 * sigma * sigma);
    }

    /** Returns the standard deviation of the noise that keeps to a rho. */
    public static double sigma(double sensitivity, double rho) {
        return sensitivity / Math.sqrt(2 * rho);
    }

    /** Returns the rho of several sheets about the same person: losses add up. */
    public static double sum(double... rhos) {
        var sum = 0.0;
        for (var rho : rhos) {
            sum += rho;
        }
        return sum;
    }

    /**
     * Returns the largest share of correct guesses between two equally likely stories about one person, from 0.5 (a
     * coin) to 1.
     */
    public static double largestCorrectGuess(double rho) {
        return NormalDistribution.cumulative(Math.sqrt(rho / 2));
    }

    /**
     * Returns the epsilon that holds but for a probability of delta.
     *
     * @param rho at least 0
     * @param delta between 0 and 1, both excluded
     */
    public static double epsilon(double rho, double delta) {
        if (!(rho >= 0 && delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("No epsilon for rho " + rho + " and delta " + delta);
        }
        if (rho == 0) {
            return 0;
        }
        return Math.max(0, smallest(a -> (1 + a) * rho + (-Math.log(delta) + logOfBound(a)) / a));
    }

    /** Returns the delta with which an epsilon holds, from 0 to 1. */
    public static double delta(double rho, double epsilon) {
        if (!(rho >= 0 && epsilon >= 0)) {
            throw new IllegalArgumentException("No delta for rho " + rho + " and epsilon " + epsilon);
        }
        if (rho == 0) {
            return 0;
        }
        return Math.min(1, Math.exp(smallest(a -> a * ((1 + a) * rho - epsilon) + logOfBound(a))));
    }

    /** Returns the logarithm of {@code (1 - 1/alpha)^(alpha - 1) / alpha}, with {@code a = alpha - 1}. */
    private static double logOfBound(double a) {
        return a * (Math.log(a) - Math.log1p(a)) - Math.log1p(a);
    }

    /** Returns the smallest value over alpha - 1 from e^-30 to e^30: a grid first, then the golden section. */
    private static double smallest(DoubleUnaryOperator function) {
        DoubleUnaryOperator ofLogarithm = u -> function.applyAsDouble(Math.exp(u));
        var best = -30.0;
        for (var u = -30.0; u <= 30; u += 0.25) {
            if (ofLogarithm.applyAsDouble(u) < ofLogarithm.applyAsDouble(best)) {
                best = u;
            }
        }
        var golden = (Math.sqrt(5) - 1) / 2;
        var low = best - 0.25;
        var high = best + 0.25;
        for (var i = 0; i < 100; i++) {
            var left = high - golden * (high - low);
            var right = low + golden * (high - low);
            if (ofLogarithm.applyAsDouble(left) <= ofLogarithm.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return ofLogarithm.applyAsDouble((low + high) / 2);
    }
}
