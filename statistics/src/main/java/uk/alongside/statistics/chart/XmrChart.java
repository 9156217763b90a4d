package uk.alongside.statistics.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An XmR chart of a council's own figures: limits for each phase and a signal for each point.
 *
 * <p>Limits and signals never reach from one phase into another. {@link XmrLimits} and {@link SpecialCauseRules} name
 * the sources.
 *
 * @param points in the order of time
 */
public record XmrChart(List<Point> points) {

    private static final int FIRM_FROM = 12;

    /**
     * One point of the chart.
     *
     * @param phase from 0
     * @param limits those of its phase
     * @param trial whether the limits rest on fewer than 12 points and may still move much
     * @param outside whether it is outside the limits
     * @param side 1 above the mean, -1 below, 0 on it
     * @param near whether it is inside the limits and beyond two thirds of the way to one of them
     */
    public record Point(
            double value,
            int phase,
            XmrLimits limits,
            boolean trial,
            boolean outside,
            int side,
            boolean near,
            Signal signal) {}

    /**
     * How a chart is drawn.
     *
     * @param phaseStarts places from 0 at which a new phase begins, rising; 0 itself need not be named
     * @param baseline how many points of each phase its limits rest on; a larger number means all
     * @param factor of the mean moving range
     * @param screened whether large moving ranges are left out once
     * @param gaps places from 0 before which a value is missing, rising. No moving range and no rule reaches across a gap,
     *     while the limits of its phase are the same on both sides.
     */
    public record Options(
            List<Integer> phaseStarts, int baseline, double factor, boolean screened, List<Integer> gaps) {

        /** One phase without gaps, limits from all its points, no screening. */
        public static final Options USUAL = new Options(List.of(), Integer.MAX_VALUE, XmrLimits.FACTOR, false);

        public Options {
            phaseStarts = List.copyOf(phaseStarts);
            gaps = List.copyOf(gaps);
            if (baseline < 1) {
                throw new IllegalArgumentException("A baseline has at least one point.");
            }
        }

        /** Options without gaps. */
        public Options(List<Integer> phaseStarts, int baseline, double factor, boolean screened) {
            this(phaseStarts, baseline, factor, screened, List.of());
        }

        /** Returns the gaps of the values from this place until that one, counted from the first of them. */
        private List<Integer> gapsWithin(int from, int until) {
            return gaps.stream()
                    .filter(gap -> gap > from && gap < until)
                    .map(gap -> gap - from)
                    .toList();
        }
    }

    public XmrChart {
        points = List.copyOf(points);
    }

    /**
     * Returns the chart of a series.
     *
     * @param values in the order of time; a chart of no values has no points
     */
    public static XmrChart of(double[] values, Options options) {
        var points = new ArrayList<Point>(values.length);
        var starts = starts(values.length, options.phaseStarts());
        for (var phase = 0; phase + 1 < starts.size(); phase++) {
            int from = starts.get(phase);
            int until = starts.get(phase + 1);
            points.addAll(
                    phase(phase, Arrays.copyOfRange(values, from, until), options.gapsWithin(from, until), options));
        }
        return new XmrChart(points);
    }

    private static List<Integer> starts(int length, List<Integer> phaseStarts) {
        var starts = new ArrayList<Integer>();
        starts.add(0);
        for (var start : phaseStarts) {
            if (start != 0 && (start <= starts.getLast() || start >= length)) {
                throw new IllegalArgumentException("No phase can begin at " + start + " of " + length);
            }
            if (start != 0) {
                starts.add(start);
            }
        }
        if (length > 0) {
            starts.add(length);
        }
        return starts;
    }

    private static List<Point> phase(int phase, double[] values, List<Integer> gaps, Options options) {
        var baseline = Arrays.copyOf(values, Math.min(values.length, options.baseline()));
        var limits = XmrLimits.of(baseline, gaps, options.factor(), options.screened());
        var trial = baseline.length < FIRM_FROM;
        var points = new ArrayList<Point>(values.length);
        var from = 0;
        for (var until : gaps) {
            points.addAll(stretch(phase, Arrays.copyOfRange(values, from, until), limits, trial));
            from = until;
        }
        points.addAll(stretch(phase, Arrays.copyOfRange(values, from, values.length), limits, trial));
        return points;
    }

    /** Returns the points of values that follow each other without a gap. */
    private static List<Point> stretch(int phase, double[] values, XmrLimits limits, boolean trial) {
        var sides = new int[values.length];
        var near = new boolean[values.length];
        for (var i = 0; i < values.length; i++) {
            sides[i] = limits.side(values[i]);
            near[i] = limits.isNear(values[i]);
        }
        var trends = SpecialCauseRules.wholeOf(SpecialCauseRules.trends(values));
        var twoOfThree = SpecialCauseRules.twoOfThree(near, sides);
        var runs = SpecialCauseRules.wholeOf(SpecialCauseRules.runs(sides));
        var points = new ArrayList<Point>(values.length);
        for (var i = 0; i < values.length; i++) {
            var outside = limits.isOutside(values[i]);
            var signal = outside
                    ? either(sides[i], Signal.ABOVE_UPPER_LIMIT, Signal.BELOW_LOWER_LIMIT)
                    : trends[i] != 0
                            ? either(trends[i], Signal.RISING_TREND, Signal.FALLING_TREND)
                            : near[i] && twoOfThree[i] != 0
                                    ? either(twoOfThree[i], Signal.TWO_OF_THREE_ABOVE, Signal.TWO_OF_THREE_BELOW)
                                    : runs[i] != 0 ? either(runs[i], Signal.RUN_ABOVE, Signal.RUN_BELOW) : Signal.NONE;
            points.add(new Point(values[i], phase, limits, trial, outside, sides[i], near[i], signal));
        }
        return points;
    }

    private static Signal either(int direction, Signal up, Signal down) {
        return direction > 0 ? up : down;
    }
}
