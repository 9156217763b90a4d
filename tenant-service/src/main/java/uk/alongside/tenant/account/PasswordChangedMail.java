package uk.alongside.tenant.account;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.secondfactor.MemberToAsk;
import uk.alongside.tenant.secondfactor.MembersToAsk;

/** A delivery that mails a member that their password was changed, so that they notice a change that is not theirs. */
@Component
class PasswordChangedMail implements Delivery {

    static final String KIND = "password-changed";

    private final MembersToAsk members;
    private final Register register;
    private final Mailer mailer;
    private final Links links;
    private final TransactionOperations transactions;

    PasswordChangedMail(
            MembersToAsk members, Register register, Mailer mailer, Links links, TransactionOperations transactions) {
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
        transactions.executeWithoutResult(_ -> members.lock(id).ifPresent(this::send));
    }

    private void send(MemberToAsk member) {
        mailer.send(
                "password-changed",
                member.email(),
                Map.of(
                        "name",
                        member.name(),
                        "council",
                        register.nameOfThisCouncil(),
                        "link",
                        links.to("/forgotten-password")));
    }
}
