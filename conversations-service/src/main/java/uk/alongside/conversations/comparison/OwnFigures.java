package uk.alongside.conversations.comparison;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.alongside.conversations.sheet.OwnCells;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.statistics.sheet.SheetLayout;

/** The exact figures of this council, by the definitions of the benchmark, for one answer. */
final class OwnFigures {

    private final Map<Sheet, Map<LocalDate, List<Integer>>> counted;

    /** Counts all periods that these pools are about, those of one kind together. */
    OwnFigures(OwnCells cells, List<BenchmarkFile.Pool> pools) {
        this.counted = pools.stream()
                .collect(groupingBy(OwnFigures::kind, flatMapping(pool -> periods(pool).stream(), toSet())))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, kind -> cells.exact(kind.getKey(), kind.getValue())));
    }

    /** A rate of this council: x of n people. */
    record Own(long x, long n) {}

    /** Returns the rate over the window of a pool. */
    Own rate(Rate rate, BenchmarkFile.Pool pool) {
        return new Own(sum(rate.fact(), rate.numerator(), pool), sum(rate.fact(), rate.denominator(), pool));
    }

    /** Returns the numbers of people in these bands of the wait. */
    List<Long> waits(List<String> bands, BenchmarkFile.Pool pool) {
        return bands.stream().map(band -> sum(Fact.WAIT, List.of(band), pool)).toList();
    }

    private long sum(Fact fact, List<String> names, BenchmarkFile.Pool pool) {
        var exact = Objects.requireNonNull(counted.get(kind(pool)));
        var block = SheetLayout.of(kind(pool)).block(fact).orElseThrow();
        return periods(pool).stream()
                .mapToLong(from -> names.stream()
                        .mapToLong(name -> Objects.requireNonNull(exact.get(from))
                                .get(block.position(name).orElseThrow()))
                        .sum())
                .sum();
    }

    private static Sheet kind(BenchmarkFile.Pool pool) {
        return EnumWords.find(Sheet.class, pool.sheet());
    }

    /** Returns the first days of the periods of a pool. */
    private static List<LocalDate> periods(BenchmarkFile.Pool pool) {
        return kind(pool) == Sheet.QUARTER
                ? pool.quarters()
                : List.of(pool.window().from());
    }
}
