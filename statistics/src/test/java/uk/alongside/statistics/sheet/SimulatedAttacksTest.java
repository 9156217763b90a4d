package uk.alongside.statistics.sheet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.alongside.statistics.benchmark.CouncilSums;
import uk.alongside.statistics.benchmark.NoisyCells;
import uk.alongside.statistics.benchmark.ReleaseCell;
import uk.alongside.statistics.privacy.DiscreteGaussian;
import uk.alongside.statistics.privacy.DiscreteGaussianMass;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/**
 * Attackers who know everything but one person or one council, against the real noise (docs/benchmark-attacks.md). The
 * made-up councils have seeds, the noise has none. On sound noise, each test fails less than once in a million runs.
 */
class SimulatedAttacksTest {

    private static final double ACCEPTED_RISK = 1e-6;

    /** A normal variable is further above its mean than this many standard deviations once in two million times. */
    private static final double STANDARD_ERRORS = 4.9;

    private static final int TENANTS = 10_000;
    private static final List<Sheet> QUARTER = List.of(Sheet.QUARTER);
    private static final List<Sheet> YEAR_END = List.of(Sheet.QUARTER, Sheet.YEAR, Sheet.BREAKDOWNS);

    /** The attacker knows every other resident of the council and all that this one would have done. */
    @ParameterizedTest
    @CsvSource({"quarter, 40000, 0.604", "year end, 12000, 0.655"})
    @DisplayName("Attack 5: one resident more, new period")
    void aGuesserWhoKnowsAllOthersIsRarelyRightAboutOneResident(String when, int tenants, double bound) {
        var kinds = when.equals("quarter") ? QUARTER : YEAR_END;
        var people = new Random(5);
        var right = 0;
        for (var tenant = 0; tenant < tenants; tenant++) {
            var isIn = people.nextBoolean();
            var evidence = 0.0;
            for (var kind : kinds) {
                evidence += evidence(SheetLayout.of(kind), isIn);
            }
            right += (evidence > 0) == isIn ? 1 : 0;
        }

        var success = (double) right / tenants;
        var error = Math.sqrt(bound * (1 - bound) / tenants);
        print("Attack 5, " + when, success, "at most %.4f + %.1f se".formatted(bound, STANDARD_ERRORS));
        assertThat(success).isBetween(bound - 0.002 - STANDARD_ERRORS * error, bound + STANDARD_ERRORS * error);
    }

    /** Returns how much likelier the sheet is if the resident is in it, in logarithms, after all others are subtracted. */
    private static double evidence(SheetLayout layout, boolean isIn) {
        var noise = layout.noise();
        var evidence = 0.0;
        for (var cell = 0L; cell < cellsOfOnePerson(layout); cell++) {
            var seen = noise.draw() + (isIn ? 1 : 0);
            evidence += (2.0 * seen - 1) / (2.0 * layout.sigma() * layout.sigma());
        }
        return evidence;
    }

    private static long cellsOfOnePerson(SheetLayout layout) {
        return layout.blocks().stream()
                .map(block -> block.group() == null
                        ? block.fact().name()
                        : block.fact() + " by " + block.group().split())
                .distinct()
                .count();
    }

    /** The attackers even have the sum without rounding, and know the exact counts of the council. */
    @Test
    @DisplayName("Attack 9: all others collude")
    void allOthersTogetherSeeOnlyTheNoisySheetOfTheLast() {
        var layout = SheetLayout.of(Sheet.QUARTER);
        var random = new Random(9);
        var residuals = LongStream.builder();
        for (var release = 0; release < 2500; release++) {
            var noise = layout.noise();
            for (var cell = 0; cell < layout.cells(); cell++) {
                var exact = random.nextInt(120);
                var others = IntStream.range(0, 19)
                        .mapToLong(_ -> random.nextInt(-20, 400))
                        .toArray();
                var sum = LongStream.of(others).sum() + exact + noise.draw();
                residuals.add(sum - LongStream.of(others).sum() - exact);
            }
        }

        var p = DiscreteGaussianMass.ofVariance(36)
                .pOfChiSquare(residuals.build().toArray());
        print("Attack 9, chi-square of the residuals", p, "above " + ACCEPTED_RISK);
        assertThat(p).isGreaterThan(ACCEPTED_RISK);
    }

    /** A reader subtracts the figures of the old release from the restated ones, cell by cell, without rounding. */
    @Test
    @DisplayName("Attack 13: correction, old and new release, subtract")
    void aLoneCorrectionShowsNoMoreThanItsBlurredDifference() {
        var layout = SheetLayout.of(Sheet.QUARTER);
        var random = new Random(13);
        var residuals = LongStream.builder();
        var right = 0;
        for (var tenant = 0; tenant < TENANTS; tenant++) {
            var wasAdded = random.nextBoolean();
            var first = layout.noise();
            var second = layout.noise();
            var evidence = 0.0;
            for (var cell = 0L; cell < cellsOfOnePerson(layout); cell++) {
                var others = random.nextInt(200);
                var difference = others + (wasAdded ? 1 : 0) + second.draw() - (others + first.draw());
                residuals.add(difference - (wasAdded ? 1 : 0));
                evidence += 2.0 * difference - 1;
            }
            right += (evidence > 0) == wasAdded ? 1 : 0;
        }

        var bound = 0.574;
        var success = (double) right / TENANTS;
        var error = Math.sqrt(bound * (1 - bound) / TENANTS);
        print("Attack 13, one resident added", success, "at most %.3f + %.1f se".formatted(bound, STANDARD_ERRORS));
        assertThat(success).isLessThan(bound + STANDARD_ERRORS * error);
        var p = DiscreteGaussianMass.ofVariance(72)
                .pOfChiSquare(residuals.build().toArray());
        print("Attack 13, chi-square of the differences", p, "above " + ACCEPTED_RISK);
        assertThat(p).isGreaterThan(ACCEPTED_RISK);
    }

    /**
     * Everybody of the council is in one quarter and in one group of age, so that the headline and the sum of its margins
     * have the same count. If the noise were shared, they would agree.
     */
    @Test
    @DisplayName("Attack 20: headline against sums of margins")
    void theHeadlineAndTheSumOfItsMarginsHaveIndependentNoise() {
        var headline = SheetLayout.of(Sheet.QUARTER).noise();
        var margins = SheetLayout.of(Sheet.BREAKDOWNS).noise();
        var groups = Split.AGE.groups().size();
        var random = new Random(20);

        var differences = LongStream.generate(() -> {
                    var exact = random.nextInt(1000);
                    var sum = exact
                            + IntStream.range(0, groups)
                                    .mapToLong(_ -> margins.draw())
                                    .sum();
                    return exact + headline.draw() - sum;
                })
                .limit(40_000)
                .toArray();

        var p = DiscreteGaussianMass.ofVariance(36 + 64.0 * groups).pOfChiSquare(differences);
        print("Attack 20, chi-square of headline less margins", p, "above " + ACCEPTED_RISK);
        assertThat(p).isGreaterThan(ACCEPTED_RISK);
    }

    /**
     * 3,031 of 5,010 people are 60.499%, and one answer more makes 60.519%. Exact figures would show 60 and 61. The
     * attacker also reads the share with all its digits.
     */
    @Test
    @DisplayName("Attack 21: boundary of the displayed percent")
    void theDisplayedPercentAtItsBoundaryIsMadeOfNoisyNumbers() {
        var random = new Random(21);
        var rounds = 8000;
        var byPercent = 0;
        var byShare = 0;
        for (var round = 0; round < rounds; round++) {
            var said = random.nextBoolean();
            var noise = DiscreteGaussian.forFacts();
            var councils = new ArrayList<CouncilSums>();
            for (var council = 0; council < 5; council++) {
                var yes = council < 4 ? 606 : 607 + (said ? 1 : 0);
                councils.add(sums(yes, 1002, noise));
            }
            var release = requireNonNull(
                    ReleaseCell.of(councils, new NoisyCells(1, 5, 1, 6)).release());
            byPercent += (release.percent().intValue() >= 61) == said ? 1 : 0;
            byShare += (release.rate() > 3031.5 / 5010) == said ? 1 : 0;
        }

        var bound = 0.5469;
        var error = Math.sqrt(bound * (1 - bound) / rounds);
        for (var right : List.of(byPercent, byShare)) {
            print("Attack 21", (double) right / rounds, "at most %.4f + %.1f se".formatted(bound, STANDARD_ERRORS));
            assertThat((double) right / rounds).isLessThan(bound + STANDARD_ERRORS * error);
        }
    }

    /**
     * Three councils know their own sheets and the sizes of all others, and estimate the rate of a fourth from the pooled
     * rate without rounding. A share of 1 is what they could say without a release.
     */
    @ParameterizedTest
    @CsvSource({"5, 4000", "15, 1000"})
    @DisplayName("Attack 26: three colluders at n = 5 and n = 15")
    void threeColludersCanSayLittleOfAFourth(int n, int releases) {
        var made = new Random(26);
        var before = 0.0;
        var after = 0.0;
        for (var release = 0; release < releases; release++) {
            var collusion = new Collusion(made, n, DiscreteGaussian.forFacts());
            before += collusion.before() * collusion.before();
            after += collusion.after() * collusion.after();
        }

        var share = Math.sqrt(after / before);
        print("Attack 26, n = " + n, share, "at least 0.7");
        assertThat(share).isGreaterThan(0.7);
    }

    /** Returns a rate's noisy sums: one cell in the numerator, four others in the denominator. */
    private static CouncilSums sums(long yes, long people, DiscreteGaussian noise) {
        var numerator = yes + noise.draw();
        var denominator = people - yes + numerator;
        for (var cell = 0; cell < 4; cell++) {
            denominator += noise.draw();
        }
        return new CouncilSums(numerator, denominator, 1);
    }

    /** One release of made-up councils, of which the first three collude against the fourth, the largest of all. */
    private static final class Collusion {

        private static final double MEAN = 0.6;
        private static final double SPREAD = 0.08;
        private static final int COLLUDERS = 3;

        private final double truth;
        private final double estimate;

        Collusion(Random made, int n, DiscreteGaussian noise) {
            var councils = new ArrayList<CouncilSums>();
            var rates = new double[n];
            var sizes = IntStream.range(0, n)
                    .mapToLong(_ -> Math.max(40, Math.round(250 * Math.exp(0.5 * made.nextGaussian()))))
                    .sorted()
                    .toArray();
            var largest = sizes[n - 1];
            sizes[n - 1] = sizes[COLLUDERS];
            sizes[COLLUDERS] = largest;
            for (var council = 0; council < n; council++) {
                var people = sizes[council];
                var yes = Math.round(people * Math.clamp(MEAN + SPREAD * made.nextGaussian(), 0, 1));
                rates[council] = (double) yes / people;
                councils.add(sums(yes, people, noise));
            }
            truth = rates[COLLUDERS];
            var pooled = ReleaseCell.of(councils, new NoisyCells(1, 5, 1, 6)).pooled();
            if (pooled == null) {
                // Nothing is released if noise leaves a small council, and with it the capped weights, below zero.
                estimate = MEAN;
                return;
            }
            var cap = pooled.weightCap() == null ? Double.POSITIVE_INFINITY : pooled.weightCap();
            var unknown = 0.0;
            var squares = 0.0;
            var noisy = 0.0;
            var all = 0.0;
            var known = 0.0;
            for (var council = 0; council < n; council++) {
                var sums = councils.get(council);
                var share = sums.denominator() <= cap ? 1 : cap / sums.denominator();
                var weight = share * sums.denominator();
                all += weight;
                if (council < COLLUDERS) {
                    known += share * sums.numerator();
                } else {
                    unknown += weight;
                    squares += weight * weight;
                    noisy += share * share * 36 * (1 + 5 * MEAN * MEAN - 2 * MEAN);
                }
            }
            var rest = (pooled.rate() * all - known) / unknown;
            var own = Math.min((double) councils.get(COLLUDERS).denominator(), cap) / unknown;
            var variance = (SPREAD * SPREAD * squares + noisy) / (unknown * unknown);
            estimate = MEAN + own * SPREAD * SPREAD / variance * (rest - MEAN);
        }

        double before() {
            return truth - MEAN;
        }

        double after() {
            return truth - estimate;
        }
    }

    private static void print(String attack, double reached, String bound) {
        System.out.printf(Locale.ROOT, "%s: %.4g, bound %s%n", attack, reached, bound);
    }
}
