package uk.alongside.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import uk.alongside.statistics.distribution.BinomialDistribution;
import uk.alongside.statistics.distribution.PoissonDistribution;

class IntervalsTest {

    private static final double[] CONFIDENCES = {0.95, 0.998};

    @Test
    void aProportionOfNoOneHasNoInterval() {
        assertThat(WilsonInterval.of(0, 0, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(ClopperPearsonInterval.of(0, 0, 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void noneAndAllReachExactlyZeroAndOne() {
        for (var confidence : CONFIDENCES) {
            for (var n = 1; n < 200; n++) {
                assertThat(lower(WilsonInterval.of(0, n, confidence))).isZero();
                assertThat(upper(WilsonInterval.of(n, n, confidence))).isEqualTo(1);
                assertThat(lower(ClopperPearsonInterval.of(0, n, confidence))).isZero();
                assertThat(upper(ClopperPearsonInterval.of(n, n, confidence))).isEqualTo(1);
            }
        }
    }

    @Test
    void endsAreInOrderAroundTheProportionAndMirrored() {
        for (var confidence : CONFIDENCES) {
            for (var n = 1; n < 60; n++) {
                for (var x = 0; x <= n; x++) {
                    var wilson = WilsonInterval.of(x, n, confidence);
                    var exact = ClopperPearsonInterval.of(x, n, confidence);
                    var mirrored = ClopperPearsonInterval.of(n - x, n, confidence);

                    assertThat((double) x / n).isBetween(lower(wilson), upper(wilson));
                    assertThat((double) x / n).isBetween(lower(exact), upper(exact));
                    assertThat(lower(exact)).isCloseTo(1 - upper(mirrored), within(1e-12));
                }
            }
        }
    }

    /** The definition of Clopper and Pearson: at each end, the tail has half of what the confidence leaves. */
    @Test
    void exactEndsOfAProportionLeaveTheirTails() {
        var interval = ClopperPearsonInterval.of(7, 40, 0.95);

        assertThat(1 - BinomialDistribution.cumulative(6, 40, lower(interval))).isCloseTo(0.025, within(1e-12));
        assertThat(BinomialDistribution.cumulative(7, 40, upper(interval))).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void exactEndsOfACountLeaveTheirTails() {
        for (var count : new long[] {1, 5, 40, 3000}) {
            var interval = PoissonInterval.of((double) count, 0.998);

            assertThat(1 - PoissonDistribution.cumulative(count - 1, lower(interval)))
                    .isCloseTo(0.001, within(1e-12));
            assertThat(PoissonDistribution.cumulative(count, upper(interval))).isCloseTo(0.001, within(1e-12));
        }
    }

    @Test
    void noEventsHaveALowerEndOfZeroOrNone() {
        assertThat(lower(PoissonInterval.of(0, 0.95))).isZero();
        assertThat(upper(PoissonInterval.of(0, 0.95))).isCloseTo(-Math.log(0.025), within(1e-12));
        assertThat(ByarInterval.of(0, 0.95).lower()).isNull();
        assertThat(ByarInterval.of(1, 0.998).lower()).isNull();
    }

    @Test
    void countsOfEventsAreExactBelowTenAndByarsFromTen() {
        assertThat(EventCountInterval.of(9, 0.95)).isEqualTo(PoissonInterval.of(9, 0.95));
        assertThat(EventCountInterval.of(10, 0.95)).isEqualTo(ByarInterval.of(10, 0.95));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(3, 2, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(Double.NaN, 2, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearsonInterval.of(-1, 2, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonInterval.of(-1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> ByarInterval.of(20, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonInterval.of(20, 0));
    }

    private static double lower(Interval interval) {
        return interval.lower() == null ? Double.NaN : interval.lower();
    }

    private static double upper(Interval interval) {
        return interval.upper() == null ? Double.NaN : interval.upper();
    }
}
