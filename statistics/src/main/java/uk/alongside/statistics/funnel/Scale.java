package uk.alongside.statistics.funnel;

/**
 * The scale on which a figure is compared with its target, so that its sampling variance depends on its size only.
 *
 * <p>Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, section 4 (arcsine, square
 * root and logarithm).
 */
public enum Scale {
    /** Proportions: the arcsine of the square root; variance 1/(4n). */
    ARCSINE(4) {
        @Override
        public double transform(double value) {
            return Math.asin(Math.sqrt(Math.clamp(value, 0, 1)));
        }

        @Override
        public double inverse(double transformed) {
            return Math.pow(Math.sin(Math.clamp(transformed, 0, Math.PI / 2)), 2);
        }
    },

    /** Ratios of observed to expected events: the square root; variance 1/(4 expected). */
    SQUARE_ROOT(4) {
        @Override
        public double transform(double value) {
            return Math.sqrt(value);
        }

        @Override
        public double inverse(double transformed) {
            return Math.pow(Math.max(0, transformed), 2);
        }
    },

    /** Ratios of observed to expected events: the logarithm; variance 1/expected. No events give minus infinity. */
    LOGARITHM(1) {
        @Override
        public double transform(double value) {
            return Math.log(value);
        }

        @Override
        public double inverse(double transformed) {
            return Math.exp(transformed);
        }
    };

    private final double information;

    Scale(double information) {
        this.information = information;
    }

    /** Returns a figure on this scale. */
    public abstract double transform(double value);

    /** Returns the figure at a place of this scale, at the nearest end if the place is outside the scale. */
    public abstract double inverse(double transformed);

    /** Returns the sampling variance on this scale for a denominator or for expected events. */
    public double variance(double size) {
        return 1 / (information * size);
    }

    /**
     * Returns the limits around a target at one size.
     *
     * @param size the denominator or the expected events, above 0
     * @param z such as 1.96 for 95%
     * @param tau2 the additive variance between councils on this scale, 0 without overdispersion
     */
    public FunnelLimits limits(double target, double size, double z, double tau2) {
        var onScale = limitsOnScale(target, size, z, tau2);
        return new FunnelLimits(inverse(onScale.lower()), inverse(onScale.upper()));
    }

    /** Returns the limits on this scale itself, before they are turned back into figures. */
    public FunnelLimits limitsOnScale(double target, double size, double z, double tau2) {
        var centre = transform(target);
        var half = z * Math.sqrt(variance(size) + tau2);
        return new FunnelLimits(centre - half, centre + half);
    }
}
