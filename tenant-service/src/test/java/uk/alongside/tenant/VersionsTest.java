package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @Test
    void comesBackAsItWasSent() {
        assertThat(Versions.expected(Versions.etag(42))).isEqualTo(42);
    }

    @Test
    void isTheSameWhenAProxyHasWeakenedIt() {
        assertThat(Versions.expected("W/\"42\"")).isEqualTo(42);
    }

    @Test
    void isRequired() {
        assertThatExceptionOfType(Versions.Required.class).isThrownBy(() -> Versions.expected(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "42", "\"42", "\"-1\"", "\"1\", \"2\"", "\"9999999999999999999\""})
    void isOfNothingIfItIsNotOneOfOurs(String ifMatch) {
        assertThat(Versions.expected(ifMatch)).isNegative();
    }
}
