package uk.alongside.tenant.membership;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.register.Register;

/** A delivery that mails the other leads of a council that a member has become a lead. */
@Component
class NewLeadMail implements Delivery {

    static final String KIND = "new-lead";

    private final Members members;
    private final Register register;
    private final Mailer mailer;
    private final Links links;
    private final TransactionOperations transactions;

    NewLeadMail(Members members, Register register, Mailer mailer, Links links, TransactionOperations transactions) {
        this.members = members;
        this.register = register;
        this.mailer = mailer;
        this.links = links;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.findById(id).ifPresent(this::tellTheOthers));
    }

    private void tellTheOthers(Member lead) {
        members.findAllByOrderByNameAscIdAsc().stream()
                .filter(Member::isActiveLead)
                .filter(other -> !other.id().equals(lead.id()))
                .flatMap(other -> Stream.ofNullable(other.email()))
                .forEach(address -> send(lead, address));
    }

    private void send(Member lead, String address) {
        mailer.send(
                "new-lead",
                address,
                Map.of(
                        "lead", lead.name(),
                        "address", Objects.requireNonNullElse(lead.email(), ""),
                        "council", register.nameOfThisCouncil(),
                        "link", links.to("/team")));
    }
}
