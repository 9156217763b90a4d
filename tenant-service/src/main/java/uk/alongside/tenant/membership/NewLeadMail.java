package uk.alongside.tenant.membership;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.mail.UndeliverableAddress;
import uk.alongside.tenant.register.Register;

/** A delivery that mails the other leads of a council that a member has become a lead. */
@Component
class NewLeadMail implements Delivery {

    static final String KIND = "new-lead";

    private static final Logger LOG = LoggerFactory.getLogger(NewLeadMail.class);

    private final Members members;
    private final Register register;
    private final Postbox postbox;
    private final Links links;
    private final MailTexts texts;
    private final TransactionOperations transactions;

    NewLeadMail(
            Members members,
            Register register,
            Postbox postbox,
            Links links,
            MailTexts texts,
            TransactionOperations transactions) {
        this.members = members;
        this.register = register;
        this.postbox = postbox;
        this.links = links;
        this.texts = texts;
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
        try {
            postbox.send(texts.write(
                    "new-lead",
                    address,
                    Map.of(
                            "lead", lead.name(),
                            "address", Objects.requireNonNullElse(lead.email(), ""),
                            "council", register.nameOfThisCouncil(),
                            "link", links.to("/team"))));
        } catch (UndeliverableAddress e) {
            LOG.warn("A lead's address takes no mail about a new lead");
        }
    }
}
