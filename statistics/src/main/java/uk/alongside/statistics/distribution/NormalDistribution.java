package uk.alongside.statistics.distribution;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
public final class NormalDistribution {

    private static final double ROOT_TWO = Math.sqrt(2);

    private NormalDistribution() {}

    /** Returns the probability of a value of at most {@code z}. */
    public static double cumulative(double z) {
        return Erfc.value(-z / ROOT_TWO) / 2;
    }

    /**
     * Returns the z of a two-sided interval: 1.96 for 0.95, 3.09 for 0.998.
     *
     * @param confidence between 0 and 1, both excluded
     */
    public static double twoSided(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1: " + confidence);
        }
        return ROOT_TWO * InverseErfc.value(1 - confidence);
    }
}
