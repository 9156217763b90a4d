package uk.alongside.tenant.membership;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.tenant.identity.EmailRefused;
import uk.alongside.tenant.membership.InvitationRefusal.AlreadyUsed;
import uk.alongside.tenant.membership.InvitationRefusal.Expired;
import uk.alongside.tenant.membership.InvitationRefusal.ForAnother;
import uk.alongside.tenant.membership.InvitationRefusal.NoSuchInvitation;
import uk.alongside.tenant.membership.InvitationRefusal.Revoked;
import uk.alongside.tenant.membership.InvitationRefusal.TooManyWrongAddresses;
import uk.alongside.tenant.membership.InvitationRefusal.UnknownLink;
import uk.alongside.tenant.membership.MemberRefusal.AlreadyAMember;
import uk.alongside.tenant.membership.MemberRefusal.AskTheOperator;
import uk.alongside.tenant.membership.MemberRefusal.ChangedMeanwhile;
import uk.alongside.tenant.membership.MemberRefusal.HasSignedIn;
import uk.alongside.tenant.membership.MemberRefusal.LastLead;
import uk.alongside.tenant.membership.MemberRefusal.NoSuchClient;
import uk.alongside.tenant.membership.MemberRefusal.NoSuchMember;

/** The refusals that the endpoints of the operator, of leads and of newcomers share. */
@RestControllerAdvice(
        assignableTypes = {
            MemberController.class,
            TeamController.class,
            InvitationController.class,
            JoinController.class
        })
class MemberProblems {

    @ExceptionHandler
    ProblemDetail refused(MemberRefused e) {
        return switch (e.reason()) {
            case NoSuchMember() -> Problem.notFound();
            case AlreadyAMember() ->
                Problem.of(CONFLICT, "already-a-member", "They are a member of this council already.");
            case LastLead() ->
                Problem.of(CONFLICT, "last-lead", "A council needs one active lead. Make somebody else a lead first.");
            case HasSignedIn() ->
                Problem.of(CONFLICT, "has-signed-in", "They have signed in already and have a password of their own.");
            case AskTheOperator() ->
                Problem.of(
                        CONFLICT,
                        "ask-the-operator",
                        "The operator of Alongside renews this password: it is not one council's alone.");
            case NoSuchClient() ->
                Problem.invalid("clientId", "NoSuchClient", "There is no machine client with this id.");
            case ChangedMeanwhile(var current) -> {
                var problem = Problem.of(
                        PRECONDITION_FAILED, "changed-meanwhile", "Somebody else changed this member meanwhile.");
                problem.setProperty("current", current);
                yield problem;
            }
        };
    }

    @ExceptionHandler
    ProblemDetail refused(InvitationRefused e) {
        return switch (e.reason()) {
            case NoSuchInvitation() -> Problem.notFound();
            case UnknownLink() ->
                Problem.of(
                        NOT_FOUND,
                        "invitation-unknown",
                        "This link is not one of an invitation. It may have been cut off, changed, or replaced by a newer one.");
            case AlreadyUsed() ->
                Problem.of(CONFLICT, "invitation-used", "This invitation was accepted already. Each link works once.");
            case Revoked() -> Problem.of(GONE, "invitation-revoked", "This invitation was taken back.");
            case Expired() ->
                Problem.of(GONE, "invitation-expired", "This invitation is more than 7 days old. Ask for another.");
            case ForAnother() ->
                Problem.of(CONFLICT, "invitation-for-another", "This invitation is for another e-mail address.");
            case TooManyWrongAddresses() ->
                Problem.of(
                        GONE,
                        "invitation-locked",
                        "Too many wrong addresses were entered for this invitation. Ask for another.");
        };
    }

    @ExceptionHandler
    ProblemDetail refused(EmailRefused e) {
        return Problem.invalid(
                "email", "Email", "Enter an e-mail address in the correct format, like name@example.com.");
    }
}
