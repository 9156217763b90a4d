package uk.alongside.statistics.chart;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.summary.Mean;

/**
 * Centre line and natural process limits of an XmR chart, in the unit of the values.
 *
 * <p>Sources: Shewhart (1931), Economic control of quality of manufactured product; Wheeler (1993), Understanding
 * variation; NHS England, Making Data Count. Screening of moving ranges: Provost and Murray (2011), The health care
 * data guide, page 156.
 *
 * @param mean the centre line
 * @param lower null where there is no moving range: in a baseline of one point
 * @param upper null where there is no moving range
 */
public record XmrLimits(
        double mean, @Nullable Double lower, @Nullable Double upper) {

    /** The factor of the mean moving range in NHS charts. */
    public static final double FACTOR = 2.66;

    /** The factor before it is rounded: three standard deviations, each the mean moving range over 1.128. */
    public static final double UNROUNDED_FACTOR = 3 / 1.128;

    private static final double SCREEN = 3.267;

    /**
     * Returns the limits of a baseline.
     *
     * @param baseline at least one value, in the order of time
     * @param screened true to leave out, once, moving ranges from 3.267 times their mean. NHS charts do not.
     */
    public static XmrLimits of(double[] baseline, double factor, boolean screened) {
        return of(baseline, List.of(), factor, screened);
    }

    /**
     * Returns the limits of a baseline in which values are missing.
     *
     * @param gaps places before which a value is missing; the values on both sides have no moving range
     */
    static XmrLimits of(double[] baseline, Collection<Integer> gaps, double factor, boolean screened) {
        var mean = Mean.of(baseline);
        var ranges = IntStream.range(1, baseline.length)
                .filter(place -> !gaps.contains(place))
                .mapToDouble(place -> Math.abs(baseline[place] - baseline[place - 1]))
                .toArray();
        if (ranges.length == 0) {
            return new XmrLimits(mean, null, null);
        }
        var half = factor * meanRange(ranges, screened);
        return new XmrLimits(mean, mean - half, mean + half);
    }

    private static double meanRange(double[] ranges, boolean screened) {
        var mean = Mean.of(ranges);
        if (!screened || mean == 0) {
            return mean;
        }
        return Mean.of(
                Arrays.stream(ranges).filter(range -> range < SCREEN * mean).toArray());
    }

    /** Returns whether a value is outside the limits; on a limit is inside. */
    boolean isOutside(double value) {
        return lower != null && upper != null && (value < lower || value > upper);
    }

    /** Returns whether a value is inside the limits and more than two thirds of the way to one of them. */
    boolean isNear(double value) {
        return lower != null
                && upper != null
                && !isOutside(value)
                && (value < mean - (mean - lower) * 2 / 3 || value > mean + (upper - mean) * 2 / 3);
    }

    /** Returns 1 for a value above the mean, -1 below, 0 on it. */
    int side(double value) {
        return (int) Math.signum(value - mean);
    }
}
