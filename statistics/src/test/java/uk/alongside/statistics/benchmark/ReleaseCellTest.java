package uk.alongside.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import uk.alongside.statistics.funnel.Confidence;
import uk.alongside.statistics.funnel.ExactFunnel;

class ReleaseCellTest {

    private static final NoisyCells CELLS = new NoisyCells(1, 5, 1, 6);
    private static final CouncilSums PRECISE = new CouncilSums(480, 800, 1);
    private static final CouncilSums SMALL = new CouncilSums(60, 100, 1);

    @Test
    void fewerThanFiveCouncilsAreWithheldWithoutANumber() {
        for (var n = 0; n < 5; n++) {
            assertThat(ReleaseCell.of(Collections.nCopies(n, PRECISE), CELLS))
                    .isEqualTo(new ReleaseCell(n, null, Withheld.FEWER_THAN_FIVE_CONTRIBUTORS, null));
        }
        assertThat(ReleaseCell.of(Collections.nCopies(5, PRECISE), CELLS).withheld())
                .isNull();
    }

    @Test
    void quantilesNeedFifteenCouncilsOfWhichTenArePrecise() {
        assertThat(spreadWithheld(14, 0)).isEqualTo(Withheld.FEWER_THAN_FIFTEEN_CONTRIBUTORS);
        assertThat(spreadWithheld(9, 6)).isEqualTo(Withheld.FEWER_THAN_TEN_PRECISE_ENOUGH);
        assertThat(spreadWithheld(10, 5)).isNull();
    }

    @Test
    void decilesNeedTwentyPreciseCouncils() {
        assertThat(spread(different(19)).quantiles()).containsOnlyKeys(0.25, 0.5, 0.75);
        assertThat(spread(different(20)).quantiles()).containsOnlyKeys(0.1, 0.25, 0.5, 0.75, 0.9);
    }

    @Test
    void equalCouncilsHaveNoQuantilesAndExactLimits() {
        var release = release(Collections.nCopies(20, PRECISE));
        var spread = spread(Collections.nCopies(20, PRECISE));

        assertThat(release.spreadWithheld()).isEqualTo(Withheld.DIFFERENCES_LIKE_NOISE);
        assertThat(spread.quantiles()).isEmpty();
        assertThat(spread.factor()).isZero();
        assertThat(spread.tau2()).isZero();
        assertThat(spread.tau2Flag()).isZero();
        assertThat(spread.drawnLimits(200, Confidence.NINETY_FIVE))
                .isEqualTo(ExactFunnel.limits(0.6, 200, Confidence.NINETY_FIVE));
    }

    @Test
    void noiseBelowZeroAndNoWeightAreWithheld() {
        assertThat(ReleaseCell.of(Collections.nCopies(6, new CouncilSums(-3, -5, 1)), CELLS)
                        .withheld())
                .isEqualTo(Withheld.PRECISION);
        assertThat(ReleaseCell.of(Collections.nCopies(6, new CouncilSums(0, 0, 1)), CELLS)
                        .pooled())
                .isNull();
    }

    @Test
    void aRateOfNoneOrOfAllIsWithheldAndClamped() {
        for (var numerator : new long[] {-50, 0, 800, 900}) {
            var cell = ReleaseCell.of(Collections.nCopies(8, new CouncilSums(numerator, 800, 1)), CELLS);

            assertThat(cell.withheld()).isEqualTo(Withheld.PRECISION);
            assertThat(cell.pooled()).isNotNull();
            assertThat(cell.release()).isNull();
        }
    }

    @Test
    void aRateNearNoneOrNearAllIsReleasedOnlyIfItsNoiseIsAQuarterOfItAtMost() {
        for (var percent : new long[] {2, 98}) {
            var large = release(Collections.nCopies(8, new CouncilSums(16 * percent, 1600, 1)));
            var small = ReleaseCell.of(Collections.nCopies(8, new CouncilSums(2 * percent, 200, 1)), CELLS);

            assertThat(large.percent().longValueExact()).isEqualTo(percent);
            assertThat(large.interval().lower()).isPositive();
            assertThat(large.interval().upper()).isLessThan(1);
            assertThat(small.withheld()).isEqualTo(Withheld.PRECISION);
        }
    }

    @Test
    void oneDecimalNeedsFourThousandPeopleAndASmallMargin() {
        var large = Collections.nCopies(10, new CouncilSums(6007, 10_000, 1));

        assertThat(release(large).percent().toPlainString()).isEqualTo("60.1");
        assertThat(release(Collections.nCopies(5, PRECISE)).percent().toPlainString())
                .isEqualTo("60");
        assertThat(release(Collections.nCopies(10, PRECISE)).percent().toPlainString())
                .isEqualTo("60");
    }

    @Test
    @DisplayName("Attack 16: membership in a measure")
    void contributorsAreShownToTheNearestFive() {
        assertThat(release(Collections.nCopies(7, PRECISE)).contributorsShown()).isEqualTo(5);
        assertThat(release(Collections.nCopies(8, PRECISE)).contributorsShown()).isEqualTo(10);
    }

    @Test
    @DisplayName("Attack 8: one council of 90%, and any other sizes")
    void noCouncilHasMoreThanAFifthOfTheWeight() {
        var random = new Random(5);
        for (var round = 0; round < 5000; round++) {
            var n = 5 + random.nextInt(12);
            var weights = IntStream.range(0, n)
                    .mapToDouble(_ -> Math.rint(Math.exp(random.nextGaussian() * 2) * 50 - 20))
                    .toArray();

            var cap = WeightCap.of(weights);

            var sum = 0.0;
            var largest = Double.NEGATIVE_INFINITY;
            for (var weight : weights) {
                sum += Math.min(weight, cap.orElse(Double.POSITIVE_INFINITY));
                largest = Math.max(largest, Math.min(weight, cap.orElse(Double.POSITIVE_INFINITY)));
            }
            if (sum > 0) {
                assertThat(largest).isLessThanOrEqualTo(sum / 5 + 1e-9);
            }
        }
    }

    @Test
    void aCapIsTheLargestThatKeepsToAFifth() {
        assertThat(WeightCap.of(new double[] {90, 10, 10, 10, 10, 10}).orElseThrow())
                .isCloseTo(12.5, within(1e-12));
        assertThat(WeightCap.of(new double[] {20, 20, 20, 20, 20})).isEmpty();
        assertThat(WeightCap.of(new double[] {20, 20, 20, 20, 0}).orElseThrow()).isZero();
    }

    @Test
    void theOrderOfCouncilsDoesNotMatter() {
        var councils = new ArrayList<>(different(24));
        var cell = release(councils);
        Collections.reverse(councils);
        var turned = release(councils);

        assertThat(turned.rate()).isCloseTo(cell.rate(), within(1e-14));
        assertThat(turned.percent()).isEqualTo(cell.percent());
        assertThat(spread(councils).tau2()).isCloseTo(spread(different(24)).tau2(), within(1e-12));
    }

    private static List<CouncilSums> different(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new CouncilSums(400 + 160L * i / n, 800, 1))
                .toList();
    }

    private static @Nullable Withheld spreadWithheld(int precise, int small) {
        var councils = new ArrayList<>(different(precise));
        councils.addAll(Collections.nCopies(small, SMALL));
        return release(councils).spreadWithheld();
    }

    private static ReleaseCell.Release release(List<CouncilSums> councils) {
        var release = ReleaseCell.of(councils, CELLS).release();
        if (release == null) {
            throw new AssertionError("withheld");
        }
        return release;
    }

    private static Spread spread(List<CouncilSums> councils) {
        var spread = release(councils).spread();
        if (spread == null) {
            throw new AssertionError("withheld");
        }
        return spread;
    }
}
