package uk.alongside.conversations.walkin;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a walk-in is rejected, beside those of its attendance. */
sealed interface WalkInRefusal extends Refusal {

    @InvalidField(field = "askedOn", detail = "The day they asked must be today or before.")
    record AskedInTheFuture() implements WalkInRefusal {}

    /** Another member of staff has changed the walk-in or the visit since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this walk-in. Look at it and send the correction again.")
    record StaleVersion(WalkInView current) implements WalkInRefusal {}
}
