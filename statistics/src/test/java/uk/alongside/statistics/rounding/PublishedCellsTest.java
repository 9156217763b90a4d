package uk.alongside.statistics.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PublishedCellsTest {

    private static final PublishedCells COUNCIL = PublishedCells.ofCouncil();
    private static final PublishedCells HUB = PublishedCells.ofPart();

    @Test
    void aCountIsRoundedAndASmallOneIsConfidential() {
        assertThat(COUNCIL.count(0)).isEqualTo("0");
        assertThat(COUNCIL.count(1)).isEqualTo("[c]");
        assertThat(COUNCIL.count(7)).isEqualTo("[c]");
        assertThat(COUNCIL.count(8)).isEqualTo("10");
        assertThat(COUNCIL.count(1234)).isEqualTo("1235");
    }

    @Test
    void aPartOfTheCouncilShowsNoZeroAndNoAll() {
        assertThat(HUB.count(0)).isEqualTo("[c]");
        assertThat(HUB.count(12)).isEqualTo("10");
        assertThat(HUB.percentage(0, 50)).isEqualTo("[c]");
        assertThat(HUB.percentage(50, 50)).isEqualTo("[c]");
        assertThat(HUB.percentage(0, 0)).isEqualTo("[c]");
        assertThat(COUNCIL.percentage(0, 50)).isEqualTo("0");
        assertThat(COUNCIL.percentage(50, 50)).isEqualTo("100");
        assertThat(COUNCIL.percentage(0, 0)).isEqualTo("[w]");
    }

    @Test
    void aPercentageIsOfTheRoundedCounts() {
        // 13 of 103 is 12.6 %, from which both could be worked out. 15 of 105 is what the counts beside it say.
        assertThat(COUNCIL.percentage(13, 103)).isEqualTo("14.3");
        assertThat(COUNCIL.percentage(8, 50)).isEqualTo("20");
        assertThat(COUNCIL.percentage(7, 50)).isEqualTo("[c]");
        assertThat(COUNCIL.percentage(43, 50)).isEqualTo("[c]");
        assertThat(COUNCIL.percentage(5, 9)).isEqualTo("[c]");
        assertThat(COUNCIL.percentage(8, 30_000)).isEqualTo("[low]");
    }

    /** Counts that round to the same have the same percentage, so that it tells nothing beside them. */
    @Test
    void aPercentageTellsNothingThatTheRoundedCountsDoNot() {
        for (long base = 100; base < 200; base++) {
            for (long part = 8; part <= base - 8; part++) {
                var shown = new HashSet<String>();
                long roundedBase = CountRounding.toNearestFive(base);
                long roundedPart = CountRounding.toNearestFive(part);
                for (long otherBase = roundedBase - 2; otherBase <= roundedBase + 2; otherBase++) {
                    for (long other = Math.max(8, roundedPart - 2); other <= roundedPart + 2; other++) {
                        if (otherBase - other >= 8) {
                            shown.add(COUNCIL.percentage(other, otherBase));
                        }
                    }
                }
                assertThat(shown).as("%d of %d", part, base).hasSize(1);
            }
        }
    }

    @Test
    void aStatisticNeedsTenUnits() {
        assertThat(COUNCIL.statistic(OptionalDouble.of(12.5), 9, 1)).isEqualTo("[c]");
        assertThat(COUNCIL.statistic(OptionalDouble.of(12.5), 10, 1)).isEqualTo("12.5");
        assertThat(COUNCIL.statistic(OptionalDouble.of(0.04), 10, 1)).isEqualTo("[low]");
        assertThat(COUNCIL.statistic(OptionalDouble.of(0), 10, 1)).isEqualTo("0.0");
        assertThat(COUNCIL.statistic(OptionalDouble.empty(), 10, 1)).isEqualTo("[c]");
        assertThat(COUNCIL.statistic(OptionalDouble.empty(), 0, 1)).isEqualTo("[w]");
        assertThat(new BigDecimal(COUNCIL.statistic(OptionalDouble.of(-1.26), 10, 1)))
                .isEqualByComparingTo("-1.3");
    }
}
