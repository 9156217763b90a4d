package uk.alongside.conversations.communication;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a change of a person's communication is rejected. */
sealed interface CommunicationRefusal extends Refusal {

    @InvalidField(field = "reviewOn", detail = "The day of the next review must not be before today.")
    record ReviewInThePast() implements CommunicationRefusal {}

    /** Another member of staff has changed it since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed how this person gets letters. Look at it and send the change"
                    + " again.")
    record StaleCommunication(CommunicationView current) implements CommunicationRefusal {}
}
