package uk.alongside.tenant.invitation;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mail;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.mail.UndeliverableAddress;
import uk.alongside.tenant.membership.MemberNames;
import uk.alongside.tenant.register.Register;

/** A delivery that mails an invitation, after the request that asked for it. */
@Component
class InvitationMail implements Delivery {

    static final String KIND = "invitation";

    private final Invitations invitations;
    private final MemberNames names;
    private final Register register;
    private final Postbox postbox;
    private final Links links;
    private final MailTexts texts;
    private final TransactionOperations transactions;
    private final Clock clock;

    InvitationMail(
            Invitations invitations,
            MemberNames names,
            Register register,
            Postbox postbox,
            Links links,
            MailTexts texts,
            TransactionOperations transactions,
            Clock clock) {
        this.invitations = invitations;
        this.names = names;
        this.register = register;
        this.postbox = postbox;
        this.links = links;
        this.texts = texts;
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
        transactions.executeWithoutResult(_ -> invitations
                .findForEditById(id)
                .filter(invitation -> invitation.awaitsMail(version))
                .ifPresent(this::send));
    }

    private void send(Invitation invitation) {
        var now = clock.instant();
        var token = invitation.mailed(now);
        try {
            postbox.send(write(
                    invitation.email(),
                    invitation.invitedBy(),
                    invitation.roles(),
                    now.plus(Invitation.GOOD_FOR),
                    links.to("/join", token.text())));
        } catch (UndeliverableAddress e) {
            invitation.undeliverable();
        }
    }

    /** Returns the mail that a person with this address and these roles would get, with a link that leads nowhere. */
    Mail preview(String email, MemberId invitedBy, Set<Role> roles) {
        return write(email, invitedBy, roles, clock.instant().plus(Invitation.GOOD_FOR), links.to("/join", "…"));
    }

    private Mail write(String email, MemberId inviter, Set<Role> roles, Instant until, String link) {
        return texts.write(
                "invitation",
                email,
                Map.of(
                        "inviter", names.of(inviter).orElseGet(() -> texts.word("inviter.unknown")),
                        "council", register.nameOfThisCouncil(),
                        "roles", words(roles),
                        "link", link,
                        "until", texts.moment(until),
                        "address", email));
    }

    private String words(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> texts.word("role." + role.word()))
                .collect(joining(", "));
    }
}
