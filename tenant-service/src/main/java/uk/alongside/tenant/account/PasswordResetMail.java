package uk.alongside.tenant.account;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.MailedToken;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.mail.UndeliverableAddress;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.secondfactor.MemberToAsk;
import uk.alongside.tenant.secondfactor.MembersToAsk;
import uk.alongside.tenant.signinprovider.CouncilAccounts;

/**
 * A delivery that mails a member the link to a new password. A member who signs in through the council has no password
 * here, and gets mail that says so. A member whose council has connected its sign-in since needs the old password once, to
 * join the two accounts: the mail has the link and says how.
 */
@Component
class PasswordResetMail implements Delivery {

    static final String KIND = "password-reset";

    static final String PAGE = "/new-password";

    /** The address that leads to a council's own sign-in at once. */
    private static final String THROUGH = "/oauth2/authorization/sign-in?through=";

    private final PasswordResets resets;
    private final MembersToAsk members;
    private final CouncilAccounts council;
    private final Register register;
    private final Postbox postbox;
    private final Mailer mailer;
    private final MailTexts texts;
    private final Links links;
    private final TransactionOperations transactions;
    private final Clock clock;

    PasswordResetMail(
            PasswordResets resets,
            MembersToAsk members,
            CouncilAccounts council,
            Register register,
            Postbox postbox,
            Mailer mailer,
            MailTexts texts,
            Links links,
            TransactionOperations transactions,
            Clock clock) {
        this.resets = resets;
        this.members = members;
        this.council = council;
        this.register = register;
        this.postbox = postbox;
        this.mailer = mailer;
        this.texts = texts;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Sends the mail while the hash of its token is written but not committed. A mail that could not be handed over
     * leaves no token, and the next attempt makes another.
     */
    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> members.lock(id)
                .ifPresent(member -> resets.lock(id)
                        .filter(reset -> reset.awaitsMail(version))
                        .ifPresent(reset -> send(member, reset))));
    }

    private void send(MemberToAsk member, PasswordReset reset) {
        if (council.alone(member)) {
            mailer.send(
                    "password-elsewhere",
                    member.email(),
                    Map.of("name", member.name(), "council", register.nameOfThisCouncil(), "link", links.to("/")));
            resets.mailed(reset, null, null);
            return;
        }
        var token = MailedToken.random(CouncilContext.council());
        var until = clock.instant().plus(PasswordReset.GOOD_FOR);
        var values = Map.of(
                "name",
                member.name(),
                "council",
                register.nameOfThisCouncil(),
                "until",
                texts.moment(until),
                "through",
                links.to(THROUGH + CouncilContext.council()));
        var template = council.knows(member) ? "password-reset-once" : "password-reset";
        try {
            postbox.send(texts.write(
                    template, Objects.requireNonNull(member.email()), values, links.to(PAGE, token.text())));
        } catch (UndeliverableAddress e) {
            return;
        }
        resets.mailed(reset, token.hash(), until);
    }
}
