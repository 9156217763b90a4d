package uk.alongside.conversations.comparison;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.alongside.conversations.sheet.OwnCells;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.statistics.sheet.SheetLayout;

/** The exact figures of this council, by the definitions of the benchmark, for one answer. */
final class OwnFigures {

    private final OwnCells cells;
    private final Map<Period, List<Integer>> counted = new HashMap<>();

    private record Period(Sheet kind, LocalDate from) {}

    OwnFigures(OwnCells cells) {
        this.cells = cells;
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
        var kind = EnumWords.find(Sheet.class, pool.sheet());
        var block = SheetLayout.of(kind).block(fact).orElseThrow();
        var sum = 0L;
        for (var from :
                kind == Sheet.QUARTER ? pool.quarters() : List.of(pool.window().from())) {
            var exact = counted.computeIfAbsent(
                    new Period(kind, from), period -> cells.exact(period.kind(), period.from()));
            for (var name : names) {
                sum += exact.get(block.position(name).orElseThrow());
            }
        }
        return sum;
    }
}
