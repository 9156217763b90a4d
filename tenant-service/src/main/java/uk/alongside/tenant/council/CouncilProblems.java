package uk.alongside.tenant.council;

import uk.alongside.tenant.settings.SettingsView;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.util.function.Supplier;
import org.springframework.http.ProblemDetail;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.tenant.council.CouncilRefusal.AliasReserved;
import uk.alongside.tenant.council.CouncilRefusal.AliasTaken;
import uk.alongside.tenant.council.CouncilRefusal.AlreadyAsked;
import uk.alongside.tenant.council.CouncilRefusal.AlreadyLive;
import uk.alongside.tenant.council.CouncilRefusal.AssessmentNotAPdf;
import uk.alongside.tenant.council.CouncilRefusal.AssessmentTooLarge;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityEnded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityNeeded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityOfADemonstration;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityTaken;
import uk.alongside.tenant.council.CouncilRefusal.ChangedMeanwhile;
import uk.alongside.tenant.council.CouncilRefusal.NameTaken;
import uk.alongside.tenant.council.CouncilRefusal.NoAssessment;
import uk.alongside.tenant.council.CouncilRefusal.NoLogo;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchAuthority;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchCouncil;
import uk.alongside.tenant.council.CouncilRefusal.NotAsked;
import uk.alongside.tenant.council.CouncilRefusal.SetUpUnfinished;

/** The answers to an operator or a lead whose request about a council is refused. */
final class CouncilProblems {

    private CouncilProblems() {}

    static ProblemDetail of(CouncilRefusal refusal) {
        return switch (refusal) {
            case NoSuchCouncil(), NoLogo(), NoAssessment() -> Problem.notFound();
            case AliasTaken() -> Problem.of(CONFLICT, "alias-taken", "Another council has this short name.");
            case AliasReserved() ->
                Problem.of(CONFLICT, "alias-reserved", "The product needs this short name for itself.");
            case AuthorityNeeded() ->
                Problem.invalid("authority", "NotNull", "Say which council of the register it is.");
            case NoSuchAuthority() ->
                Problem.invalid("authority", "NoSuchAuthority", "There is no such council in the register.");
            case AuthorityOfADemonstration() ->
                Problem.invalid(
                        "authority", "AuthorityOfADemonstration", "A made-up council is outside of the register.");
            case AuthorityTaken() -> Problem.of(CONFLICT, "authority-taken", "This council is already set up.");
            case AuthorityEnded(var successors) -> {
                var problem =
                        Problem.of(CONFLICT, "authority-ended", "This council has ended. Choose one that followed it.");
                problem.setProperty("successors", successors);
                yield problem;
            }
            case NameTaken() -> Problem.of(CONFLICT, "name-taken", "Another council has this name.");
            case SetUpUnfinished(var tasks) -> {
                var problem = Problem.of(CONFLICT, "set-up-unfinished", "Something of the set-up is still to be done.");
                problem.setProperty("tasks", tasks);
                yield problem;
            }
            case AssessmentTooLarge() -> assessment("too-large");
            case AssessmentNotAPdf() -> assessment("not-a-pdf");
            case AlreadyAsked() -> Problem.of(CONFLICT, "already-asked", "Your council has asked to go live already.");
            case AlreadyLive() -> Problem.of(CONFLICT, "already-live", "This council is live already.");
            case NotAsked() -> Problem.of(CONFLICT, "not-asked", "This council has not asked to go live.");
            case ChangedMeanwhile(var current) -> {
                var problem = Problem.of(
                        PRECONDITION_FAILED, "changed-meanwhile", "Somebody else changed this council meanwhile.");
                problem.setProperty("current", current);
                yield problem;
            }
        };
    }

    /** Returns the answer for a lead. After another person's change it shows the leads' view, not the operator's. */
    static ProblemDetail forALead(CouncilRefusal refusal, Supplier<SettingsView> current) {
        var problem = of(refusal);
        if (refusal instanceof ChangedMeanwhile) {
            problem.setProperty("current", current.get());
        }
        return problem;
    }

    private static ProblemDetail assessment(String reason) {
        var problem = Problem.of(BAD_REQUEST, "assessment-refused", "This file cannot be used as an assessment.");
        problem.setProperty("reason", reason);
        return problem;
    }
}
