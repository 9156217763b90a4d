package uk.alongside.tenant.membership;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.register.Register;

/**
 * A delivery that mails a new member how to sign in: with a one-time password if they have no password of their own, and
 * otherwise with the one that they have.
 */
@Component
class WelcomeMail implements Delivery {

    static final String KIND = "welcome";

    private final Members members;
    private final OneTimePasswords passwords;
    private final Register register;
    private final Keycloak keycloak;
    private final Mailer mailer;
    private final Links links;
    private final MailTexts texts;
    private final TransactionOperations transactions;

    WelcomeMail(
            Members members,
            OneTimePasswords passwords,
            Register register,
            Keycloak keycloak,
            Mailer mailer,
            Links links,
            MailTexts texts,
            TransactionOperations transactions) {
        this.members = members;
        this.passwords = passwords;
        this.register = register;
        this.keycloak = keycloak;
        this.mailer = mailer;
        this.links = links;
        this.texts = texts;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Sends the mail, unless the member was replaced or suspended since. */
    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.findForEditById(id)
                .filter(member -> member.status() == MemberStatus.ACTIVE)
                .ifPresent(this::send));
    }

    private void send(Member member) {
        var email = member.email();
        if (email == null) {
            return;
        }
        if (keycloak.hasNoPasswordOfTheirOwn(member.account())) {
            passwords.mail(member, email, "welcome", values(member));
            return;
        }
        var values = new HashMap<>(values(member));
        values.put("address", email);
        mailer.send("welcome-with-a-password", email, values);
    }

    private Map<String, String> values(Member member) {
        var roles = member.roles().stream()
                .map(role -> texts.word("role." + role.word()))
                .collect(joining(", "));
        return Map.of(
                "name", member.name(),
                "council", register.nameOfThisCouncil(),
                "roles", roles,
                "link", links.to("/"));
    }
}
