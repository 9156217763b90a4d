package uk.alongside.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.alongside.statistics.distribution.BinomialDistribution;
import uk.alongside.statistics.simulation.SimulatedPool.Size;

/**
 * How useful releases are, over many runs of made-up councils with real noise. The counts have a seed, the noise has none,
 * so each run of these tests differs a little. What was measured is at least six standard errors inside each limit, or the
 * limit is widened: a false alarm comes less than once in a million runs.
 */
class UtilityTest {

    private static final double RISK = 1e-6;
    private static final Size TWENTY = new Size(20, 250, 1);

    @Test
    void aRateOfTwentyCouncilsIsCloseToTheExactOne() {
        var utility = Utility.of(RateModel.CENTRAL, TWENTY, 1000, MadeUpChance.of(1));

        assertThat(utility.pooledError()).isLessThanOrEqualTo(0.8);
        assertThat(utility.quartileError()).isLessThanOrEqualTo(2);
        assertThat(utility.sameSide()).isGreaterThanOrEqualTo(0.98);
    }

    /** If 95% of the intervals hold the exact rate, fewer than 93% or more than 97% of so many come once in a million. */
    @Test
    void theIntervalsHoldTheExactRateAsOftenAsTheySay() {
        var utility = Utility.of(RateModel.CENTRAL, TWENTY, 5000, MadeUpChance.of(2));
        var released = Math.round(utility.runs() * utility.pooled());
        var holds = Math.round(released * utility.coverage());

        assertThat(BinomialDistribution.cumulative((long) (0.93 * released), released, 0.95))
                .isLessThan(RISK);
        assertThat(utility.coverage()).isBetween(0.93, 0.97);
        assertThat(holds).isPositive();
    }

    @Test
    void mostFiguresOfTwentyCouncilsAreReleasedAndFewOfFive() {
        var twenty = Utility.of(RateModel.CENTRAL, TWENTY, 500, MadeUpChance.of(3));
        var five = Utility.of(RateModel.CENTRAL, new Size(5, 80, 1), 500, MadeUpChance.of(4));

        assertThat(twenty.pooled()).isGreaterThanOrEqualTo(0.92);
        assertThat(twenty.quartiles()).isGreaterThanOrEqualTo(0.91);
        assertThat(five.pooled()).isLessThanOrEqualTo(0.1);
        assertThat(five.quartiles()).isZero();
    }

    /**
     * The marks hang on the noise too, so these limits are widened by 4.9 standard errors. If a share is exactly at its
     * limit, this fails less than once in a million runs.
     */
    @Test
    void anOrdinaryCouncilSeldomHasAMarkAndOneFarAwayNearlyAlways() {
        var size = new Size(40, 250, 1);
        var without = FlagRuns.of(RateModel.CENTRAL_WITHOUT_SPREAD, size, 0, 100, MadeUpChance.of(5));
        var with = FlagRuns.of(RateModel.CENTRAL, size, 0, 100, MadeUpChance.of(6));
        var apart = FlagRuns.of(RateModel.HIGH, size, -0.3, 100, MadeUpChance.of(7));

        assertThat(without.councilsWithFlag()).isLessThanOrEqualTo(0.07 + wide(0.07, 4000));
        assertThat(with.councilsWithFlag()).isLessThanOrEqualTo(0.07 + wide(0.07, 4000));
        assertThat(apart.apartFound()).isGreaterThanOrEqualTo(0.8 - wide(0.8, 100));
    }

    private static double wide(double share, int trials) {
        return 4.9 * Math.sqrt(share * (1 - share) / trials);
    }
}
