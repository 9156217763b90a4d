package uk.alongside.statistics.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.alongside.statistics.benchmark.CouncilSums;
import uk.alongside.statistics.benchmark.Flags;
import uk.alongside.statistics.benchmark.Flags.Flag;
import uk.alongside.statistics.benchmark.OwnPosition;
import uk.alongside.statistics.benchmark.ReleaseCell;
import uk.alongside.statistics.benchmark.ReleaseCell.Release;
import uk.alongside.statistics.benchmark.Spread;
import uk.alongside.statistics.benchmark.Withheld;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Blur;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.statistics.sheet.SheetLayout;

/** Made-up councils that share from the first quarter on, and what each release says of them. */
public final class History {

    private static final SheetLayout LAYOUT = SheetLayout.of(Sheet.QUARTER);
    private static final int WINDOW = 4;
    private static final double SPREAD = 0.22;
    private static final double SPREAD_OF_SIZES = 0.6;
    private static final double FALSE_DISCOVERY_RATE = 0.05;

    private final List<MadeUpCouncil> councils = new ArrayList<>();
    private final MadeUpChance chance;

    /** By quarter and council. */
    private final List<List<List<Integer>>> exact = new ArrayList<>();

    private final List<List<List<Integer>>> sealed = new ArrayList<>();

    private History(MadeUpChance chance) {
        this.chance = chance;
    }

    /**
     * One release, of the last four quarters.
     *
     * @param rates how many rates the specification has
     * @param released how many are released
     * @param quartiles how many with quartiles
     * @param withheld how many rates or quartiles are withheld, by reason
     * @param places how many of the councils' own rates can be placed among the quartiles
     * @param flags how many are worth a look
     * @param councilsWithFlag how many councils have one
     */
    public record Quarter(
            int rates,
            int released,
            int quartiles,
            Map<Withheld, Integer> withheld,
            int places,
            int flags,
            int councilsWithFlag) {

        public Quarter {
            withheld = Map.copyOf(withheld);
        }
    }

    /** Makes up councils around a median of residents in a quarter, and releases quarter by quarter. */
    public static List<Quarter> of(int councils, int median, int quarters, MadeUpChance chance) {
        var history = new History(chance);
        for (var council = 0; council < councils; council++) {
            var own = chance.at(council);
            history.councils.add(MadeUpCouncil.of((int) Math.round(own.size(median, SPREAD_OF_SIZES)), SPREAD, own));
        }
        var releases = new ArrayList<Quarter>();
        for (var quarter = 0; quarter < quarters; quarter++) {
            history.seal(quarter);
            releases.add(history.release());
        }
        return releases;
    }

    private void seal(int quarter) {
        var counted = new ArrayList<List<Integer>>();
        var blurred = new ArrayList<List<Integer>>();
        for (var council = 0; council < councils.size(); council++) {
            var blur = Blur.draw(LAYOUT);
            var counts = councils.get(council).counts(Sheet.QUARTER, chance.at(council, quarter, 1));
            counted.add(counts);
            blurred.add(blur.over(counts));
        }
        exact.add(counted);
        sealed.add(blurred);
    }

    private Quarter release() {
        var rates = Arrays.stream(Rate.values())
                .filter(rate -> LAYOUT.block(rate.fact()).isPresent())
                .toList();
        var withheld = new TreeMap<Withheld, Integer>();
        var releases = new ArrayList<Optional<Release>>();
        for (var rate : rates) {
            var cell = ReleaseCell.of(sums(sealed, rate), rate.noisyCells(LAYOUT.sigma()));
            releases.add(Optional.ofNullable(cell.release()));
            Optional.ofNullable(cell.withheld()).ifPresent(reason -> withheld.merge(reason, 1, Integer::sum));
            Optional.ofNullable(cell.release())
                    .map(Release::spreadWithheld)
                    .ifPresent(reason -> withheld.merge(reason, 1, Integer::sum));
        }
        var places = 0;
        var flags = 0;
        var councilsWithFlag = 0;
        for (var council = 0; council < councils.size(); council++) {
            var measures = new ArrayList<Flags.Measure>();
            for (var at = 0; at < rates.size(); at++) {
                var own = sums(exact, rates.get(at)).get(council);
                places +=
                        releases.get(at).map(release -> isPlaced(release, own)).orElse(false) ? 1 : 0;
                releases.get(at).ifPresent(release -> measures.add(measure(release, own)));
            }
            var flagged = Flags.of(measures, FALSE_DISCOVERY_RATE).results().stream()
                    .filter(result -> result.flag() == Flag.LOWER || result.flag() == Flag.HIGHER)
                    .count();
            flags += (int) flagged;
            councilsWithFlag += flagged > 0 ? 1 : 0;
        }
        var released = releases.stream().flatMap(Optional::stream).toList();
        return new Quarter(
                rates.size(),
                released.size(),
                (int) released.stream().filter(History::hasQuartiles).count(),
                withheld,
                places,
                flags,
                councilsWithFlag);
    }

    private static boolean hasQuartiles(Release release) {
        return release.spread() != null && release.spreadWithheld() == null;
    }

    private static boolean isPlaced(Release release, CouncilSums own) {
        var spread = release.spread();
        if (spread == null || !hasQuartiles(release)) {
            return false;
        }
        var quartiles = spread.quantiles();
        return OwnPosition.of(
                        own.numerator(),
                        own.denominator(),
                        quartiles.getOrDefault(0.25, 0.0),
                        quartiles.getOrDefault(0.5, 0.0),
                        quartiles.getOrDefault(0.75, 0.0))
                .place()
                .isPresent();
    }

    private static Flags.Measure measure(Release release, CouncilSums own) {
        var spread = Optional.ofNullable(release.spread());
        return new Flags.Measure(
                own.numerator(),
                own.denominator(),
                release.rate(),
                release.privacySd(),
                spread.map(Spread::tau2Flag).orElse(null),
                release.precise());
    }

    /** Returns the sums of each council over the window. */
    private List<CouncilSums> sums(List<List<List<Integer>>> quarters, Rate rate) {
        var window = quarters.subList(Math.max(0, quarters.size() - WINDOW), quarters.size());
        var sums = new ArrayList<CouncilSums>();
        for (var council = 0; council < councils.size(); council++) {
            var numerator = 0L;
            var denominator = 0L;
            for (var quarter : window) {
                numerator += sum(quarter.get(council), rate, rate.numerator());
                denominator += sum(quarter.get(council), rate, rate.denominator());
            }
            sums.add(new CouncilSums(numerator, denominator, window.size()));
        }
        return sums;
    }

    private static long sum(List<Integer> cells, Rate rate, List<String> names) {
        var block = LAYOUT.block(rate.fact()).orElseThrow();
        return names.stream()
                .mapToLong(name -> cells.get(block.position(name).orElseThrow()))
                .sum();
    }
}
