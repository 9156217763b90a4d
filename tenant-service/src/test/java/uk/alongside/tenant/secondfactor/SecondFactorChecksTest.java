package uk.alongside.tenant.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.identity.SecondFactors;

class SecondFactorChecksTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Person PERSON = new Person("http://localhost/realms/alongside", "0a1b");

    private final MembersToAsk members = mock();
    private final SecondFactorRules rules = mock();
    private final SecondFactors secondFactors = mock();
    private final Outbox outbox = mock();
    private final SecondFactorChecks checks = new SecondFactorChecks(
            members, rules, secondFactors, outbox, new TransactionTemplate(new CountingTransactions()));

    /** The number of transactions that are open at this moment. */
    private int open;

    @Test
    void endsTheSignInsOfAMemberWhoseRoleNeedsIt() {
        given(members.lock(ID)).willReturn(Optional.of(member(true)));

        checks.deliver(ID, 1);

        then(secondFactors).should().require(PERSON);
    }

    @Test
    void letsTheSignInsGoOnOfAMemberWhomOnlyTheRuleAsks() {
        given(members.lock(ID)).willReturn(Optional.of(member(false)));
        given(rules.askEverybody()).willReturn(true);

        checks.deliver(ID, 1);

        then(secondFactors).should().requireFromNextSignIn(PERSON);
        then(secondFactors).should(never()).require(any());
    }

    @Test
    void asksNoMemberWithoutSuchARoleOrRule() {
        given(members.lock(ID)).willReturn(Optional.of(member(false)));

        checks.deliver(ID, 1);

        then(secondFactors).shouldHaveNoInteractions();
    }

    @Test
    void asksKeycloakWhileNoTransactionIsOpen() {
        given(members.lock(ID)).willReturn(Optional.of(member(true)));
        willAnswer(_ -> {
                    assertThat(open).isZero();
                    return null;
                })
                .given(secondFactors)
                .require(PERSON);

        checks.deliver(ID, 1);

        then(secondFactors).should().require(PERSON);
        then(members).should(times(2)).lock(ID);
        then(outbox).shouldHaveNoInteractions();
    }

    @Test
    void queuesTheReleaseOfAMemberWhoNeedsItNoMoreWhenKeycloakHasAnswered() {
        given(members.lock(ID)).willReturn(Optional.of(member(true))).willReturn(Optional.of(member(false)));

        checks.deliver(ID, 1);

        then(secondFactors).should().require(PERSON);
        then(outbox).should().add(SecondFactorRelease.KIND, ID, 1);
    }

    @Test
    void queuesTheNoticeBeforeTheCheckOfAMemberWhomOnlyTheRuleAsks() {
        given(rules.askEverybody()).willReturn(true);

        checks.queue(member(false));

        then(outbox).should().add(SecondFactorNotice.KIND, ID, 1);
        then(outbox).shouldHaveNoMoreInteractions();
    }

    private static MemberToAsk member(boolean byRole) {
        return new MemberToAsk(ID, 1, PERSON, "Priya Hollis", "priya@larkshire.example", byRole);
    }

    private final class CountingTransactions implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            open++;
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {
            open--;
        }

        @Override
        public void rollback(TransactionStatus status) {
            open--;
        }
    }
}
