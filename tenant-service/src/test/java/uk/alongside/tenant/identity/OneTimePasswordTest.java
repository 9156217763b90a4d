package uk.alongside.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OneTimePasswordTest {

    @Test
    void isEasyToTypeAndLongEnough() {
        assertThat(OneTimePassword.random().value())
                .matches("[a-hj-km-np-z2-9]{5}(-[a-hj-km-np-z2-9]{5}){3}")
                .doesNotContainPattern("[il1o0]");
    }

    @Test
    void isAnotherEachTime() {
        assertThat(Stream.generate(OneTimePassword::random).limit(100).distinct())
                .hasSize(100);
    }

    @Test
    void isNotInALog() {
        assertThat("" + OneTimePassword.random()).isEqualTo("a one-time password");
    }
}
