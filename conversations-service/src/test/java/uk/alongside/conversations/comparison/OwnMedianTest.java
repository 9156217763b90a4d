package uk.alongside.conversations.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.alongside.statistics.sheet.Rate;

class OwnMedianTest {

    @Test
    void isInterpolatedInsideItsBand() {
        // Half of 100 people are 20 on the same day, and 30 of the 40 in the band from 1 to 5 days.
        assertThat(OwnMedian.of(List.of(20L, 40L, 40L, 0L, 0L, 0L, 0L), Rate.WAIT_BANDS))
                .contains(new OwnMedian(4L, null));
    }

    @Test
    void isTheSameDayIfHalfAreSeenOnIt() {
        assertThat(OwnMedian.of(List.of(60L, 40L, 0L, 0L, 0L, 0L, 0L), Rate.WAIT_BANDS))
                .contains(new OwnMedian(0L, null));
    }

    @Test
    void hasNoDayInTheOpenBand() {
        assertThat(OwnMedian.of(List.of(1L, 0L, 0L, 0L, 0L, 0L, 9L), Rate.WAIT_BANDS))
                .contains(new OwnMedian(null, 56L));
    }

    @Test
    void isMissingWithoutPeople() {
        assertThat(OwnMedian.of(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L), Rate.WAIT_BANDS))
                .isEmpty();
    }
}
