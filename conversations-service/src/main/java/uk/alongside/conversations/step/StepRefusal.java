package uk.alongside.conversations.step;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a next step is not added, changed or deleted. */
sealed interface StepRefusal extends Refusal {

    @ProblemType(type = "too-many-steps", detail = "A conversation has at most 50 next steps.")
    record TooManySteps() implements StepRefusal {}

    @InvalidField(field = "memberId", detail = "The owner must be an active member of the team.")
    record NotOfTheTeam() implements StepRefusal {}

    @InvalidField(field = "reason", detail = "Say why. The record is finished, or the step was not done.")
    record ReasonNeeded() implements StepRefusal {}

    /** The step belongs to a finished record, so that it is settled and never deleted. */
    @ProblemType(
            type = "step-of-finished-conversation",
            detail = "This conversation is finished, so its steps stay. Record that the step was not done, and why.")
    record StepStays() implements StepRefusal {}

    /** Another member of staff has changed the step since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this step. Look at it and send the change again.")
    record StaleStep(StepView current) implements StepRefusal {}
}
