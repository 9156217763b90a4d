package uk.alongside.conversations.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalTest {

    @Test
    void aHigherVersionIsNewer() {
        assertThat(Arrival.of(4, 3, false)).isEqualTo(Arrival.NEWER);
    }

    @Test
    void aLowerVersionWasOvertakenWhateverItSays() {
        assertThat(Arrival.of(2, 3, false)).isEqualTo(Arrival.OVERTAKEN);
        assertThat(Arrival.of(2, 3, true)).isEqualTo(Arrival.OVERTAKEN);
    }

    @Test
    void theSameVersionIsARepeatOnlyWithTheSameContent() {
        assertThat(Arrival.of(3, 3, true)).isEqualTo(Arrival.ALREADY_HERE);
        assertThat(Arrival.of(3, 3, false)).isEqualTo(Arrival.CONFLICTING);
    }
}
