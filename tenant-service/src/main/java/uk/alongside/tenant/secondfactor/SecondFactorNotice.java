package uk.alongside.tenant.secondfactor;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.SecondFactors;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.register.Register;

/**
 * A delivery that mails a member that their council asks every member for a second factor from the next sign-in. The
 * check that makes Keycloak ask is queued with the mail, so no member is asked before the mail was handed over. A member
 * whose account needs a second factor already gets no mail. Keycloak is asked while no transaction is open.
 */
@Component
class SecondFactorNotice implements Delivery {

    static final String KIND = "second-factor-notice";

    private final MembersToAsk members;
    private final SecondFactorRules rules;
    private final SecondFactors secondFactors;
    private final Register register;
    private final Mailer mailer;
    private final Links links;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    SecondFactorNotice(
            MembersToAsk members,
            SecondFactorRules rules,
            SecondFactors secondFactors,
            Register register,
            Mailer mailer,
            Links links,
            Outbox outbox,
            TransactionOperations transactions) {
        this.members = members;
        this.rules = rules;
        this.secondFactors = secondFactors;
        this.register = register;
        this.mailer = mailer;
        this.links = links;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID id, long version) {
        var found = transactions.execute(_ -> members.lock(id).filter(_ -> rules.askEverybody()));
        if (found == null || found.isEmpty()) {
            return;
        }
        var account = found.get().account();
        if (secondFactors.areRequired(account)) {
            return;
        }
        boolean setUp = secondFactors.areSetUp(account);
        transactions.executeWithoutResult(_ -> members.lock(id)
                .filter(_ -> rules.askEverybody())
                .ifPresent(member -> {
                    outbox.add(SecondFactorChecks.KIND, id, version);
                    if (!setUp) {
                        tell(member);
                    }
                }));
    }

    private void tell(MemberToAsk member) {
        mailer.send(
                "second-factor-notice",
                member.email(),
                Map.of("name", member.name(), "council", register.nameOfThisCouncil(), "link", links.to("/")));
    }
}
