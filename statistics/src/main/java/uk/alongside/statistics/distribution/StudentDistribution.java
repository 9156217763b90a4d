package uk.alongside.statistics.distribution;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Student's t distribution. */
public final class StudentDistribution {

    private StudentDistribution() {}

    /**
     * Returns the probability of a value at least as far from 0 as {@code t}, on either side.
     *
     * @param degreesOfFreedom above 0
     */
    public static double twoSided(double t, double degreesOfFreedom) {
        var square = t * t;
        return Double.isInfinite(square)
                ? 0
                : RegularizedBeta.value(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5);
    }
}
