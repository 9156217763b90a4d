package uk.alongside.statistics.funnel;

/**
 * The two control limits of a funnel at one size, in the unit of the figure.
 *
 * @param lower at most {@code upper}
 */
public record FunnelLimits(double lower, double upper) {

    /** Returns these limits inside 0 and 1, as a chart of proportions draws them. */
    public FunnelLimits clipped() {
        return new FunnelLimits(Math.clamp(lower, 0, 1), Math.clamp(upper, 0, 1));
    }
}
