package uk.alongside.tenant.membership;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static uk.alongside.tenant.membership.MemberBuilder.aMember;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.caller.Role;
import uk.alongside.tenant.identity.SecondFactors;

class SecondFactorCheckTest {

    private final Members members = mock();
    private final SecondFactors secondFactors = mock();
    private final SecondFactorCheck check =
            new SecondFactorCheck(members, secondFactors, TransactionOperations.withoutTransaction());

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LEAD", "PRACTITIONER"})
    void requiresItOfAMemberWithThisRole(Role role) {
        var member = known(role);

        check.deliver(member.id().value(), 1);

        then(secondFactors).should().require(member.account());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"HUB_STAFF", "VIEWER"})
    void requiresItOfNoMemberWithAnotherRole(Role role) {
        check.deliver(known(role).id().value(), 1);

        then(secondFactors).should(never()).require(any());
    }

    private Member known(Role role) {
        var member = aMember().as(role).build();
        given(members.findById(member.id().value())).willReturn(Optional.of(member));
        return member;
    }
}
