package uk.alongside.tenant.membership;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.identity.SecondFactors;

/** A delivery that tells Keycloak that a member needs a second factor, for a member who has their roles from before. */
@Component
class SecondFactorCheck implements Delivery {

    static final String KIND = "second-factor";

    private final Members members;
    private final SecondFactors secondFactors;
    private final TransactionOperations transactions;

    SecondFactorCheck(Members members, SecondFactors secondFactors, TransactionOperations transactions) {
        this.members = members;
        this.secondFactors = secondFactors;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.findById(id)
                .filter(Member::needsSecondFactor)
                .ifPresent(member -> secondFactors.require(member.account())));
    }
}
