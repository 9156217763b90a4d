package uk.alongside.tenant.secondfactor;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.SecondFactors;

/**
 * A delivery that tells Keycloak that a member needs no second factor any more, after their council has stopped asking
 * every member. A second factor that the member has set up stays. An account that opens another council too is left as
 * it is, because the other council may ask for one.
 */
@Component
class SecondFactorRelease implements Delivery {

    static final String KIND = "second-factor-release";

    private final MembersToAsk members;
    private final SecondFactorRules rules;
    private final SecondFactors secondFactors;
    private final Keycloak keycloak;
    private final TransactionOperations transactions;

    SecondFactorRelease(
            MembersToAsk members,
            SecondFactorRules rules,
            SecondFactors secondFactors,
            Keycloak keycloak,
            TransactionOperations transactions) {
        this.members = members;
        this.rules = rules;
        this.secondFactors = secondFactors;
        this.keycloak = keycloak;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.lock(id)
                .filter(member -> !member.byRole() && !rules.askEverybody())
                .filter(member -> !keycloak.belongsElsewhere(CouncilContext.council(), member.account()))
                .ifPresent(member -> secondFactors.release(member.account())));
    }
}
