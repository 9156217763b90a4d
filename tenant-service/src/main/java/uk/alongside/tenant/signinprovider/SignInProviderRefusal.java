package uk.alongside.tenant.signinprovider;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import java.util.List;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a council's own sign-in cannot be connected, or a person cannot come in through it. */
sealed interface SignInProviderRefusal extends Refusal {

    /** The connection has a later version than the one that was read. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "The council's sign-in was changed since you read it. Read it again before you change it.")
    record StaleVersion(SignInProvider current) implements SignInProviderRefusal {}

    /** The operator has confirmed no e-mail domain, so no address leads to the council's sign-in. */
    @ProblemType(
            type = "no-email-domain",
            detail = "The operator of Alongside has to confirm your council's e-mail domain first.")
    record NoEmailDomain() implements SignInProviderRefusal {}

    /** People sign in by these addresses, so the last domain stays while the sign-in is connected. */
    @ProblemType(
            type = "email-domain-in-use",
            detail = "The council's own sign-in is on and needs an e-mail domain. Ask a lead to turn it off first.")
    record EmailDomainInUse() implements SignInProviderRefusal {}

    /** The domain is of a mail service that anyone may join. */
    @InvalidField(
            field = "domains",
            detail = "One of these domains is of a public mail service. Give the council's own domain.")
    record PublicMailDomain() implements SignInProviderRefusal {}

    /** The issuer's address is not one that we call. */
    @InvalidField(field = "issuer", detail = "Enter an https address on the internet, without a password or a query.")
    record AddressNotAllowed() implements SignInProviderRefusal {}

    /** The issuer does not answer, or not with a discovery document. */
    @InvalidField(
            field = "issuer",
            detail = "There is no OpenID Connect discovery document at this address. Check the address.")
    record NoDiscoveryDocument() implements SignInProviderRefusal {}

    /** The discovery document names another issuer than its address. */
    @InvalidField(field = "issuer", detail = "The discovery document names another issuer. Enter the issuer it names.")
    record OtherIssuer() implements SignInProviderRefusal {}

    /** A secret belongs to one client of one issuer, so it is never sent to another. */
    @InvalidField(
            field = "clientSecret",
            detail = "Enter the client secret. It is needed the first time, and when the issuer or client id changes.")
    record SecretNeeded() implements SignInProviderRefusal {}

    /** The council's sign-in accepted the person, and their groups give no role here. */
    @ProblemType(
            status = FORBIDDEN,
            type = "no-role-given",
            detail = "Your council sign-in worked, but no role has been given to you. Ask a lead of your council.")
    record NoRoleGiven(List<String> leadNames) implements SignInProviderRefusal {

        /** Leaves the names out, because this text can end up in logs. */
        @Override
        public String toString() {
            return "NoRoleGiven";
        }
    }

    /** The person's e-mail address is not of a domain that the operator confirmed for this council. */
    @ProblemType(
            status = FORBIDDEN,
            type = "email-of-another-domain",
            detail = "Your council sign-in worked, but your e-mail address is not of your council's domain. Ask a lead"
                    + " of your council to invite you instead.")
    record EmailOfAnotherDomain() implements SignInProviderRefusal {}

    /** The council's sign-in says that it has not verified the e-mail address, so it may be another person's. */
    @ProblemType(
            status = FORBIDDEN,
            type = "email-not-verified",
            detail =
                    "Your council sign-in worked, but your council has not verified your e-mail address. Ask the people"
                            + " who run your council's accounts.")
    record EmailNotVerified() implements SignInProviderRefusal {}

    /** The person has a session of the council's sign-in, which a lead has turned off since. */
    @ProblemType(
            status = FORBIDDEN,
            type = "council-sign-in-off",
            detail = "Your council has turned off its own sign-in. Ask a lead of your council how to sign in.")
    record SignInTurnedOff() implements SignInProviderRefusal {}

    /** The person has come through the council's own sign-in before. Their groups are read only there. */
    @ProblemType(
            status = FORBIDDEN,
            type = "own-sign-in-needed",
            detail = "For this council you sign in with the account that the council gave you. Sign in through your"
                    + " council.")
    record OwnSignInNeeded() implements SignInProviderRefusal {}

    /** The roles of the sign-in have not reached conversations-service yet. */
    @ProblemType(
            status = SERVICE_UNAVAILABLE,
            type = "sign-in-under-way",
            detail = "Your sign-in worked, and your roles are still being set up. Try again in a moment.")
    record SignInUnderWay() implements SignInProviderRefusal {}
}
