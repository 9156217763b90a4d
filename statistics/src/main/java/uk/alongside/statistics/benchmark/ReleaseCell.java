package uk.alongside.statistics.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.funnel.Confidence;
import uk.alongside.statistics.interval.Interval;
import uk.alongside.statistics.rounding.CountRounding;

/**
 * One rate of a release, computed from sealed sheets only: gates, the pooled rate with the interval of its noise, and
 * how councils differ. All of it is post-processing of noised numbers, so it costs no privacy.
 *
 * @param contributors how many councils have sheets in the window
 * @param pooled null if there are too few contributors or no weight. It is computed, and not yet released: only
 *     {@link #release} is
 * @param withheld null if the rate is released
 * @param release null if the rate is withheld
 */
public record ReleaseCell(
        int contributors,
        @Nullable Pooled pooled,
        @Nullable Withheld withheld,
        @Nullable Release release) {

    static final int FEWEST = 5;
    private static final int FEWEST_FOR_SPREAD = 15;
    private static final int FEWEST_PRECISE = 10;
    private static final double LARGEST_SD = 0.025;
    private static final double LARGEST_SD_OF_ONE = 0.05;
    private static final int ONE_DECIMAL_FROM = 4000;
    private static final double ONE_DECIMAL_MARGIN = 0.0025;

    /**
     * The pooled rate before the gates.
     *
     * @param weightCap null if no council has more than a fifth of the weight
     * @param largestWeightShare from 0 to 1
     * @param rate from 0 to 1
     * @param privacySd standard deviation that the noise alone gives to the rate
     */
    public record Pooled(@Nullable Double weightCap, double largestWeightShare, double rate, double privacySd) {}

    /**
     * The rate as it is released.
     *
     * @param interval 95%, of the noise alone
     * @param contributorsShown to the nearest 5
     * @param percent whole, or with one decimal on large and precise figures
     * @param precise how many councils are precise enough to be among the quantiles
     * @param spreadWithheld null if the quantiles are released
     * @param spread null if too few councils contribute or are precise enough
     */
    public record Release(
            double rate,
            double privacySd,
            Interval interval,
            long contributorsShown,
            BigDecimal percent,
            int precise,
            @Nullable Withheld spreadWithheld,
            @Nullable Spread spread) {}

    /** Returns the cell for the councils that have sheets in a window. */
    public static ReleaseCell of(List<CouncilSums> councils, NoisyCells cells) {
        var n = councils.size();
        if (n < FEWEST) {
            return new ReleaseCell(n, null, Withheld.FEWER_THAN_FIVE_CONTRIBUTORS, null);
        }
        return Pool.of(councils, cells)
                .map(pool -> of(councils, cells, pool))
                .orElseGet(() -> new ReleaseCell(n, null, Withheld.PRECISION, null));
    }

    private static ReleaseCell of(List<CouncilSums> councils, NoisyCells cells, Pool pool) {
        var rate = pool.rate();
        var sd = pool.privacySd();
        var pooled = new Pooled(pool.weightCap(), pool.largestWeightShare(), rate, sd);
        if (sd > Math.min(LARGEST_SD, Math.min(rate, 1 - rate) / 4)) {
            return new ReleaseCell(councils.size(), pooled, Withheld.PRECISION, null);
        }
        var margin = Confidence.NINETY_FIVE.z() * sd;
        var decimals = pool.weight() >= ONE_DECIMAL_FROM && margin <= ONE_DECIMAL_MARGIN ? 1 : 0;
        var precise = councils.stream()
                .filter(council -> isPrecise(council, cells, rate))
                .toList();
        var tooFew = councils.size() < FEWEST_FOR_SPREAD
                ? Optional.of(Withheld.FEWER_THAN_FIFTEEN_CONTRIBUTORS)
                : Optional.of(Withheld.FEWER_THAN_TEN_PRECISE_ENOUGH).filter(_ -> precise.size() < FEWEST_PRECISE);
        var spread = tooFew.isPresent() ? null : Spread.of(precise, cells, rate);
        var likeNoise = spread != null && spread.quantiles().isEmpty();
        var release = new Release(
                rate,
                sd,
                new Interval(rate - margin, rate + margin),
                CountRounding.toNearestFive(councils.size()),
                Percentages.shown(rate, decimals),
                precise.size(),
                likeNoise ? Withheld.DIFFERENCES_LIKE_NOISE : tooFew.orElse(null),
                spread);
        return new ReleaseCell(councils.size(), pooled, null, release);
    }

    private static boolean isPrecise(CouncilSums council, NoisyCells cells, double rate) {
        return council.denominator() > 0
                && Math.sqrt(cells.variance(rate, council.sheets())) / council.denominator() <= LARGEST_SD_OF_ONE;
    }
}
