package uk.alongside.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The counts have a seed, so each run gives the same. The chance by arithmetic is 1 - (1 - 1/m)^10. */
class RoundedCountsTest {

    @Test
    void giveAResidentAwayInMostCases() {
        var five = RoundedCounts.toMultiplesOf(5, 20_000, MadeUpChance.of(1));
        var six = RoundedCounts.toMultiplesOf(6, 20_000, MadeUpChance.of(1));

        assertThat(five.certain()).isCloseTo(1 - Math.pow(0.8, 10), within(0.01));
        assertThat(five.right()).isCloseTo(0.945, within(0.01));
        assertThat(six.certain()).isCloseTo(1 - Math.pow(5 / 6.0, 10), within(0.01));
        assertThat(six.right()).isCloseTo(0.919, within(0.01));
    }
}
