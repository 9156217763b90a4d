package uk.alongside.statistics.chart;

/**
 * The meaning of a point to the reader: the colour of the point and, for the last one, the icon of the chart.
 *
 * <p>The colour follows the direction of the signal, not the side of the mean. A falling trend of a wait is an
 * improvement from its first point, although that point is still above the mean.
 */
public enum Variation {
    COMMON_CAUSE,
    IMPROVEMENT,
    CONCERN,
    /** A special cause where neither direction is better, going up or high. */
    NEUTRAL_HIGH,
    /** A special cause where neither direction is better, going down or low. */
    NEUTRAL_LOW;

    /** Returns what a signal means for a figure. */
    public static Variation of(Signal signal, Improvement improvement) {
        if (signal == Signal.NONE) {
            return COMMON_CAUSE;
        }
        if (improvement == Improvement.NEUTRAL) {
            return signal.direction() > 0 ? NEUTRAL_HIGH : NEUTRAL_LOW;
        }
        return signal.direction() == improvement.direction() ? IMPROVEMENT : CONCERN;
    }
}
