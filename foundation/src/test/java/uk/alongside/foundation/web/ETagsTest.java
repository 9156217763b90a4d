package uk.alongside.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @Test
    void anETagIsReadBackAsTheSameVersion() {
        assertThat(ETags.version(ETags.of(17))).isEqualTo(17);
    }

    @Test
    void aWeakETagFromAProxyIsAccepted() {
        assertThat(ETags.version("W/\"17\"")).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "17",
                "\"\"",
                "\"-1\"",
                "\"seventeen\"",
                "\"17\", \"18\"",
                "\"1234567890123456789\"",
                "\"17"
            })
    void anInvalidVersionMatchesNoResource(String header) {
        assertThat(ETags.version(header)).isEqualTo(ETags.NO_VERSION);
    }
}
