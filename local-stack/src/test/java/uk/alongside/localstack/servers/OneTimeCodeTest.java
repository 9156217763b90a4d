package uk.alongside.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {

    /** The secret and the codes of the examples in RFC 6238, appendix B, and RFC 4648, section 10. */
    private static final String SECRET = "12345678901234567890";

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void isTheCodeOfTheStandardsExamples(long second, String code) {
        assertThat(OneTimeCode.of(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void theKeyIsTheSecretInBase32() {
        assertThat(OneTimeCode.keyOf(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(OneTimeCode.keyOf("foob")).isEqualTo("MZXW6YQ");
    }
}
