package uk.alongside.tenant.signinprovider;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.secondfactor.MembersToAsk;

/**
 * A delivery that removes the password of a member who signs in through the council, after the council's sign-in was
 * turned on again. While it was off they needed a password. With it they would stay after they have left the council.
 */
@Component
class PasswordRemoval implements Delivery {

    private static final String KIND = "council-password";

    private final MembersToAsk members;
    private final CouncilAccounts council;
    private final ProviderSignIns signIns;
    private final Register register;
    private final Mailer mailer;
    private final Links links;
    private final TransactionOperations transactions;

    PasswordRemoval(
            MembersToAsk members,
            CouncilAccounts council,
            ProviderSignIns signIns,
            Register register,
            Mailer mailer,
            Links links,
            TransactionOperations transactions) {
        this.members = members;
        this.council = council;
        this.signIns = signIns;
        this.register = register;
        this.mailer = mailer;
        this.links = links;
        this.transactions = transactions;
    }

    /**
     * Queues the removal for all people who have come through the council's sign-in before.
     *
     * @param version the version of the connection that turned it on
     */
    void queue(Outbox outbox, long version) {
        var subjects = signIns.subjects();
        members.all().stream()
                .filter(member -> subjects.contains(member.account().subject()))
                .forEach(member -> outbox.add(KIND, member.id(), version));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.lock(id)
                .filter(council::alone)
                .filter(council::removePassword)
                .ifPresent(member -> mailer.send(
                        "password-removed",
                        member.email(),
                        Map.of(
                                "name",
                                member.name(),
                                "council",
                                register.nameOfThisCouncil(),
                                "link",
                                links.to("/")))));
    }
}
