package uk.alongside.conversations.aboutme;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a sentence of About me is not added or changed. */
sealed interface AboutMeRefusal extends Refusal {

    @ProblemType(
            type = "too-many-sentences",
            detail = "About me has 200 sentences, with those that were taken away. Change one of them instead.")
    record TooManySentences() implements AboutMeRefusal {}

    @InvalidField(field = "saidOn", detail = "The day on which it was said must not be after today.")
    record SaidInTheFuture() implements AboutMeRefusal {}

    @InvalidField(field = "reason", detail = "Say why the sentence is taken away.")
    record ReasonNeeded() implements AboutMeRefusal {}

    /** Another member of staff has changed the sentence since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this sentence. Look at it and send the change again.")
    record StaleSentence(SentenceView current) implements AboutMeRefusal {}
}
