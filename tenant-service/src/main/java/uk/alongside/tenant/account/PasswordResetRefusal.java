package uk.alongside.tenant.account;

import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a link to a new password does not work. */
sealed interface PasswordResetRefusal extends Refusal {

    /** The link is unknown: it was cut off or edited, or a newer mail has replaced its mail. */
    @ProblemType(
            status = NOT_FOUND,
            type = "password-link-unknown",
            detail = "This link does not lead to a new password. It may have been cut off, changed, or replaced by a"
                    + " newer one.")
    record UnknownLink() implements PasswordResetRefusal {}

    @ProblemType(
            type = "password-link-used",
            detail = "This link was used already, and each link works once. Sign in with your new password, or ask for"
                    + " another link.")
    record LinkUsed() implements PasswordResetRefusal {}

    @ProblemType(
            status = GONE,
            type = "password-link-expired",
            detail = "This link is more than an hour old. Ask for another one.")
    record LinkExpired() implements PasswordResetRefusal {}
}
