package uk.alongside.statistics.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.alongside.statistics.benchmark.Flags;
import uk.alongside.statistics.benchmark.Flags.Flag;
import uk.alongside.statistics.benchmark.ReleaseCell.Release;
import uk.alongside.statistics.benchmark.Spread;

/**
 * How often a figure of a made-up council is "worth a look", over many releases with sixteen rates.
 *
 * @param flags for each council and release
 * @param councilsWithFlag the share of councils that have at least one, from 0 to 1
 * @param apartFound the share of releases in which the first council is flagged in its first rate
 */
public record FlagRuns(int runs, double flags, double councilsWithFlag, double apartFound) {

    private static final int RATES = 16;
    private static final double FALSE_DISCOVERY_RATE = 0.05;

    /**
     * Runs releases in which every council is ordinary but for the first one, which is of median size and whose first rate
     * is moved.
     *
     * @param apart how far its first rate is from the usual one; 0 leaves it ordinary
     */
    public static FlagRuns of(RateModel model, SimulatedPool.Size size, double apart, int runs, MadeUpChance chance) {
        var flags = 0L;
        var councils = 0L;
        var found = 0;
        for (var run = 0; run < runs; run++) {
            var pools = pools(model, size, apart, chance.at(size.councils(), run));
            var releases = pools.stream().map(pool -> pool.released().release()).toList();
            for (var council = 0; council < size.councils(); council++) {
                var own = new ArrayList<Flags.Measure>();
                for (var rate = 0; rate < RATES; rate++) {
                    own.add(measure(pools.get(rate), Optional.ofNullable(releases.get(rate)), council));
                }
                var results = Flags.of(own, FALSE_DISCOVERY_RATE).results();
                var flagged = results.stream().filter(FlagRuns::isFlag).count();
                flags += flagged;
                councils += flagged > 0 ? 1 : 0;
                found += council == 0 && isFlag(results.getFirst()) ? 1 : 0;
            }
        }
        var all = (double) runs * size.councils();
        return new FlagRuns(runs, flags / all, councils / all, (double) found / runs);
    }

    private static List<SimulatedPool> pools(
            RateModel model, SimulatedPool.Size size, double apart, MadeUpChance chance) {
        var people = new ArrayList<>(size.people(chance));
        people.set(0, size.median());
        var pools = new ArrayList<SimulatedPool>();
        for (var rate = 0; rate < RATES; rate++) {
            pools.add(SimulatedPool.of(model, people, size.sheets(), rate == 0 ? apart : 0, chance.at(RATES, rate)));
        }
        return pools;
    }

    private static boolean isFlag(Flags.Result result) {
        return result.flag() == Flag.LOWER || result.flag() == Flag.HIGHER;
    }

    private static Flags.Measure measure(SimulatedPool pool, Optional<Release> release, int council) {
        var own = pool.exact().get(council);
        var spread = release.map(Release::spread);
        return new Flags.Measure(
                own.numerator(),
                release.isEmpty() ? 0 : own.denominator(),
                release.map(Release::rate).orElse(0.5),
                release.map(Release::privacySd).orElse(0.0),
                spread.map(Spread::tau2Flag).orElse(null),
                release.map(Release::precise).orElse(0));
    }
}
