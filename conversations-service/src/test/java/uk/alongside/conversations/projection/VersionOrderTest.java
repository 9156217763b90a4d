package uk.alongside.conversations.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionOrderTest {

    @Test
    void aHigherVersionIsNewer() {
        assertThat(VersionOrder.of(4, 3, false)).isEqualTo(VersionOrder.NEWER);
    }

    @Test
    void aLowerVersionWasOvertakenWhateverItSays() {
        assertThat(VersionOrder.of(2, 3, false)).isEqualTo(VersionOrder.OVERTAKEN);
        assertThat(VersionOrder.of(2, 3, true)).isEqualTo(VersionOrder.OVERTAKEN);
    }

    @Test
    void theSameVersionIsARepeatOnlyWithTheSameContent() {
        assertThat(VersionOrder.of(3, 3, true)).isEqualTo(VersionOrder.ALREADY_HERE);
        assertThat(VersionOrder.of(3, 3, false)).isEqualTo(VersionOrder.CONFLICTING);
    }
}
