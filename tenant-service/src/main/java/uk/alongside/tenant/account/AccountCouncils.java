package uk.alongside.tenant.account;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.identity.Accounts;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.secondfactor.MemberToAsk;
import uk.alongside.tenant.secondfactor.MembersToAsk;

/** Finds the council in which a person's account is acted on. */
@Component
class AccountCouncils {

    private final Accounts accounts;
    private final MembersToAsk members;
    private final TransactionOperations transactions;

    AccountCouncils(Accounts accounts, MembersToAsk members, TransactionOperations transactions) {
        this.accounts = accounts;
        this.members = members;
        this.transactions = transactions;
    }

    /**
     * Does this work in one transaction of the first council in which the person is active, with their row locked. It
     * does no work for an account that is active in no council, and returns false.
     */
    boolean inFirstCouncilOf(Person person, Consumer<MemberToAsk> work) {
        for (var council : accounts.councilsOf(person)) {
            boolean done = CouncilContext.call(
                    council,
                    () -> transactions.execute(_ -> {
                        Optional<MemberToAsk> member = members.lock(person);
                        member.ifPresent(work);
                        return member.isPresent();
                    }));
            if (done) {
                return true;
            }
        }
        return false;
    }
}
