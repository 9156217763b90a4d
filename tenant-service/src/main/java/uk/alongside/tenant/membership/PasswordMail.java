package uk.alongside.tenant.membership;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.OneTimePassword;
import uk.alongside.tenant.mail.AddressRefused;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mail;
import uk.alongside.tenant.mail.Postbox;
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
    private final TransactionOperations transactions;

    PasswordMail(
            Members members,
            Register register,
            Keycloak keycloak,
            Postbox postbox,
            Links links,
            TransactionOperations transactions) {
        this.members = members;
        this.register = register;
        this.keycloak = keycloak;
        this.postbox = postbox;
        this.links = links;
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
        } catch (AddressRefused e) {
            return;
        }
        keycloak.replacePassword(member.account(), password);
    }

    private Mail write(String name, String email, OneTimePassword password) {
        var here = register.nameOfThisCouncil();
        return new Mail(email, here + ": a new password for Alongside", """
                        Hello %s

                        A lead at %s asked for a new password for you in Alongside, the council's service for talking points.

                        Sign in here:
                        %s

                        Your e-mail address: %s
                        Your one-time password: %s

                        You will be asked to choose a password of your own. The password that you had before does not work any more. Do not forward this mail.

                        If you did not expect this, tell a lead at %s.

                        Alongside, for %s
                        """.formatted(
                        name, here, links.to("/"), email, password.value(), here, here));
    }
}
