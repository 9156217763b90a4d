package uk.alongside.statistics.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import uk.alongside.statistics.benchmark.ReleaseCell.Pooled;

/**
 * Three councils put their exact figures together with a released rate, to work out the rate of the largest other one.
 * They know how many people each council sees.
 *
 * @param runs releases in which the rate was released
 * @param width how wide their best estimate of the fourth's rate stays, where 1 is what no release leaves
 */
public record Coalition(int runs, double width) {

    private static final int MEMBERS = 3;

    /** Attacks many releases of one rate. The coalition is of the first councils, which are of any size. */
    public static Coalition of(RateModel model, SimulatedPool.Size size, int runs, MadeUpChance chance) {
        var released = IntStream.range(0, runs)
                .mapToObj(run -> SimulatedPool.of(model, size, chance.at(size.councils(), run)))
                .filter(pool -> pool.released().release() != null)
                .map(Coalition::attacked)
                .toList();
        return new Coalition(released.size(), Math.sqrt(1 - squaredCorrelation(released)));
    }

    /** The estimate of the coalition, and the true rate. Both are distances from the usual rate. */
    private record Attacked(double seen, double own) {}

    private static Attacked attacked(SimulatedPool pool) {
        var exact = pool.exact();
        var release = pool.released();
        var pooled = release.pooled();
        var target = IntStream.range(MEMBERS, exact.size())
                .boxed()
                .max(Comparator.comparingLong(council -> exact.get(council).denominator()))
                .orElseThrow();
        if (pooled == null) {
            throw new IllegalStateException("A released rate has a pool.");
        }
        var known = 0.0;
        var weights = 0.0;
        for (var council = 0; council < exact.size(); council++) {
            var weight = weight(pool, pooled, council);
            weights += weight;
            known += council < MEMBERS ? weight * rate(pool, council) : 0;
        }
        var rest = weights
                - IntStream.range(0, MEMBERS)
                        .mapToDouble(council -> weight(pool, pooled, council))
                        .sum();
        var usual = pool.model().usual();
        return new Attacked(
                ((pooled.rate() * weights - known) / rest - usual) * rest / weight(pool, pooled, target),
                rate(pool, target) - usual);
    }

    private static double weight(SimulatedPool pool, Pooled pooled, int council) {
        var people = (double) pool.exact().get(council).denominator();
        return pooled.weightCap() == null ? people : Math.min(people, pooled.weightCap());
    }

    private static double rate(SimulatedPool pool, int council) {
        var own = pool.exact().get(council);
        return (double) own.numerator() / Math.max(1, own.denominator());
    }

    private static double squaredCorrelation(List<Attacked> attacked) {
        var both =
                attacked.stream().mapToDouble(each -> each.seen() * each.own()).sum();
        var seen =
                attacked.stream().mapToDouble(each -> each.seen() * each.seen()).sum();
        var real =
                attacked.stream().mapToDouble(each -> each.own() * each.own()).sum();
        return both * both / (seen * real);
    }
}
