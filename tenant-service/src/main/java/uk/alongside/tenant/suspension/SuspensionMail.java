package uk.alongside.tenant.suspension;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.membership.MemberNames;
import uk.alongside.tenant.register.Register;

/** A delivery that mails all leads of a council that it was suspended or resumed. */
@Component
class SuspensionMail implements Delivery {

    static final String KIND = "suspension";

    private final SuspensionSteps steps;
    private final MemberNames names;
    private final Register register;
    private final Mailer mailer;
    private final Links links;
    private final MailTexts texts;
    private final TransactionOperations transactions;

    SuspensionMail(
            SuspensionSteps steps,
            MemberNames names,
            Register register,
            Mailer mailer,
            Links links,
            MailTexts texts,
            TransactionOperations transactions) {
        this.steps = steps;
        this.names = names;
        this.register = register;
        this.mailer = mailer;
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
        transactions.executeWithoutResult(_ -> steps.find(id).ifPresent(this::send));
    }

    private void send(SuspensionStep step) {
        var reason = step.reason();
        var values = Map.of(
                "council", register.nameOfThisCouncil(),
                "reason", reason == null ? "" : texts.word("suspension." + reason.word()),
                "moment", texts.moment(step.at()),
                "link", links.to("/"));
        for (var address : names.addressesOfLeads()) {
            mailer.send(reason == null ? "resumed" : "suspended", address, values);
        }
    }
}
