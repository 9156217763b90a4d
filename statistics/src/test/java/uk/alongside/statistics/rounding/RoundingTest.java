package uk.alongside.statistics.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RoundingTest {

    @Test
    void aRoundedCountIsAtMostTwoAwayAlsoBelowZero() {
        for (var count = -1000L; count <= 1000; count++) {
            var rounded = CountRounding.toNearestFive(count);

            assertThat(rounded % 5).isZero();
            assertThat(Math.abs(rounded - count)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void smallCountsAreSuppressedAndNeverShownAsZero() {
        for (var count = 1L; count <= 7; count++) {
            assertThat(CountRounding.withoutOneToSeven(count)).isEmpty();
            assertThat(CountRounding.withoutBelowTen(count)).isEmpty();
            assertThat(CountRounding.asNhsEngland(count)).isEqualTo(5);
        }
        assertThat(CountRounding.withoutOneToSeven(0)).hasValue(0);
        assertThat(CountRounding.withoutOneToSeven(8)).hasValue(10);
        assertThat(CountRounding.withoutBelowTen(0)).isEmpty();
    }

    @Test
    void groupsOfSixHaveTheirMiddle() {
        assertThat(CountRounding.toMidpointOfSix(0)).isZero();
        assertThat(CountRounding.toMidpointOfSix(1)).isEqualTo(3);
        assertThat(CountRounding.toMidpointOfSix(6)).isEqualTo(3);
        assertThat(CountRounding.toMidpointOfSix(7)).isEqualTo(9);
    }

    @Test
    void aCountBelowZeroIsNoCountOfPeople() {
        assertThatIllegalArgumentException().isThrownBy(() -> CountRounding.withoutOneToSeven(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> CountRounding.asNhsEngland(-1));
    }

    @Test
    void aPercentageNeedsTenPeopleAndNoSmallPart() {
        assertThat(PublishedPercentage.of(0, 9)).isEmpty();
        assertThat(PublishedPercentage.of(0, 0)).isEmpty();
        assertThat(PublishedPercentage.of(7, 50)).isEmpty();
        assertThat(PublishedPercentage.of(43, 50)).isEmpty();
        assertThat(PublishedPercentage.of(8, 50)).hasValue(new BigDecimal("16"));
        assertThat(PublishedPercentage.of(0, 50)).hasValue(new BigDecimal("0"));
        assertThat(PublishedPercentage.of(50, 50)).hasValue(new BigDecimal("100"));
    }

    @Test
    void aPercentageHasOneDecimalFromABaseOfAHundred() {
        assertThat(PublishedPercentage.of(33, 99)).hasValue(new BigDecimal("33"));
        assertThat(PublishedPercentage.of(50, 101)).hasValue(new BigDecimal("49.5"));
        assertThat(PublishedPercentage.of(25, 40)).hasValue(new BigDecimal("63"));
    }
}
