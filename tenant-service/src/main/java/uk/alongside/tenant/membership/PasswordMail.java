package uk.alongside.tenant.membership;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.OneTimePassword;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mail;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.mail.UndeliverableAddress;
import uk.alongside.tenant.register.Register;

/** A delivery that mails a member a new one-time password, after the request of the lead who asked for it. */
@Component
class PasswordMail implements Delivery {

    static final String KIND = "password";

    private final Members members;
    private final Register register;
    private final Keycloak keycloak;
    private final Postbox postbox;
    private final Links links;
    private final MailTexts texts;
    private final TransactionOperations transactions;

    PasswordMail(
            Members members,
            Register register,
            Keycloak keycloak,
            Postbox postbox,
            Links links,
            MailTexts texts,
            TransactionOperations transactions) {
        this.members = members;
        this.register = register;
        this.keycloak = keycloak;
        this.postbox = postbox;
        this.links = links;
        this.texts = texts;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Sends the mail. A member who has joined another council since the request keeps their password. */
    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.findById(id)
                .filter(member -> !keycloak.belongsElsewhere(CouncilContext.council(), member.account()))
                .ifPresent(this::send));
    }

    /**
     * Makes and mails a password. The password is made here, so that no queue contains it, and is valid once its mail
     * was handed over: an address that takes no mail locks out no member. If Keycloak does not answer, the next attempt
     * makes and mails another password.
     */
    private void send(Member member) {
        var email = member.email();
        if (email == null) {
            return;
        }
        var password = OneTimePassword.random();
        try {
            postbox.send(write(member.name(), email, password));
        } catch (UndeliverableAddress e) {
            return;
        }
        keycloak.replacePassword(member.account(), password);
    }

    private Mail write(String name, String email, OneTimePassword password) {
        return texts.write(
                "new-password",
                email,
                Map.of(
                        "name", name,
                        "council", register.nameOfThisCouncil(),
                        "link", links.to("/"),
                        "address", email,
                        "password", password.value()));
    }
}
