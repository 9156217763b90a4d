package uk.alongside.statistics.simulation;

import java.util.ArrayList;
import java.util.List;
import uk.alongside.statistics.benchmark.CouncilSums;
import uk.alongside.statistics.benchmark.ReleaseCell;
import uk.alongside.statistics.privacy.DiscreteGaussian;

/**
 * One rate of a pool of made-up councils: the exact sums, which no one outside a council sees, and the sealed ones, of
 * which a release is made.
 */
public record SimulatedPool(RateModel model, List<CouncilSums> exact, List<CouncilSums> sealed) {

    /** How much the sizes of councils differ, on the scale of their logarithms. */
    private static final double SPREAD_OF_SIZES = 0.9;

    public SimulatedPool {
        exact = List.copyOf(exact);
        sealed = List.copyOf(sealed);
    }

    /**
     * The councils of a pool.
     *
     * @param median residents of the middle council in a quarter
     * @param sheets how many quarters are added up
     */
    public record Size(int councils, int median, int sheets) {

        /** Returns the numbers of people that each council sees in a quarter. */
        public List<Integer> people(MadeUpChance chance) {
            var people = new ArrayList<Integer>();
            for (var council = 0; council < councils; council++) {
                people.add(Math.max(1, (int) Math.round(chance.at(council).size(median, SPREAD_OF_SIZES))));
            }
            return people;
        }
    }

    /** Makes up the councils of a pool, and seals their sheets. */
    public static SimulatedPool of(RateModel model, Size size, MadeUpChance chance) {
        return of(model, size.people(chance), size.sheets(), 0, chance);
    }

    /**
     * Makes up a rate for councils of given sizes, and seals their sheets.
     *
     * @param apart how far the rate of the first council is from the usual one; 0 leaves it ordinary
     */
    public static SimulatedPool of(
            RateModel model, List<Integer> people, int sheets, double apart, MadeUpChance chance) {
        var noise = DiscreteGaussian.forFacts();
        var exact = new ArrayList<CouncilSums>();
        var sealed = new ArrayList<CouncilSums>();
        for (var council = 0; council < people.size(); council++) {
            var own = chance.at(council, 1);
            var isApart = council == 0 && apart != 0;
            var shares = model.shares(isApart ? model.usual() + apart : model.of(own));
            var first = 0L;
            var all = 0L;
            var blurredFirst = 0L;
            var blurredAll = 0L;
            for (var sheet = 0; sheet < sheets; sheet++) {
                var cells = own.people(people.get(council), shares);
                for (var cell = 0; cell < cells.length; cell++) {
                    var blurred = cells[cell] + noise.draw();
                    all += cells[cell];
                    blurredAll += blurred;
                    first += cell < model.numerators() ? cells[cell] : 0;
                    blurredFirst += cell < model.numerators() ? blurred : 0;
                }
            }
            exact.add(new CouncilSums(first, all, sheets));
            sealed.add(new CouncilSums(blurredFirst, blurredAll, sheets));
        }
        return new SimulatedPool(model, exact, sealed);
    }

    /** Returns what a release says of the rate. */
    public ReleaseCell released() {
        return ReleaseCell.of(sealed, model.noisy());
    }

    /** Returns what a release would say if the counts were not blurred. */
    public ReleaseCell truth() {
        return ReleaseCell.of(exact, model.exact());
    }
}
