package uk.alongside.tenant.secondfactor;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.SecondFactors;

/**
 * A delivery that tells Keycloak that a member needs a second factor. For a role that needs one, the sign-ins of the
 * member end. For the rule of the council they go on, because the rule applies from the next sign-in.
 *
 * <p>Keycloak is asked between two transactions, so that a slow Keycloak holds neither a connection nor the member's row.
 * The second transaction looks whether the member still needs it. If not, it queues the release.
 */
@Component
public class SecondFactorChecks implements Delivery {

    static final String KIND = "second-factor";

    private final MembersToAsk members;
    private final SecondFactorRules rules;
    private final SecondFactors secondFactors;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    SecondFactorChecks(
            MembersToAsk members,
            SecondFactorRules rules,
            SecondFactors secondFactors,
            Outbox outbox,
            TransactionOperations transactions) {
        this.members = members;
        this.rules = rules;
        this.secondFactors = secondFactors;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Queues what this member needs, in the present transaction: a check, a notice before it, or nothing. */
    public void queue(MemberToAsk member) {
        if (member.byRole()) {
            outbox.add(KIND, member.id(), member.version());
        } else if (rules.askEverybody()) {
            outbox.add(SecondFactorNotice.KIND, member.id(), member.version());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID id, long version) {
        var found = transactions.execute(_ -> members.lock(id).filter(this::needsSecondFactor));
        if (found == null || found.isEmpty()) {
            return;
        }
        var member = found.get();
        if (member.byRole()) {
            secondFactors.require(member.account());
        } else {
            secondFactors.requireFromNextSignIn(member.account());
        }
        transactions.executeWithoutResult(_ -> members.lock(id)
                .filter(now -> !needsSecondFactor(now))
                .ifPresent(now -> outbox.add(SecondFactorRelease.KIND, id, now.version())));
    }

    private boolean needsSecondFactor(MemberToAsk member) {
        return member.byRole() || rules.askEverybody();
    }
}
