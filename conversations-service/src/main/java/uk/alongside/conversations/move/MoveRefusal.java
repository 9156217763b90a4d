package uk.alongside.conversations.move;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a record is not moved. */
sealed interface MoveRefusal extends Refusal {

    @InvalidField(
            field = "toPersonId",
            detail = "Choose another person than the one whom the conversation is with now.")
    record SamePerson() implements MoveRefusal {}

    /** The answers of a person to the same questions on the same day would stand beside each other. */
    @ProblemType(
            type = "answers-of-the-day-exist",
            detail =
                    "The other person has answers to the same questions on that day. Correct the day of one of them first.")
    record AnswersOfTheDayExist() implements MoveRefusal {}

    /** Another member of staff has changed the record since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this conversation. Look at it and send this again.")
    record Stale() implements MoveRefusal {}
}
