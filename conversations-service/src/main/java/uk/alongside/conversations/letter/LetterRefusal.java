package uk.alongside.conversations.letter;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a change of a letter is rejected. */
sealed interface LetterRefusal extends Refusal {

    @ProblemType(
            type = "nothing-written",
            detail = "Nothing is written in this conversation yet. Write in it first, then make the letter.")
    record NothingWritten() implements LetterRefusal {}

    @ProblemType(
            type = "letter-withdrawn",
            detail = "This letter was withdrawn, so it cannot be changed or given to the person.")
    record AlreadyWithdrawn() implements LetterRefusal {}

    @ProblemType(
            status = CONTENT_TOO_LARGE,
            type = "too-long",
            detail = "A part of a letter holds 200,000 characters at most. Make it shorter.")
    record TooLong() implements LetterRefusal {}

    /** Another member of staff has changed the part or the names of the letter since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this letter. Look at it and send the change again.")
    record StaleVersion(LetterView current) implements LetterRefusal {}
}
