package uk.alongside.tenant.suspension;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which an operator cannot suspend or resume a council. */
sealed interface SuspensionRefusal extends Refusal {

    /** The council is suspended for another reason, which its leads have read. */
    @ProblemType(
            type = "suspended-already",
            detail = "This council is suspended already, for another reason. Resume it first.")
    record SuspendedAlready(SuspensionView current) implements SuspensionRefusal {}

    /** The council has a later version than the one that the operator read. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another person changed this council. Read it again before you go on.")
    record StaleVersion(SuspensionView current) implements SuspensionRefusal {}
}
