package uk.alongside.statistics.simulation;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import uk.alongside.statistics.distribution.GammaDistribution;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Block;
import uk.alongside.statistics.sheet.Blur;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.SheetLayout;
import uk.alongside.statistics.sheet.Split;

/**
 * The difference between an attacker's best sum and the exact count of one cell, over many attacks. It should be noise of
 * the specification and no less.
 *
 * @param sd standard deviation of what is left
 * @param expectedSd that of the noises of which it should be made
 * @param p the chance of such a sample if it is made of these noises (chi-square)
 */
public record Residual(int attacks, double sd, double expectedSd, double p) {

    private static final int WIDEST = 400;
    private static final double SMALLEST_BIN = 20;
    private static final Fact FACT = Fact.CONNECTION_OFFERED;
    private static final long FACTS = 36;
    private static final long BREAKDOWNS = 64;

    /**
     * All other councils take their own sheets from a released sum. A sheet of the last council is left, blurred as it was
     * sealed.
     */
    public static Residual ofAllOthers(int councils, int attacks, MadeUpChance chance) {
        var layout = SheetLayout.of(Sheet.QUARTER);
        var cell = layout.block(FACT).orElseThrow().first();
        var attack = new int[1];
        return of(attacks, List.of(FACTS), () -> {
            var place = chance.at(attack[0]++);
            var sum = 0L;
            var others = 0L;
            var exact = 0L;
            for (var council = 0; council < councils; council++) {
                var counted = MadeUpCouncil.of(80, 0.2, place.at(council)).counts(Sheet.QUARTER, place.at(council, 1));
                var sealed = Blur.draw(layout).over(counted).get(cell);
                sum += sealed;
                others += council > 0 ? sealed : 0;
                exact = council == 0 ? counted.get(cell) : exact;
            }
            return sum - others - exact;
        });
    }

    /** Two releases hold a sheet and its correction, and no other council corrects. Their difference is left. */
    public static Residual ofACorrection(int attacks) {
        return of(attacks, List.of(FACTS, FACTS), () -> {
            var layout = SheetLayout.of(Sheet.QUARTER);
            var cell = layout.block(FACT).orElseThrow().first();
            return sealed(layout, cell, 103) - sealed(layout, cell, 80) - 23;
        });
    }

    /** The headline is compared with the sum of the breakdowns of the same people. */
    public static Residual ofHeadlineAndBreakdowns(int attacks) {
        var year = SheetLayout.of(Sheet.YEAR);
        var breakdowns = SheetLayout.of(Sheet.BREAKDOWNS);
        var headline = year.block(Fact.SATISFIED).orElseThrow().first();
        var groups = breakdowns.blocks().stream()
                .filter(block -> block.fact() == Fact.SATISFIED
                        && block.group() != null
                        && block.group().split() == Split.AGE)
                .map(Block::first)
                .toList();
        return of(attacks, List.of(FACTS, BREAKDOWNS, BREAKDOWNS, BREAKDOWNS), () -> {
            var all = Blur.draw(breakdowns).over(Collections.nCopies(breakdowns.cells(), 40));
            return sealed(year, headline, 120)
                    - groups.stream().mapToLong(all::get).sum();
        });
    }

    private static long sealed(SheetLayout layout, int cell, int people) {
        return Blur.draw(layout)
                .over(Collections.nCopies(layout.cells(), people))
                .get(cell);
    }

    private static Residual of(int attacks, List<Long> variances, LongSupplier attack) {
        Map<Long, Integer> seen = new HashMap<>();
        var squares = 0.0;
        for (var i = 0; i < attacks; i++) {
            var left = attack.getAsLong();
            seen.merge(left, 1, Integer::sum);
            squares += (double) left * left;
        }
        var chances = sumOf(variances);
        var expected = Math.sqrt(
                variances.stream().mapToDouble(variance -> (double) variance).sum());
        return new Residual(attacks, Math.sqrt(squares / attacks), expected, p(attacks, seen, chances));
    }

    /** Returns the chances of the sum of independent noises, from -WIDEST to WIDEST. */
    private static double[] sumOf(List<Long> variances) {
        var chances = new double[2 * WIDEST + 1];
        chances[WIDEST] = 1;
        for (var variance : variances) {
            var next = new double[chances.length];
            var noise = noise(variance);
            for (var at = 0; at < chances.length; at++) {
                for (var more = 0; more < noise.length && chances[at] > 0; more++) {
                    var to = at + more - WIDEST;
                    if (to >= 0 && to < next.length) {
                        next[to] += chances[at] * noise[more];
                    }
                }
            }
            chances = next;
        }
        return chances;
    }

    private static double[] noise(long variance) {
        var weights = new double[2 * WIDEST + 1];
        for (var at = 0; at < weights.length; at++) {
            var k = (double) at - WIDEST;
            weights[at] = Math.exp(-k * k / (2.0 * variance));
        }
        var sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** The values between the first and the last that are frequent enough are bins of their own. */
    private static double p(int attacks, Map<Long, Integer> seen, double[] chances) {
        var end = 0;
        while (attacks * chances[WIDEST + end + 1] >= SMALLEST_BIN) {
            end++;
        }
        var statistic = 0.0;
        var beyond = attacks;
        var expectedBeyond = (double) attacks;
        for (var k = -end; k <= end; k++) {
            var observed = seen.getOrDefault((long) k, 0);
            var expected = attacks * chances[WIDEST + k];
            statistic += (observed - expected) * (observed - expected) / expected;
            beyond -= observed;
            expectedBeyond -= expected;
        }
        statistic += (beyond - expectedBeyond) * (beyond - expectedBeyond) / expectedBeyond;
        return GammaDistribution.survival(statistic / 2, (2 * end + 1) / 2.0);
    }
}
