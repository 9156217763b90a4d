package uk.alongside.statistics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import uk.alongside.statistics.distribution.NormalDistribution;

/**
 * Draws real noise, which nothing can repeat. Each test goes red on sound noise once in a million runs, and that is
 * the accepted risk.
 */
class DiscreteGaussianTest {

    private static final int DRAWS = 200_000;
    private static final double ACCEPTED_RISK = 1e-6;

    @Test
    void noiseOfFactsHasTheProbabilitiesOfStandardDeviationSix() {
        assertThat(pOfChiSquare(DiscreteGaussian.forFacts(), 36)).isGreaterThan(ACCEPTED_RISK);
    }

    @Test
    void noiseOfBreakdownsHasTheProbabilitiesOfStandardDeviationEight() {
        assertThat(pOfChiSquare(DiscreteGaussian.forBreakdowns(), 64)).isGreaterThan(ACCEPTED_RISK);
    }

    @Test
    void smallAndUnevenVariancesHaveTheirProbabilitiesToo() {
        for (var variance : new long[] {1, 2, 5, 17}) {
            assertThat(pOfChiSquare(DiscreteGaussian.ofVariance(variance), (double) variance))
                    .as("variance %s", variance)
                    .isGreaterThan(ACCEPTED_RISK);
        }
    }

    @Test
    void anyOtherVarianceFailsTheSameTest() {
        assertThat(pOfChiSquare(DiscreteGaussian.ofVariance(39), 36)).isLessThan(ACCEPTED_RISK);
        assertThat(pOfChiSquare(DiscreteGaussian.ofVariance(36), 39)).isLessThan(ACCEPTED_RISK);
    }

    @Test
    void aDrawSaysNothingAboutTheNext() {
        var noise = DiscreteGaussian.forFacts();
        var before = noise.draw();
        var products = 0.0;
        for (var i = 0; i < DRAWS; i++) {
            var next = noise.draw();
            products += (double) before * next;
            before = next;
        }
        // The sum of products of independent draws is close to normal, with mean 0.
        var z = products / (36 * Math.sqrt(DRAWS));
        assertThat(2 * NormalDistribution.cumulative(-Math.abs(z))).isGreaterThan(ACCEPTED_RISK);
    }

    @Test
    @DisplayName("Attack 4: a cloned machine draws other noise")
    void twoSourcesOfNoiseDiffer() {
        var one = DiscreteGaussian.forFacts();
        var other = DiscreteGaussian.forFacts();
        var equal = 0;
        for (var i = 0; i < 100; i++) {
            equal += one.draw() == other.draw() ? 1 : 0;
        }
        // Chance makes about five of a hundred equal.
        assertThat(equal).isLessThan(50);
    }

    @Test
    @DisplayName("Attack 19: no mode without noise")
    void noNoiseCannotBeAskedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> DiscreteGaussian.ofVariance(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DiscreteGaussian.ofVariance(-36));
    }

    private static double pOfChiSquare(DiscreteGaussian noise, double variance) {
        return DiscreteGaussianMass.ofVariance(variance)
                .pOfChiSquare(LongStream.generate(noise::draw).limit(DRAWS).toArray());
    }
}
