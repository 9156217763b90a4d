package uk.alongside.conversations.comparison;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.comparison.OwnFigures.Own;
import uk.alongside.statistics.benchmark.Flags.Flag;
import uk.alongside.statistics.benchmark.OwnPosition.Place;
import uk.alongside.statistics.sheet.Rate;

/** A release with this council's own figures beside it. */
record Comparison(
        BenchmarkFile file, @Nullable String family, Optional<BenchmarkRelease> restatedBy, List<Pool> pools) {

    Comparison {
        pools = List.copyOf(pools);
    }

    /** The figures of a pool with the own ones. */
    record Pool(BenchmarkFile.Pool figures, List<Measure> measures, List<Wait> waits) {}

    /**
     * A rate of the pool with the own one.
     *
     * @param place where the own rate is among the quartiles, allowing for chance; nothing if it cannot be told
     * @param flag nothing if the rate cannot be compared
     */
    record Measure(Rate rate, BenchmarkFile.Rate pooled, Own own, Optional<Place> place, Optional<Flag> flag) {}

    record Wait(BenchmarkFile.Wait pooled, long people, Optional<OwnMedian> own) {}
}
