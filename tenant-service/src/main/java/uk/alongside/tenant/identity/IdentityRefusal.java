package uk.alongside.tenant.identity;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a request that needs Keycloak is rejected. */
public sealed interface IdentityRefusal extends Refusal {

    /** Keycloak does not accept this text as an e-mail address, although it has the form of one. */
    @InvalidField(
            field = "email",
            code = "Email",
            detail = "Enter an e-mail address in the correct format, like name@example.com.")
    record EmailNotAccepted() implements IdentityRefusal {}

    /** Another council's sign-in has this domain, or Keycloak does not accept it as one. */
    @InvalidField(
            field = "domains",
            detail =
                    "Another council has one of these domains, or it is not written like a domain. Check each of them.")
    record DomainTaken() implements IdentityRefusal {}

    /** Keycloak gave no answer, or no useful one. No change is lost: the same request completes the earlier one. */
    @ProblemType(
            status = SERVICE_UNAVAILABLE,
            type = "identity-unavailable",
            detail = "The sign-in service did not answer. Nothing is lost: try again in a moment.")
    record IdentityUnavailable() implements IdentityRefusal {}

    @InvalidField(field = "password", code = "TooShort", detail = "Use a password of 12 characters or more.")
    record PasswordTooShort() implements IdentityRefusal {}

    @InvalidField(field = "password", code = "TooLong", detail = "Use a password of 128 characters or fewer.")
    record PasswordTooLong() implements IdentityRefusal {}

    @InvalidField(field = "password", code = "IsTheAddress", detail = "Use a password that is not your e-mail address.")
    record PasswordIsTheAddress() implements IdentityRefusal {}

    /** The realm's list of forbidden passwords has this password, or another rule of the realm refuses it. */
    @InvalidField(field = "password", code = "EasyToGuess", detail = "Choose a password that is harder to guess.")
    record PasswordEasyToGuess() implements IdentityRefusal {}
}
