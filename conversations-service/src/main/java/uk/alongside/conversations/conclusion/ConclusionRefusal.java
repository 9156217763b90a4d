package uk.alongside.conversations.conclusion;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a record is not finished, or what was decided is not corrected. */
sealed interface ConclusionRefusal extends Refusal {

    @InvalidField(field = "decisions", detail = "Each day must be today or before.")
    record DayNotReached() implements ConclusionRefusal {}

    @ProblemType(
            type = "nothing-written",
            detail = "Nothing is written in the main boxes. Write what matters to the person, or what you agreed.")
    record NothingWritten() implements ConclusionRefusal {}

    @ProblemType(
            type = "tool-text-not-read",
            detail = "A text of this conversation came from a tool. Read it, and confirm that you have read it.")
    record ToolTextNotRead() implements ConclusionRefusal {}

    /** Another member of staff has changed the record, or what was decided, since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this conversation. Look at it and send this again.")
    record Stale() implements ConclusionRefusal {}
}
