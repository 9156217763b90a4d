package uk.alongside.statistics.funnel;

import uk.alongside.statistics.distribution.NormalDistribution;

/** The two pairs of limits that a funnel draws. */
public enum Confidence {
    /** Limits that one of twenty ordinary councils is outside of. */
    NINETY_FIVE(0.95),
    /** Limits that two of a thousand ordinary councils are outside of. */
    NINETY_NINE_POINT_EIGHT(0.998);

    private final double level;

    Confidence(double level) {
        this.level = level;
    }

    /** Returns the number of standard deviations: 1.96 or 3.09. */
    public double z() {
        return NormalDistribution.twoSided(level);
    }

    /** Returns the probability below the lower limit: 0.025 or 0.001. */
    public double tail() {
        return (1 - level) / 2;
    }
}
