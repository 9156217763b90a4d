package uk.alongside.tenant.membership;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.caller.Role;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.AddressRefused;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.Mail;
import uk.alongside.tenant.mail.Postbox;
import uk.alongside.tenant.register.Register;

/** A delivery that mails an invitation, after the request that asked for it. */
@Component
class InvitationMail implements Delivery {

    static final String KIND = "invitation";

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy 'at' h:mma", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private final Invitations invitations;
    private final Members members;
    private final Register register;
    private final Postbox postbox;
    private final Links links;
    private final TransactionOperations transactions;
    private final Clock clock;

    InvitationMail(
            Invitations invitations,
            Members members,
            Register register,
            Postbox postbox,
            Links links,
            TransactionOperations transactions,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.register = register;
        this.postbox = postbox;
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
                    nameOf(invitation.invitedBy()),
                    invitation.roles(),
                    now.plus(Invitation.GOOD_FOR),
                    links.to("/join", token.text())));
        } catch (AddressRefused e) {
            invitation.undeliverable();
        }
    }

    /** Returns the mail that a person with this address and these roles would get, with a link that leads nowhere. */
    Mail preview(String email, UUID invitedBy, Set<Role> roles) {
        return write(
                email, nameOf(invitedBy), roles, clock.instant().plus(Invitation.GOOD_FOR), links.to("/join", "…"));
    }

    private Mail write(String email, String inviter, Set<Role> roles, Instant until, String link) {
        var name = register.nameOfThisCouncil();
        return new Mail(email, name + ": an invitation to Alongside", """
                        Hello

                        %s, a lead at %s, invites you to work with them in Alongside, the council's service for talking points.

                        Your role: %s

                        To accept, open this link:
                        %s

                        The link works once, until %s. It is for %s only: do not forward it. You will be asked for this address.

                        If you did not expect this, you do not need to do anything.

                        Alongside, for %s
                        """.formatted(
                        inviter, name, words(roles), link, time(until), email, name));
    }

    private String nameOf(UUID member) {
        return members.findById(member).map(Member::name).orElse("Somebody");
    }

    private static String words(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> role.word().replace('-', ' '))
                .collect(joining(", "));
    }

    private static String time(Instant instant) {
        return DAY_AND_TIME.format(instant).replace("AM", "am").replace("PM", "pm");
    }
}
