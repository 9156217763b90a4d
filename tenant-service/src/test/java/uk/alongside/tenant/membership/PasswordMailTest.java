package uk.alongside.tenant.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static uk.alongside.tenant.membership.MemberBuilder.aMember;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.OneTimePassword;
import uk.alongside.tenant.mail.EnglishMail;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mail;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.mail.UndeliverableAddress;
import uk.alongside.tenant.register.Register;

class PasswordMailTest {

    private static final UUID COUNCIL = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");

    private final Member priya = aMember().build();
    private final Members members = mock();
    private final Register register = mock();
    private final Keycloak keycloak = mock();
    private final Postbox postbox = mock();
    private final Links links = mock();
    private final PasswordExpiry expiry = mock();

    @BeforeEach
    void knowPriya() {
        given(members.findForEditById(priya.id().value())).willReturn(Optional.of(priya));
        given(links.to("/")).willReturn("https://alongside.example/");
        given(register.nameOfThisCouncil()).willReturn("Larkshire Council");
    }

    @Test
    void mailsThePasswordThatItSets() throws UndeliverableAddress {
        deliver();

        var mail = ArgumentCaptor.forClass(Mail.class);
        var password = ArgumentCaptor.forClass(OneTimePassword.class);
        then(postbox).should().send(mail.capture());
        then(keycloak).should().replacePassword(any(), password.capture());
        assertThat(mail.getValue().recipient()).isEqualTo("priya@larkshire.example");
        assertThat(mail.getValue().subject()).isEqualTo("Larkshire Council: a new password for Alongside");
        assertThat(mail.getValue().text()).doesNotContain(password.getValue().value());
        assertThat(mail.getValue().textForTheRecipient())
                .contains("one-time password: " + password.getValue().value());
    }

    @Test
    void locksOutNoMemberWhoseAddressTakesNoMail() throws UndeliverableAddress {
        willThrow(new UndeliverableAddress()).given(postbox).send(any());

        deliver();

        then(keycloak).should(never()).replacePassword(any(), any());
    }

    @Test
    void removesThePasswordAfterThreeDays() {
        given(keycloak.replacePassword(any(), any())).willReturn(17L);

        deliver();

        then(expiry).should().schedule(priya.id().value(), 17, NOW.plus(Duration.ofDays(3)));
    }

    @Test
    void leavesAnAccountAloneThatOpensAnotherCouncilByNow() {
        given(keycloak.belongsElsewhere(COUNCIL, priya.account())).willReturn(true);

        deliver();

        then(postbox).shouldHaveNoInteractions();
        then(keycloak).should(never()).replacePassword(any(), any());
    }

    @Test
    void isTriedAgainWhenKeycloakDoesNotAnswer() {
        willThrow(new IdentityUnavailable().refused()).given(keycloak).replacePassword(any(), any());

        assertThatExceptionOfType(Refused.class).isThrownBy(this::deliver);
    }

    private void deliver() {
        var mail = new PasswordMail(
                members,
                new OneTimePasswords(
                        members, keycloak, postbox, EnglishMail.TEXTS, expiry, Clock.fixed(NOW, ZoneOffset.UTC)),
                register,
                links,
                TransactionOperations.withoutTransaction());
        CouncilContext.run(COUNCIL, () -> mail.deliver(priya.id().value(), 1));
    }
}
