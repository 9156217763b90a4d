package uk.alongside.tenant.membership;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.register.Register;

/** A delivery that mails a member a new one-time password, after the request of the lead who asked for it. */
@Component
class PasswordMail implements Delivery {

    static final String KIND = "password";

    private final Members members;
    private final OneTimePasswords passwords;
    private final Register register;
    private final Links links;
    private final TransactionOperations transactions;

    PasswordMail(
            Members members,
            OneTimePasswords passwords,
            Register register,
            Links links,
            TransactionOperations transactions) {
        this.members = members;
        this.passwords = passwords;
        this.register = register;
        this.links = links;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Sends the mail. A member who has joined another council since the request keeps a password of their own. */
    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.findForEditById(id)
                .filter(member -> !passwords.isOfAnotherCouncilToo(member))
                .ifPresent(this::send));
    }

    private void send(Member member) {
        var email = member.email();
        if (email == null) {
            return;
        }
        passwords.mail(
                member,
                email,
                "new-password",
                Map.of("name", member.name(), "council", register.nameOfThisCouncil(), "link", links.to("/")));
    }
}
