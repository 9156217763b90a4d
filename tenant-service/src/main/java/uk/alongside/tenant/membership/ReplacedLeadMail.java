package uk.alongside.tenant.membership;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.register.Register;

/** A delivery that mails a person that the operator has appointed another first lead in their place. */
@Component
class ReplacedLeadMail implements Delivery {

    static final String KIND = "replaced-lead";

    private final Members members;
    private final Register register;
    private final Postbox postbox;
    private final Mailer mailer;
    private final TransactionOperations transactions;

    ReplacedLeadMail(
            Members members, Register register, Postbox postbox, Mailer mailer, TransactionOperations transactions) {
        this.members = members;
        this.register = register;
        this.postbox = postbox;
        this.mailer = mailer;
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
        mailer.send("replaced-lead", email, Map.of("name", member.name(), "council", register.nameOfThisCouncil()));
    }
}
