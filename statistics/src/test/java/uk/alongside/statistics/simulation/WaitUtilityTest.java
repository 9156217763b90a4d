package uk.alongside.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.alongside.statistics.simulation.SimulatedPool.Size;

/** The counts have a seed, the noise has none. The limits are wide enough for any noise. */
class WaitUtilityTest {

    @Test
    void isWithinADayOfTheExactMedianFromTenCouncilsOn() {
        for (int days : new int[] {6, 22}) {
            var ten = WaitUtility.of(days, new Size(10, 250, 1), 100, MadeUpChance.of(1));

            assertThat(ten.released()).isGreaterThan(0.8);
            assertThat(ten.error()).isLessThan(1.5);
        }
    }

    @Test
    void isReleasedLessOftenOfFiveSmallCouncils() {
        assertThat(WaitUtility.of(6, new Size(5, 80, 1), 100, MadeUpChance.of(2))
                        .released())
                .isLessThan(0.5);
    }
}
