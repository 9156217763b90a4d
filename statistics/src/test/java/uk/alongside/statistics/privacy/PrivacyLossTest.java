package uk.alongside.statistics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrivacyLossTest {

    @Test
    void epsilonAndDeltaAreTheInverseOfEachOther() {
        for (var rho : new double[] {0.001, 0.1, 0.733, 4, 20}) {
            for (var delta : new double[] {1e-12, 1e-6, 0.01}) {
                var epsilon = PrivacyLoss.epsilon(rho, delta);

                assertThat(PrivacyLoss.delta(rho, epsilon)).isCloseTo(delta, within(1e-6 * delta));
            }
        }
    }

    @Test
    void nothingIsLostWithoutASheet() {
        assertThat(PrivacyLoss.epsilon(0, 1e-6)).isZero();
        assertThat(PrivacyLoss.delta(0, 0)).isZero();
        assertThat(PrivacyLoss.sum()).isZero();
        assertThat(PrivacyLoss.largestCorrectGuess(0)).isEqualTo(0.5);
    }

    @Test
    void epsilonIsNeverBelowZero() {
        assertThat(PrivacyLoss.epsilon(1e-9, 0.9)).isZero();
    }

    @Test
    void deltaOfZeroHasNoEpsilon() {
        assertThatIllegalArgumentException().isThrownBy(() -> PrivacyLoss.epsilon(0.1, 0));
    }
}
