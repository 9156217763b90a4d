package uk.alongside.statistics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void quantilesOfOneValueAreThatValue() {
        assertThat(Quantiles.of(new double[] {7}, 0)).isEqualTo(7);
        assertThat(Quantiles.of(new double[] {7}, 0.25)).isEqualTo(7);
        assertThat(Quantiles.of(new double[] {7}, 1)).isEqualTo(7);
    }

    @Test
    void quantilesReachTheSmallestAndTheLargestInAnyOrder() {
        var values = new double[] {5, -2, 9, 9, 0};

        assertThat(Quantiles.of(values, 0)).isEqualTo(-2);
        assertThat(Quantiles.of(values, 0.5)).isEqualTo(5);
        assertThat(Quantiles.of(values, 1)).isEqualTo(9);
        assertThat(values).containsExactly(5, -2, 9, 9, 0);
    }

    @Test
    void noValuesHaveNoQuantileAndNoMean() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(new double[0], 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(new double[] {1}, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Mean.of(new double[0]));
    }

    @Test
    void theMeanOfEqualValuesIsExactlyThatValue() {
        for (var n = 1; n < 200; n++) {
            var values = new double[n];
            Arrays.fill(values, 0.1);

            assertThat(Mean.of(values)).isEqualTo(0.1);
        }
    }

    @Test
    void winsorisingMovesTheExtremesToTheQuantiles() {
        var values = new double[] {-100, 1, 1, 1, 1, 1, 1, 1, 1, 1, 100};

        assertThat(Winsorised.meanSquare(values, 0.1)).isEqualTo(1);
        assertThat(Winsorised.meanSquare(new double[] {3}, 0.1)).isEqualTo(9);
    }
}
