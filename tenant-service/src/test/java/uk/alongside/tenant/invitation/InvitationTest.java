package uk.alongside.tenant.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.tenant.invitation.InvitationRefusal.AlreadyUsed;
import uk.alongside.tenant.invitation.InvitationRefusal.Expired;
import uk.alongside.tenant.invitation.InvitationRefusal.ForAnother;
import uk.alongside.tenant.invitation.InvitationRefusal.Revoked;
import uk.alongside.tenant.invitation.InvitationRefusal.TooManyWrongAddresses;

class InvitationTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final MemberId LENA = new MemberId(UUID.randomUUID());

    private final Invitation invitation =
            new Invitation("amir@larkshire.example", Set.of(Role.HUB_STAFF), LENA, UUID.randomUUID(), NOW);

    @BeforeEach
    void belongsToACouncil() {
        ReflectionTestUtils.setField(invitation, "tenantId", UUID.randomUUID());
    }

    @Test
    void waitsForItsMailAndThenForSevenDays() {
        assertThat(invitation.status(NOW)).isEqualTo(InvitationStatus.QUEUED);

        invitation.mailed(NOW);

        assertThat(invitation.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(invitation.status(NOW.plus(Duration.ofDays(7)).minusSeconds(1)))
                .isEqualTo(InvitationStatus.SENT);
        assertThat(invitation.status(NOW.plus(Duration.ofDays(7)))).isEqualTo(InvitationStatus.EXPIRED);
    }

    @Test
    void isMailedOnceForEachTimeItIsSent() {
        assertThat(invitation.awaitsMail(1)).isTrue();
        invitation.mailed(NOW);
        assertThat(invitation.awaitsMail(1)).isFalse();

        invitation.inviteAgain(LENA, LATER);

        assertThat(invitation.awaitsMail(1)).isFalse();
        assertThat(invitation.awaitsMail(2)).isTrue();
    }

    @Test
    void carriesAnotherTokenEachTime() {
        var first = invitation.mailed(NOW);
        invitation.inviteAgain(LENA, LATER);

        assertThat(invitation.mailed(LATER).text()).isNotEqualTo(first.text());
    }

    @Test
    void canBeAcceptedByTheAddressItWasSentTo() {
        invitation.mailed(NOW);

        assertThat(invitation.objectionTo("amir@larkshire.example", LATER)).isEmpty();
        invitation.accept(new MemberId(UUID.randomUUID()), LATER);

        assertThat(invitation.status(LATER)).isEqualTo(InvitationStatus.ACCEPTED);
    }

    @Test
    void canBeAcceptedOnce() {
        invitation.mailed(NOW);
        invitation.accept(new MemberId(UUID.randomUUID()), LATER);

        assertThat(invitation.objection(LATER)).contains(new AlreadyUsed());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> invitation.accept(new MemberId(UUID.randomUUID()), LATER))
                .extracting(Refused::reason)
                .isEqualTo(new AlreadyUsed());
    }

    @Test
    void refusesWhoeverComesTooLate() {
        invitation.mailed(NOW);

        assertThat(invitation.objection(NOW.plus(Duration.ofDays(7)))).contains(new Expired());
    }

    @Test
    void refusesWhoeverHasAnotherAddressAndAfterFiveEverybody() {
        invitation.mailed(NOW);

        for (int i = 0; i < 5; i++) {
            assertThat(invitation.objectionTo("stranger@elsewhere.example", LATER))
                    .contains(new ForAnother());
        }

        assertThat(invitation.objectionTo("amir@larkshire.example", LATER)).contains(new TooManyWrongAddresses());
    }

    @Test
    void forgetsWrongAddressesWhenItIsSentAgain() {
        invitation.mailed(NOW);
        for (int i = 0; i < 5; i++) {
            invitation.objectionTo("stranger@elsewhere.example", LATER);
        }

        invitation.inviteAgain(LENA, LATER);

        assertThat(invitation.objection(LATER)).isEmpty();
    }

    @Test
    void isOverWhenItIsTakenBack() {
        invitation.mailed(NOW);
        invitation.revoke();

        assertThat(invitation.objection(LATER)).contains(new Revoked());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> invitation.inviteAgain(LENA, LATER))
                .extracting(Refused::reason)
                .isEqualTo(new Revoked());
    }

    @Test
    void isNotTakenBackAfterItWasAccepted() {
        invitation.mailed(NOW);
        invitation.accept(new MemberId(UUID.randomUUID()), LATER);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(invitation::revoke)
                .extracting(Refused::reason)
                .isEqualTo(new AlreadyUsed());
    }

    @Test
    void saysThatNoMailReachesItsAddress() {
        invitation.mailed(NOW);
        invitation.undeliverable();

        assertThat(invitation.status(NOW)).isEqualTo(InvitationStatus.REFUSED);
        assertThat(invitation.expiresAt()).isNull();
    }
}
