package uk.alongside.tenant.invitation;

import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which an invitation can no longer be used or changed. */
sealed interface InvitationRefusal extends Refusal {

    /** The link is unknown: it was cut off or edited, or a newer mail has replaced its mail. */
    @ProblemType(
            status = NOT_FOUND,
            type = "invitation-unknown",
            detail = "This link does not belong to an invitation. It may have been cut off, changed, or replaced by a"
                    + " newer one.")
    record UnknownLink() implements InvitationRefusal {}

    @ProblemType(
            type = "invitation-used",
            detail = "This invitation was accepted already, and each link works once. If you accepted it, sign in.")
    record AlreadyUsed() implements InvitationRefusal {}

    @ProblemType(status = GONE, type = "invitation-revoked", detail = "A lead took this invitation back.")
    record Revoked() implements InvitationRefusal {}

    @ProblemType(
            status = GONE,
            type = "invitation-expired",
            detail = "This invitation is more than 7 days old. Ask a lead for another one.")
    record Expired() implements InvitationRefusal {}

    /** The typed address is not the invited one. */
    @ProblemType(type = "invitation-for-another", detail = "This invitation is for another e-mail address.")
    record ForAnother() implements InvitationRefusal {}

    @ProblemType(
            type = "everyone-known",
            detail = "Each of these people is a member already, has an open invitation, or signs in with the council's"
                    + " own sign-in. Enter other addresses.")
    record EveryoneKnown() implements InvitationRefusal {}

    @ProblemType(
            status = GONE,
            type = "invitation-locked",
            detail = "Too many wrong addresses were entered for this invitation. Ask a lead for another one.")
    record TooManyWrongAddresses() implements InvitationRefusal {}

    @ProblemType(
            type = "invitation-of-suspended-council",
            detail = "The service of this council is suspended. Ask the person who invited you when it is resumed.")
    record OfASuspendedCouncil() implements InvitationRefusal {}
}
