package uk.alongside.statistics.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Block;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.SheetLayout;
import uk.alongside.statistics.sheet.Split;

/**
 * A council that does not exist: how many people it sees in a quarter, and their shares in the cells of each fact.
 *
 * @param shares one for each cell of the fact; they add up to 1
 */
public record MadeUpCouncil(int people, Map<Fact, List<Double>> shares) {

    private static final int QUARTERS = 4;

    /** The usual shares, and of how many people in a hundred the fact is known. */
    private record Usual(double known, List<Double> shares) {

        static Usual of(double known, Double... shares) {
            return new Usual(known, List.of(shares));
        }
    }

    private static final Map<Fact, Usual> USUAL = Map.ofEntries(
            Map.entry(Fact.WAIT, Usual.of(1, 0.17, 0.25, 0.23, 0.2, 0.07, 0.05, 0.03)),
            Map.entry(Fact.FIRST_BOOKING, Usual.of(0.85, 0.81, 0.09, 0.1)),
            Map.entry(Fact.ARRIVAL, Usual.of(1, 0.78, 0.18, 0.04)),
            Map.entry(Fact.OUTCOME, Usual.of(0.95, 0.52, 0.15, 0.13, 0.1, 0.1)),
            Map.entry(Fact.NEXT_STEP, Usual.of(0.95, 0.78, 0.22)),
            Map.entry(Fact.CONNECTION_OFFERED, Usual.of(0.95, 0.55, 0.45)),
            Map.entry(Fact.LISTENED_TO, Usual.of(0.45, 0.85, 0.12, 0.03)),
            Map.entry(Fact.IMPORTANT_DISCUSSED, Usual.of(0.45, 0.82, 0.14, 0.04)),
            Map.entry(Fact.KNOWS_NEXT, Usual.of(0.45, 0.8, 0.15, 0.05)),
            Map.entry(Fact.ASKED_AGAIN, Usual.of(0.9, 0.22, 0.78)),
            Map.entry(Fact.CONNECTION_TAKEN_UP, Usual.of(0.3, 0.62, 0.38)),
            Map.entry(Fact.SATISFIED, Usual.of(0.16, 0.22, 0.3, 0.32, 0.16)),
            Map.entry(Fact.WORTHWHILE, Usual.of(0.16, 0.2, 0.35, 0.31, 0.14)),
            Map.entry(Fact.HAPPY, Usual.of(0.16, 0.23, 0.28, 0.31, 0.18)),
            Map.entry(Fact.ANXIOUS, Usual.of(0.16, 0.24, 0.26, 0.32, 0.18)),
            Map.entry(Fact.LONELY, Usual.of(0.1, 0.2, 0.36, 0.44)));

    private static final Map<Split, List<Double>> GROUPS =
            Map.of(Split.AGE, List.of(0.35, 0.47, 0.18), Split.KIND, List.of(0.68, 0.18, 0.1, 0.04));

    public MadeUpCouncil {
        shares = Map.copyOf(shares);
    }

    /**
     * Returns a council that differs from the usual one by chance.
     *
     * @param spread of the shares, on the scale of their logarithms; 0 makes all councils alike
     */
    public static MadeUpCouncil of(int people, double spread, MadeUpChance chance) {
        var shares = new EnumMap<Fact, List<Double>>(Fact.class);
        for (var fact : Fact.values()) {
            shares.put(
                    fact,
                    moved(usual(fact).shares(), spread, chance.at(fact.name().hashCode())));
        }
        return new MadeUpCouncil(people, shares);
    }

    /** Returns the exact counts of a sheet. */
    public List<Integer> counts(Sheet kind, MadeUpChance chance) {
        var layout = SheetLayout.of(kind);
        var cells = new ArrayList<Integer>(Collections.nCopies(layout.cells(), 0));
        var everybody = kind == Sheet.QUARTER ? people : QUARTERS * people;
        for (var block : layout.blocks()) {
            var known = everybody * usual(block.fact()).known() * share(block);
            // Each quarter is a little busier or quieter than the last.
            var counted = chance.people((int) Math.round(known * (0.9 + 0.2 * chance.uniform())), shares(block.fact()));
            for (var cell = 0; cell < counted.length; cell++) {
                cells.set(block.first() + cell, counted[cell]);
            }
        }
        return List.copyOf(cells);
    }

    private double[] shares(Fact fact) {
        return shares.getOrDefault(fact, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double share(Block block) {
        var group = block.group();
        return group == null
                ? 1
                : GROUPS.getOrDefault(group.split(), List.of())
                        .get(group.split().groups().indexOf(group.name()));
    }

    private static Usual usual(Fact fact) {
        return USUAL.getOrDefault(fact, Usual.of(0));
    }

    private static List<Double> moved(List<Double> shares, double spread, MadeUpChance chance) {
        var weights = shares.stream()
                .mapToDouble(share -> share * Math.exp(spread * chance.normal()))
                .toArray();
        var sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).boxed().toList();
    }
}
