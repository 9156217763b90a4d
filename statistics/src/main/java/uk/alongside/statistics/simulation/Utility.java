package uk.alongside.statistics.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.benchmark.ReleaseCell;
import uk.alongside.statistics.benchmark.ReleaseCell.Release;
import uk.alongside.statistics.benchmark.Spread;
import uk.alongside.statistics.funnel.Confidence;

/**
 * How useful releases of made-up councils are, over many runs of the functions that make a release. Shares are from 0 to
 * 1, errors are mean distances in points from the same figure of exact counts, and a share or an error of nothing is NaN.
 *
 * @param pooled the share of runs in which the pooled rate is released
 * @param quartiles the share with quartiles
 * @param deciles the share with the outer tenths
 * @param pooledError of the pooled rates that are released
 * @param quartileError of the quartiles that are released
 * @param coverage the share of released intervals that hold the exact rate
 * @param sameSide the share of councils that are on the same side of the drawn 99.8% limits as with exact counts
 */
public record Utility(
        int runs,
        double pooled,
        double quartiles,
        double deciles,
        double pooledError,
        double quartileError,
        double coverage,
        double sameSide) {

    private static final List<Double> QUARTILES = List.of(0.25, 0.5, 0.75);
    private static final double POINTS = 100;

    /** Runs a release many times. */
    public static Utility of(RateModel model, SimulatedPool.Size size, int runs, MadeUpChance chance) {
        var sums = new Sums();
        for (var run = 0; run < runs; run++) {
            sums.add(SimulatedPool.of(model, size, chance.at(size.councils(), size.median(), size.sheets(), run)));
        }
        return sums.utility(runs);
    }

    private static final class Sums {

        private int pooled;
        private int quartiles;
        private int deciles;
        private int covered;
        private double pooledError;
        private double quartileError;
        private long sides;
        private long same;

        void add(SimulatedPool pool) {
            var release = pool.released().release();
            var truth = pool.truth();
            var exact = truth.pooled();
            if (release == null || exact == null) {
                return;
            }
            pooled++;
            pooledError += Math.abs(release.rate() - exact.rate());
            var interval = release.interval();
            covered += isIn(exact.rate(), interval.lower(), interval.upper()) ? 1 : 0;
            addSpread(pool, release, truth);
        }

        private static boolean isIn(double rate, @Nullable Double lower, @Nullable Double upper) {
            return (lower == null || rate >= lower) && (upper == null || rate <= upper);
        }

        private void addSpread(SimulatedPool pool, Release release, ReleaseCell truth) {
            var spread = release.spread();
            var exact = truth.release() == null ? null : truth.release().spread();
            if (spread == null || exact == null || release.spreadWithheld() != null) {
                return;
            }
            quartiles++;
            deciles += spread.quantiles().containsKey(0.1) ? 1 : 0;
            quartileError += QUARTILES.stream()
                    .mapToDouble(p -> Math.abs(at(spread, p) - at(exact, p)))
                    .average()
                    .orElse(Double.NaN);
            for (var council : pool.exact()) {
                if (council.denominator() > 0) {
                    var rate = (double) council.numerator() / council.denominator();
                    sides++;
                    same += side(spread, council.denominator(), rate) == side(exact, council.denominator(), rate)
                            ? 1
                            : 0;
                }
            }
        }

        private static double at(Spread spread, double p) {
            return spread.quantiles().getOrDefault(p, Double.NaN);
        }

        private static int side(Spread spread, long people, double rate) {
            var limits = spread.drawnLimits(people, Confidence.NINETY_NINE_POINT_EIGHT);
            return isIn(rate, limits.lower(), limits.upper()) ? 0 : rate < spread.rate() ? -1 : 1;
        }

        Utility utility(int runs) {
            return new Utility(
                    runs,
                    (double) pooled / runs,
                    (double) quartiles / runs,
                    (double) deciles / runs,
                    POINTS * pooledError / pooled,
                    POINTS * quartileError / quartiles,
                    (double) covered / pooled,
                    (double) same / sides);
        }
    }
}
