package uk.alongside.statistics.simulation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.alongside.statistics.benchmark.NoisyCells;
import uk.alongside.statistics.distribution.BetaDistribution;

/**
 * A kind of rate whose release is simulated: how large it is, how councils differ in it, and the cells of its fact. The
 * rates of councils have a beta distribution, because it keeps their mean and their spread near 0 and 1 too.
 */
public enum RateModel {
    /** A rate of about 60%, one of five cells. */
    CENTRAL(0.6, 0.08, 1, 5),
    /** A rate of about 95%, one of two cells. */
    HIGH(0.95, 0.03, 1, 2),
    /** A rate of about 5%, one of five cells. */
    LOW(0.05, 0.02, 1, 5),
    /** A rate of about 60%, one of the three cells of a change: better, the same, worse. */
    CHANGE_OF_THREE(0.6, 0.08, 1, 3),
    /** A rate of about 60%, two of the four cells of a change: better by little or much, the same, worse. */
    CHANGE_OF_FOUR(0.6, 0.08, 2, 4),
    /** A rate of about 60%, one of two cells. */
    YES_OR_NO(0.6, 0.08, 1, 2),
    /** A central rate in which councils do not differ. */
    CENTRAL_WITHOUT_SPREAD(0.6, 0, 1, 5);

    private static final double SIGMA = 6;
    private final double share;
    private final double spread;
    private final int numerators;
    private final int cells;

    RateModel(double share, double spread, int numerators, int cells) {
        this.share = share;
        this.spread = spread;
        this.numerators = numerators;
        this.cells = cells;
    }

    /** Returns how many cells its fact has. The first ones are the numerator. */
    public int cells() {
        return cells;
    }

    /** Returns how many of its cells are the numerator. */
    int numerators() {
        return numerators;
    }

    /** Returns the rate around which councils differ, from 0 to 1. */
    public double usual() {
        return share;
    }

    /** Returns how the noise of its cells adds up. */
    public NoisyCells noisy() {
        return new NoisyCells(numerators, cells, numerators, SIGMA);
    }

    /** Returns the same cells without noise, for what is true. */
    NoisyCells exact() {
        return new NoisyCells(numerators, cells, numerators, 0);
    }

    /** Returns the rate of an ordinary council. */
    double of(MadeUpChance chance) {
        var rates = Rates.EQUALLY_LIKELY.getOrDefault(this, List.of());
        return rates.get((int) (rates.size() * chance.uniform()));
    }

    /** Returns the shares of the cells at a rate. */
    double[] shares(double rate) {
        var shares = new double[cells];
        for (var cell = 0; cell < cells; cell++) {
            shares[cell] = cell < numerators ? rate / numerators : (1 - rate) / (cells - numerators);
        }
        return shares;
    }

    /** The rates of councils. They are computed once, because the quantiles of a beta distribution take long. */
    private static final class Rates {

        private static final int COUNT = 1000;

        private static final Map<RateModel, List<Double>> EQUALLY_LIKELY =
                Stream.of(values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Rates::of));

        private static List<Double> of(RateModel model) {
            if (model.spread == 0) {
                return List.of(model.share);
            }
            var shapes = model.share * (1 - model.share) / (model.spread * model.spread) - 1;
            return IntStream.range(0, COUNT)
                    .mapToObj(at -> BetaDistribution.quantile(
                            (at + 0.5) / COUNT, model.share * shapes, (1 - model.share) * shapes))
                    .toList();
        }
    }
}
