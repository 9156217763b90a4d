package uk.alongside.tenant.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.benchmark.CouncilSums;
import uk.alongside.statistics.benchmark.MedianWait;
import uk.alongside.statistics.benchmark.ReleaseCell;
import uk.alongside.statistics.benchmark.Spread;
import uk.alongside.statistics.benchmark.Withheld;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.rounding.CountRounding;
import uk.alongside.statistics.sheet.Block;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.statistics.sheet.SheetLayout;
import uk.alongside.statistics.sheet.Split;
import uk.alongside.tenant.benchmark.ReleaseFile.Breakdown;
import uk.alongside.tenant.benchmark.ReleaseFile.Differences;
import uk.alongside.tenant.benchmark.ReleaseFile.Period;
import uk.alongside.tenant.benchmark.ReleaseFile.PoolFigures;
import uk.alongside.tenant.benchmark.ReleaseFile.Quantiles;
import uk.alongside.tenant.benchmark.ReleaseFile.RateFigure;
import uk.alongside.tenant.benchmark.ReleaseFile.WaitFigure;

/** The figures of a pool, computed from noised sheets only. */
final class ReleaseFigures {

    /** The reason of a pool whose sums, with others, would show the sheet of one council. */
    static final String DIFFERENCES = "other-figures-would-show-one-council";

    private static final int FEWEST = 5;
    private static final int SHARE_DIGITS = 4;
    private static final int SD_DIGITS = 5;
    private static final int VARIANCE_DIGITS = 6;
    private static final int DAY_DIGITS = 1;

    private ReleaseFigures() {}

    /** Returns the word of a kind of sheet in the file. */
    static String word(Sheet kind) {
        return EnumWords.of(kind);
    }

    /** Returns the figures of a pool, or the reason why it has none. */
    static PoolFigures of(Pool pool, boolean withheld) {
        var contributors = pool.councils().size();
        @Nullable String reason = null;
        if (contributors < FEWEST) {
            reason = EnumWords.of(Withheld.FEWER_THAN_FIVE_CONTRIBUTORS);
        } else if (withheld) {
            reason = DIFFERENCES;
        }
        return new PoolFigures(
                pool.name(),
                word(pool.kind()),
                new Period(pool.from(), pool.to()),
                pool.quarters().stream().map(Quarter::from).toList(),
                reason == null ? CountRounding.toNearestFive(contributors) : null,
                reason,
                reason == null ? rates(pool) : List.of(),
                reason == null && pool.kind() == Sheet.QUARTER ? waits(pool) : List.of());
    }

    private static List<RateFigure> rates(Pool pool) {
        var layout = SheetLayout.of(pool.kind());
        return Arrays.stream(Rate.values())
                .flatMap(rate ->
                        layout.block(rate.fact()).map(block -> rate(rate, cell(pool, layout, rate, block))).stream())
                .toList();
    }

    private static ReleaseCell cell(Pool pool, SheetLayout layout, Rate rate, Block block) {
        var councils = pool.councils().values().stream()
                .map(sheets -> new CouncilSums(
                        sum(sheets, block, rate.numerator()), sum(sheets, block, rate.denominator()), sheets.size()))
                .toList();
        return ReleaseCell.of(councils, rate.noisyCells(layout.sigma()));
    }

    private static long sum(List<SealedSheet> sheets, Block block, List<String> cells) {
        var sum = 0L;
        for (var sheet : sheets) {
            for (var cell : cells) {
                sum += sheet.cells().get(block.position(cell).orElseThrow());
            }
        }
        return sum;
    }

    private static RateFigure rate(Rate rate, ReleaseCell cell) {
        var word = EnumWords.of(rate);
        var release = cell.release();
        if (release == null) {
            return new RateFigure(word, null, null, null, null, null, reason(cell), null);
        }
        return new RateFigure(
                word,
                release.percent(),
                rounded(release.rate(), SHARE_DIGITS),
                share(release.interval().lower()),
                share(release.interval().upper()),
                rounded(release.privacySd(), SD_DIGITS),
                null,
                differences(release));
    }

    private static Differences differences(ReleaseCell.Release release) {
        var spread = release.spread();
        var withheld = release.spreadWithheld();
        return new Differences(
                spread == null ? null : CountRounding.toNearestFive(release.precise() - release.precise() % 5),
                spread == null ? null : rounded(spread.tau2Flag(), VARIANCE_DIGITS),
                withheld == null ? null : EnumWords.of(withheld),
                spread == null || withheld != null ? null : quantiles(spread));
    }

    private static Quantiles quantiles(Spread spread) {
        Map<Double, BigDecimal> shown = spread.quantilesShown();
        return new Quantiles(shown.get(0.1), at(shown, 0.25), at(shown, 0.5), at(shown, 0.75), shown.get(0.9));
    }

    private static BigDecimal at(Map<Double, BigDecimal> quantiles, double p) {
        return Optional.ofNullable(quantiles.get(p)).orElseThrow();
    }

    private static List<WaitFigure> waits(Pool pool) {
        var layout = SheetLayout.of(pool.kind());
        var block = layout.block(Fact.WAIT).orElseThrow();
        return List.of(wait("all", pool, layout, block, 0), wait("not-same-day", pool, layout, block, 1));
    }

    private static WaitFigure wait(String word, Pool pool, SheetLayout layout, Block block, int firstBand) {
        var bands = Rate.WAIT_BANDS.subList(firstBand, Rate.WAIT_BANDS.size());
        var names = Fact.WAIT.cells().subList(firstBand, Fact.WAIT.cells().size());
        var councils = pool.councils().values().stream()
                .map(sheets -> new MedianWait.Cells(
                        names.stream()
                                .map(name -> sum(sheets, block, List.of(name)))
                                .toList(),
                        sheets.size()))
                .toList();
        var median = MedianWait.of(councils, bands, layout.sigma());
        var withheld = median.withheld();
        if (withheld != null) {
            return new WaitFigure(word, null, null, null, null, null, EnumWords.of(withheld));
        }
        var interval = median.interval();
        var sd = median.privacySd();
        return new WaitFigure(
                word,
                median.shownDays().isPresent() ? median.shownDays().getAsLong() : null,
                median.isInOpenBand() ? (long) bands.getLast().first() - 1 : null,
                interval == null ? null : days(interval.lower()),
                interval == null ? null : days(interval.upper()),
                sd == null ? null : rounded(sd, SD_DIGITS),
                null);
    }

    /**
     * Returns the rates in each group, of a pool of breakdowns.
     *
     * @param headlines the figures of the pools of everybody in the same year
     */
    static List<Breakdown> breakdowns(Pool pool, PoolFigures figures, List<PoolFigures> headlines) {
        if (figures.withheld() != null) {
            return List.of();
        }
        var layout = SheetLayout.of(Sheet.BREAKDOWNS);
        var all = new ArrayList<Breakdown>();
        for (var rate : Rate.values()) {
            for (var split : Split.values()) {
                var blocks = layout.blocks().stream()
                        .filter(block -> block.fact() == rate.fact()
                                && block.group() != null
                                && block.group().split() == split)
                        .toList();
                if (!blocks.isEmpty()) {
                    all.addAll(groups(rate, split, blocks, pool, layout, headline(rate, headlines)));
                }
            }
        }
        return all;
    }

    private static Optional<BigDecimal> headline(Rate rate, List<PoolFigures> headlines) {
        return headlines.stream()
                .flatMap(pool -> pool.rates().stream())
                .filter(figure -> figure.rate().equals(EnumWords.of(rate)))
                .flatMap(figure -> Optional.ofNullable(figure.share()).stream())
                .findFirst();
    }

    private static List<Breakdown> groups(
            Rate rate, Split split, List<Block> blocks, Pool pool, SheetLayout layout, Optional<BigDecimal> headline) {
        var cells =
                blocks.stream().map(block -> cell(pool, layout, rate, block)).toList();
        var scale = scale(rate, blocks, cells, pool, headline);
        var groups = new ArrayList<Breakdown>();
        for (var i = 0; i < blocks.size(); i++) {
            var release = cells.get(i).release();
            var name = split.groups().get(i);
            if (release == null) {
                groups.add(new Breakdown(
                        EnumWords.of(rate),
                        EnumWords.of(split),
                        name,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        reason(cells.get(i))));
            } else {
                groups.add(new Breakdown(
                        EnumWords.of(rate),
                        EnumWords.of(split),
                        name,
                        release.percent(),
                        rounded(Math.clamp(release.rate() * scale, 0, 1) * 100, 0),
                        rounded(release.rate(), SHARE_DIGITS),
                        share(release.interval().lower()),
                        share(release.interval().upper()),
                        rounded(release.privacySd(), SD_DIGITS),
                        null));
            }
        }
        return groups;
    }

    /** Returns the factor with which the groups add up to everybody, or 1 if a group or everybody is withheld. */
    private static double scale(
            Rate rate, List<Block> blocks, List<ReleaseCell> cells, Pool pool, Optional<BigDecimal> headline) {
        var weights = 0.0;
        var weighted = 0.0;
        for (var i = 0; i < blocks.size(); i++) {
            var release = cells.get(i).release();
            if (release == null || headline.isEmpty()) {
                return 1;
            }
            var block = blocks.get(i);
            var weight = Math.max(
                    0,
                    pool.councils().values().stream()
                            .mapToLong(sheets -> sum(sheets, block, rate.denominator()))
                            .sum());
            weights += weight;
            weighted += weight * release.rate();
        }
        return weighted <= 0 ? 1 : headline.orElseThrow().doubleValue() * weights / weighted;
    }

    private static String reason(ReleaseCell cell) {
        return EnumWords.of(Optional.ofNullable(cell.withheld()).orElseThrow());
    }

    private static @Nullable BigDecimal share(@Nullable Double share) {
        return share == null ? null : rounded(Math.clamp(share, 0, 1), SHARE_DIGITS);
    }

    private static @Nullable BigDecimal days(@Nullable Double days) {
        return days == null ? null : rounded(days, DAY_DIGITS);
    }

    private static BigDecimal rounded(double number, int digits) {
        return new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
