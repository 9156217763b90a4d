package uk.alongside.conversations.comparison;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.benchmark.MedianWait.Band;

/**
 * The median wait of this council from exact counts in bands, interpolated inside its band as the benchmark's is.
 *
 * @param days whole; null if the median is in the open last band
 * @param overDays the median is longer than this; null if there are days
 */
record OwnMedian(@Nullable Long days, @Nullable Long overDays) {

    /** Returns the median, or nothing if no person is counted. */
    static Optional<OwnMedian> of(List<Long> people, List<Band> bands) {
        var all = people.stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return Optional.empty();
        }
        var half = all / 2.0;
        var before = 0L;
        var band = 0;
        while (before + people.get(band) < half) {
            before += people.get(band++);
        }
        var found = bands.get(band);
        var last = found.last();
        if (last == null) {
            return Optional.of(new OwnMedian(null, (long) found.first() - 1));
        }
        var day = found.first() - 0.5 + (half - before) / people.get(band) * (last - found.first() + 1);
        return Optional.of(new OwnMedian((long) Math.rint(Math.max(0, day)), null));
    }
}
