package uk.alongside.statistics.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.funnel.Confidence;
import uk.alongside.statistics.interval.Interval;

/**
 * The median of a wait in days, from noised counts in bands.
 *
 * <p>The cumulative shares are made rising by pooling adjacent violators, which is the least-squares rising fit
 * (Ayer and others, 1955; Barlow and others, 1972, Statistical inference under order restrictions), and the median is
 * interpolated inside its band.
 *
 * @param contributors how many councils have sheets in the window
 * @param shares cumulative, one for each band, the last is 1; empty if there are too few contributors or no weight
 * @param privacySd standard deviation that the noise gives to a share near one half; null without shares
 * @param median null if it is not known: in the open band, or withheld before it was computed
 * @param interval 95%, of the noise alone; an end is null in the open band. Null if it was not computed
 * @param withheld null if the median is released
 */
public record MedianWait(
        int contributors,
        List<Double> shares,
        @Nullable Double privacySd,
        @Nullable Double median,
        @Nullable Interval interval,
        @Nullable Withheld withheld) {

    private static final double LARGEST_SD = 0.025;
    private static final double WIDEST_DAYS = 4;

    public MedianWait {
        shares = List.copyOf(shares);
    }

    /**
     * A band of whole days.
     *
     * @param first day
     * @param last day, or null for the open last band
     */
    public record Band(int first, @Nullable Integer last) {}

    /**
     * The sums of one council's sealed sheets in a window.
     *
     * @param cells noised, one for each band; may be below 0
     * @param sheets how many sheets are in the sums, at least 1
     */
    public record Cells(List<Long> cells, int sheets) {

        public Cells {
            cells = List.copyOf(cells);
        }

        private double sum() {
            return cells.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Returns the median.
     *
     * @param bands adjoining, at least two, in order
     * @param sigma standard deviation of the noise on each cell
     */
    public static MedianWait of(List<Cells> councils, List<Band> bands, double sigma) {
        for (var council : councils) {
            if (bands.size() < 2 || council.cells().size() != bands.size()) {
                throw new IllegalArgumentException(council.cells().size() + " cells for " + bands.size() + " bands");
            }
        }
        var n = councils.size();
        if (n < ReleaseCell.FEWEST) {
            return new MedianWait(n, List.of(), null, null, null, Withheld.FEWER_THAN_FIVE_CONTRIBUTORS);
        }
        var sums = councils.stream().mapToDouble(Cells::sum).toArray();
        var cap = WeightCap.of(sums).orElse(Double.POSITIVE_INFINITY);
        var weight = Arrays.stream(sums).map(sum -> Math.min(sum, cap)).sum();
        if (weight <= 0) {
            return new MedianWait(n, List.of(), null, null, null, Withheld.PRECISION);
        }
        var cumulative = new double[bands.size()];
        var squares = 0.0;
        for (var i = 0; i < n; i++) {
            var share = sums[i] <= cap ? 1 : cap / sums[i];
            squares += share * share * councils.get(i).sheets();
            var running = 0L;
            for (var j = 0; j < cumulative.length; j++) {
                running += councils.get(i).cells().get(j);
                cumulative[j] += share * running / weight;
            }
        }
        var shares = rising(cumulative);
        // A quarter of the number of cells bounds the variance of a cumulative share at one half.
        var sd = sigma * Math.sqrt(bands.size() / 4.0 * squares) / weight;
        var listed = Arrays.stream(shares).boxed().toList();
        if (sd > LARGEST_SD) {
            return new MedianWait(n, listed, sd, null, null, Withheld.PRECISION);
        }
        var margin = Confidence.NINETY_FIVE.z() * sd;
        var median = day(0.5, shares, bands);
        var interval = new Interval(day(0.5 - margin, shares, bands), day(0.5 + margin, shares, bands));
        return new MedianWait(n, listed, sd, median, interval, isTooWide(median, interval) ? Withheld.PRECISION : null);
    }

    /** Returns the median in whole days, 0 for the same day; nothing if it is withheld or in the open band. */
    public OptionalLong shownDays() {
        return withheld != null || median == null ? OptionalLong.empty() : OptionalLong.of((long) Math.rint(median));
    }

    /** Returns whether the released median is in the open last band. */
    public boolean isInOpenBand() {
        return withheld == null && median == null;
    }

    /** Returns the rising fit of all shares but the last, inside 0 and 1, and 1 for the last. */
    private static double[] rising(double[] shares) {
        var last = shares.length - 1;
        var means = new double[last];
        var sizes = new int[last];
        var blocks = 0;
        for (var j = 0; j < last; j++) {
            means[blocks] = shares[j];
            sizes[blocks++] = 1;
            while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
                var size = sizes[blocks - 2] + sizes[blocks - 1];
                means[blocks - 2] =
                        (means[blocks - 2] * sizes[blocks - 2] + means[blocks - 1] * sizes[blocks - 1]) / size;
                sizes[blocks - 2] = size;
                blocks--;
            }
        }
        var fit = new double[shares.length];
        var next = 0;
        for (var block = 0; block < blocks; block++) {
            for (var i = 0; i < sizes[block]; i++) {
                fit[next++] = Math.clamp(means[block], 0, 1);
            }
        }
        fit[last] = 1;
        return fit;
    }

    /** Returns the day by which a share of people was seen, or null in the open band. */
    private static @Nullable Double day(double share, double[] shares, List<Band> bands) {
        var j = 0;
        while (shares[j] < share) {
            j++;
        }
        var band = bands.get(j);
        if (band.last() == null) {
            return null;
        }
        var before = j == 0 ? 0 : shares[j - 1];
        var days = band.last() - band.first() + 1;
        return Math.max(0, band.first() - 0.5 + (share - before) / (shares[j] - before) * days);
    }

    /** A median in the open band is released only if its whole interval is there too. */
    private static boolean isTooWide(@Nullable Double median, Interval interval) {
        var lower = interval.lower();
        var upper = interval.upper();
        if (lower == null) {
            return false;
        }
        return median == null || upper == null || upper - lower > Math.max(WIDEST_DAYS, median / 2);
    }
}
