package uk.alongside.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.alongside.statistics.benchmark.MedianWait.Band;
import uk.alongside.statistics.benchmark.MedianWait.Cells;

class MedianWaitTest {

    private static final List<Band> BANDS =
            List.of(new Band(0, 0), new Band(1, 5), new Band(6, 10), new Band(11, null));

    @Test
    void fewerThanFiveCouncilsAreWithheld() {
        assertThat(median(4, 100, 100, 100, 100).withheld()).isEqualTo(Withheld.FEWER_THAN_FIVE_CONTRIBUTORS);
        assertThat(median(5, 900, 900, 900, 900).withheld()).isNull();
    }

    @Test
    void noWeightIsWithheldWithoutANumber() {
        var none = median(6, 0, 0, 0, 0);

        assertThat(none.withheld()).isEqualTo(Withheld.PRECISION);
        assertThat(none.privacySd()).isNull();
        assertThat(median(6, -9, -2, 3, -4).shares()).isEmpty();
    }

    @Test
    void noiseBelowZeroLeavesSharesRisingFromZeroToOne() {
        var wait = median(8, -20, 900, -40, 30);

        assertThat(wait.shares()).isSorted().allMatch(share -> share >= 0 && share <= 1);
        assertThat(wait.shares().getLast()).isEqualTo(1);
    }

    @Test
    void aMedianIsReleasedAsOpenOnlyIfItsWholeIntervalIs() {
        var clearly = median(10, 10, 10, 10, 900);
        var barely = median(10, 100, 200, 198, 500);

        assertThat(clearly.withheld()).isNull();
        assertThat(clearly.isInOpenBand()).isTrue();
        assertThat(clearly.shownDays()).isEmpty();
        assertThat(barely.median()).isNull();
        assertThat(barely.withheld()).isEqualTo(Withheld.PRECISION);
        assertThat(barely.isInOpenBand()).isFalse();
    }

    @Test
    void anIntervalThatReachesTheOpenBandIsWithheld() {
        var wait = median(10, 100, 200, 202, 500);

        assertThat(wait.median()).isNotNull();
        assertThat(wait.withheld()).isEqualTo(Withheld.PRECISION);
        assertThat(wait.shownDays()).isEmpty();
    }

    @Test
    void theMedianIsInterpolatedInItsBandAndShownInWholeDays() {
        var wait = median(10, 250, 500, 200, 50);

        assertThat(wait.median()).isCloseTo(0.5 + 0.5 * 5, within(1e-12));
        assertThat(wait.shownDays()).hasValue(3);
        assertThat(median(10, 900, 50, 30, 20).shownDays()).hasValue(0);
    }

    @Test
    void everyCouncilHasACellForEachBand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MedianWait.of(List.of(new Cells(List.of(1L), 1)), BANDS, 6));
    }

    private static MedianWait median(int councils, long... cells) {
        var council = new Cells(Arrays.stream(cells).boxed().toList(), 1);
        return MedianWait.of(Collections.nCopies(councils, council), BANDS, 6);
    }
}
