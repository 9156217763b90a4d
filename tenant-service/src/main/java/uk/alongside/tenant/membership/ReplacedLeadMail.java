package uk.alongside.tenant.membership;

import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.mail.UndeliverableAddress;
import uk.alongside.tenant.register.Register;

/** A delivery that mails a person that the operator has appointed another first lead in their place. */
@Component
class ReplacedLeadMail implements Delivery {

    static final String KIND = "replaced-lead";

    private static final Logger LOG = LoggerFactory.getLogger(ReplacedLeadMail.class);

    private final Members members;
    private final Register register;
    private final Postbox postbox;
    private final MailTexts texts;
    private final TransactionOperations transactions;

    ReplacedLeadMail(
            Members members, Register register, Postbox postbox, MailTexts texts, TransactionOperations transactions) {
        this.members = members;
        this.register = register;
        this.postbox = postbox;
        this.texts = texts;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Sends the mail, unless the operator has appointed this person once more. */
    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.findById(id)
                .filter(member -> member.version() == version)
                .ifPresent(this::send));
    }

    private void send(Member member) {
        var email = member.email();
        if (email == null) {
            return;
        }
        postbox.forgetPasswords(email);
        try {
            postbox.send(texts.write(
                    "replaced-lead", email, Map.of("name", member.name(), "council", register.nameOfThisCouncil())));
        } catch (UndeliverableAddress e) {
            LOG.warn("The address of a replaced lead takes no mail");
        }
    }
}
