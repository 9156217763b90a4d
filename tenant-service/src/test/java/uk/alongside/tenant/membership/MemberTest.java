package uk.alongside.tenant.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.alongside.tenant.membership.MemberBuilder.aMember;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.tenant.membership.MemberRefusal.StaleVersion;

class MemberTest {

    @Test
    void isActiveFromTheStart() {
        assertThat(aMember().build().status()).isEqualTo(MemberStatus.ACTIVE);
    }

    @Test
    void isAnActiveLeadWithThatRoleAmongOthers() {
        assertThat(aMember().as(Role.LEAD, Role.PRACTITIONER).build().isActiveLead())
                .isTrue();
        assertThat(aMember().as(Role.PRACTITIONER).build().isActiveLead()).isFalse();
    }

    @Test
    void isNoActiveLeadWhileSuspended() {
        assertThat(aMember().as(Role.LEAD).suspended().build().isActiveLead()).isFalse();
    }

    @Test
    void countsEveryChange() {
        var member = aMember().build();

        member.edit(1, "Priya Hollis-Marsh", Set.of(Role.VIEWER), MemberStatus.SUSPENDED);

        assertThat(member.version()).isEqualTo(2);
        assertThat(member.name()).isEqualTo("Priya Hollis-Marsh");
        assertThat(member.roles()).containsExactly(Role.VIEWER);
        assertThat(member.status()).isEqualTo(MemberStatus.SUSPENDED);
    }

    @Test
    void refusesAChangeOfWhatWasStaleVersionAndSaysWhatThereIsNow() {
        var member = aMember().build();
        member.edit(1, "Priya Hollis", Set.of(Role.VIEWER), MemberStatus.ACTIVE);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> member.edit(1, "Priya Hollis", Set.of(Role.LEAD), MemberStatus.ACTIVE))
                .extracting(Refused::reason)
                .isEqualTo(new StaleVersion(MemberView.of(member)));
        assertThat(member.roles()).containsExactly(Role.VIEWER);
    }

    @Test
    void isShownWithoutTheNameInALog() {
        var member = MemberView.of(aMember().build());

        assertThat(member.toString()).doesNotContain("Priya").doesNotContain("larkshire.example");
    }
}
