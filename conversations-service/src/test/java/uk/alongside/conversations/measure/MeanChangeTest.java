package uk.alongside.conversations.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.measure.ChangeService.MeanChange;

class MeanChangeTest {

    /** The t value for 9 degrees of freedom in printed tables is 2.262, and the standard error here is 0.476. */
    @Test
    void hasTheIntervalOfStudentsT() {
        var change = MeanChange.of(List.of(1.0, 2.0, 3.0, 0.0, -1.0, 2.0, 1.0, 4.0, 0.0, 2.0))
                .orElseThrow();

        assertThat(change.pairs()).isEqualTo(10);
        assertThat(change.mean()).isEqualTo(1.4, within(1e-9));
        assertThat(change.low()).isEqualTo(0.32300, within(1e-5));
        assertThat(change.high()).isEqualTo(2.47700, within(1e-5));
    }

    @Test
    void isNotShownForFewerThanEightPairs() {
        assertThat(MeanChange.of(Collections.nCopies(7, 1.0))).isEmpty();
        assertThat(MeanChange.of(Collections.nCopies(8, 1.0))).isPresent();
    }
}
