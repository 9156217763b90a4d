package uk.alongside.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tests that a token is verified once while it lives, and that no refused token is remembered. */
class RememberedTokensTest {

    private final List<String> verified = new ArrayList<>();
    private Duration life = Duration.ofMinutes(1);

    private final JwtDecoder decoder = RequestConfiguration.remembering(token -> {
        verified.add(token);
        if (token.startsWith("forged")) {
            throw new BadJwtException("The signature is wrong.");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.now().plus(life))
                .build();
    });

    @Test
    void aTokenIsVerifiedOnce() {
        assertThat(decoder.decode("one").getSubject()).isEqualTo("one");
        assertThat(decoder.decode("one").getSubject()).isEqualTo("one");
        assertThat(decoder.decode("two").getSubject()).isEqualTo("two");

        assertThat(verified).containsExactly("one", "two");
    }

    @Test
    void aForgedTokenIsRefusedEachTime() {
        assertThatThrownBy(() -> decoder.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode("forged")).isInstanceOf(BadJwtException.class);

        assertThat(verified).containsExactly("forged", "forged");
    }

    @Test
    void aTokenThatHasRunOutIsVerifiedAgain() {
        life = Duration.ofSeconds(-1);
        decoder.decode("old");
        decoder.decode("old");

        assertThat(verified).containsExactly("old", "old");
    }
}
