package uk.alongside.tenant.membership;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.register.Register;

/** A delivery that mails a member that their second factor was reset, so that they notice a reset they did not ask for. */
@Component
class SecondFactorMail implements Delivery {

    static final String KIND = "second-factor-reset";

    private final Members members;
    private final Register register;
    private final Mailer mailer;
    private final Links links;
    private final TransactionOperations transactions;

    SecondFactorMail(
            Members members, Register register, Mailer mailer, Links links, TransactionOperations transactions) {
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
        transactions.executeWithoutResult(_ -> members.findById(id).ifPresent(this::send));
    }

    private void send(Member member) {
        mailer.send(
                "second-factor-reset",
                member.email(),
                Map.of("name", member.name(), "council", register.nameOfThisCouncil(), "link", links.to("/")));
    }
}
