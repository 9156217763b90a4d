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
        transactions.executeWithoutResult(_ -> members.lock(id).ifPresent(member -> {
            if (member.byRole()) {
                secondFactors.require(member.account());
            } else if (rules.askEverybody()) {
                secondFactors.requireFromNextSignIn(member.account());
            }
        }));
    }
}
