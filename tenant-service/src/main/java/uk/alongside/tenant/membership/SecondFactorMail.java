package uk.alongside.tenant.membership;

import java.util.Map;
import java.util.UUID;
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

/** A delivery that mails a member that their second factor was reset, so that they notice a reset they did not ask for. */
@Component
class SecondFactorMail implements Delivery {

    static final String KIND = "second-factor-reset";

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorMail.class);

    private final Members members;
    private final Register register;
    private final Postbox postbox;
    private final Links links;
    private final MailTexts texts;
    private final TransactionOperations transactions;

    SecondFactorMail(
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
        transactions.executeWithoutResult(_ -> members.findById(id).ifPresent(this::send));
    }

    private void send(Member member) {
        var email = member.email();
        if (email == null) {
            return;
        }
        try {
            postbox.send(texts.write(
                    "second-factor-reset",
                    email,
                    Map.of(
                            "name", member.name(),
                            "council", register.nameOfThisCouncil(),
                            "link", links.to("/"))));
        } catch (UndeliverableAddress e) {
            LOG.warn("A member's address takes no mail about a reset second factor");
        }
    }
}
