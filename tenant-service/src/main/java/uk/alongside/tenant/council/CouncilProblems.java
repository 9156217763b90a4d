package uk.alongside.tenant.council;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import org.springframework.http.ProblemDetail;
import uk.alongside.foundation.Problem;
import uk.alongside.tenant.council.CouncilRefusal.AliasReserved;
import uk.alongside.tenant.council.CouncilRefusal.AliasTaken;
import uk.alongside.tenant.council.CouncilRefusal.ChangedMeanwhile;
import uk.alongside.tenant.council.CouncilRefusal.NameTaken;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchCouncil;

/** What an operator or a lead is told when a wish for a council is turned down. */
final class CouncilProblems {

    private CouncilProblems() {}

    static ProblemDetail of(CouncilRefusal refusal) {
        return switch (refusal) {
            case NoSuchCouncil() -> Problem.notFound();
            case AliasTaken() -> Problem.of(CONFLICT, "alias-taken", "Another council has this short name.");
            case AliasReserved() ->
                Problem.of(CONFLICT, "alias-reserved", "The product needs this short name for itself.");
            case NameTaken() -> Problem.of(CONFLICT, "name-taken", "Another council has this name.");
            case ChangedMeanwhile(var current) -> {
                var problem = Problem.of(
                        PRECONDITION_FAILED, "changed-meanwhile", "Somebody else changed this council meanwhile.");
                problem.setProperty("current", current);
                yield problem;
            }
        };
    }
}
