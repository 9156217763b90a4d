package uk.alongside.statistics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FunnelTest {

    @Test
    void exactLimitsAreInsideZeroAndOneAndInOrder() {
        for (var rate : new double[] {0, 0.001, 0.3, 0.5, 0.97, 1}) {
            for (var n : new long[] {1, 2, 10, 1000, 100_000}) {
                var inner = ExactFunnel.limits(rate, n, Confidence.NINETY_FIVE);
                var outer = ExactFunnel.limits(rate, n, Confidence.NINETY_NINE_POINT_EIGHT);

                assertThat(outer.lower()).isBetween(0.0, inner.lower());
                assertThat(inner.lower()).isLessThanOrEqualTo(inner.upper());
                assertThat(outer.upper()).isBetween(inner.upper(), 1.0);
            }
        }
    }

    @Test
    void arcsineLimitsAreClippedWhereTheAngleLeavesTheScale() {
        var limits = Scale.ARCSINE.limits(0.5, 1, 3.09, 0);

        assertThat(limits).isEqualTo(new FunnelLimits(0, 1));
        assertThat(Scale.ARCSINE.limits(0, 10, 1.96, 0).lower()).isZero();
        assertThat(Scale.ARCSINE.limits(1, 10, 1.96, 0).upper()).isEqualTo(1);
    }

    @Test
    void everyScaleReturnsItsFigures() {
        for (var scale : Scale.values()) {
            assertThat(scale.inverse(scale.transform(0.37))).isCloseTo(0.37, within(1e-14));
        }
        assertThat(Scale.SQUARE_ROOT.limits(1, 0.3, 1.96, 0).lower()).isZero();
    }

    @Test
    void thereIsNoFunnelWithoutASize() {
        assertThatIllegalArgumentException().isThrownBy(() -> ExactFunnel.binomial(0.5, 0, 0.025));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactFunnel.poisson(0.5, 0, 0.025));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactFunnel.binomial(0.5, 10, 0));
    }

    @Test
    void oneUnitAndEqualUnitsHaveNoOverdispersion() {
        for (var extremes : Overdispersion.Extremes.values()) {
            assertThat(Overdispersion.of(new double[] {5}, new double[] {0.01}, extremes, 0.1)
                            .tau2())
                    .isZero();
            var equal = Overdispersion.of(new double[30], ones(30), extremes, 0.1);
            assertThat(equal.phi()).isZero();
            assertThat(equal.tau2()).isZero();
        }
    }

    /** With equal variances, the estimate is the excess of the variance over one, for the mean square given. */
    @Test
    void tauSquaredIsWhatChanceDoesNotExplain() {
        assertThat(Overdispersion.of(3, ones(50)).tau2()).isCloseTo((50 * 3 - 49) / 49.0, within(1e-12));
        assertThat(Overdispersion.of(49 / 50.0, ones(50)).tau2()).isZero();
    }

    @Test
    void truncationLeavesOutATenthAtEachEndAlsoOfInfiniteDifferences() {
        var z = new double[19];
        Arrays.setAll(z, i -> i - 9);
        z[0] = Double.NEGATIVE_INFINITY;

        var found = Overdispersion.of(z, ones(19), Overdispersion.Extremes.TRUNCATED, 0.1);

        // Groups of ranks as NHS Digital makes them: one value of 19 in the lowest tenth, two in the highest.
        assertThat(found.used()).isEqualTo(16);
        assertThat(found.phi()).isCloseTo(21.5, within(1e-12));
    }

    private static double[] ones(int length) {
        var ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
