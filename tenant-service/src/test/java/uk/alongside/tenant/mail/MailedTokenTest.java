package uk.alongside.tenant.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailedTokenTest {

    private static final UUID LARKSHIRE = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");

    @Test
    void isReadBackFromItsLink() {
        var token = MailedToken.random(LARKSHIRE);

        var read = MailedToken.of(token.text()).orElseThrow();

        assertThat(read.council()).isEqualTo(LARKSHIRE);
        assertThat(read.hash()).isEqualTo(token.hash()).hasSize(32);
    }

    @Test
    void hasThirtyTwoRandomBytesBesideItsCouncil() {
        var one = Base64.getUrlDecoder().decode(MailedToken.random(LARKSHIRE).text());
        var other = Base64.getUrlDecoder().decode(MailedToken.random(LARKSHIRE).text());

        assertThat(one).hasSize(48).isNotEqualTo(other);
    }

    @Test
    void needsNoEscapeInALink() {
        assertThat(MailedToken.random(LARKSHIRE).text()).matches("[A-Za-z0-9_-]{64}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64 at all", "YWJj", "=", "ÿ"})
    void isNothingElse(String text) {
        assertThat(MailedToken.of(text)).isEmpty();
    }

    @Test
    void saysNothingOfItselfInALog() {
        var token = MailedToken.random(LARKSHIRE);

        assertThat(token.toString()).doesNotContain(token.text());
    }
}
