package uk.alongside.tenant.introduction;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.time.LocalDate;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a request about introductions is rejected. None depends on another council. */
sealed interface IntroductionRefusal extends Refusal {

    @ProblemType(
            type = "introduction-not-live",
            detail = "Your council is not live yet. Ask for an introduction once it is.")
    record NotLive() implements IntroductionRefusal {}

    @ProblemType(
            type = "introduction-already-asked",
            detail = "Your council has asked about this measure already. You will hear if a council says yes.")
    record AlreadyAsked() implements IntroductionRefusal {}

    /** The council has asked as often as it may in a year. */
    @ProblemType(
            type = "introduction-limit",
            detail = "Your council has asked four times in twelve months. You can ask again on {from}.")
    record TooMany(LocalDate from) implements IntroductionRefusal {}

    @ProblemType(
            type = "introduction-question-over",
            detail = "This question is over already, so it cannot be taken back. Look at the page again.")
    record QuestionOver() implements IntroductionRefusal {}

    @ProblemType(
            type = "introduction-request-over",
            detail = "This question was answered or has ended already. Look at the page again.")
    record RequestOver() implements IntroductionRefusal {}

    /** The offer has a later version than the one that the lead read. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another lead changed what your council offers. Read it again before you change it.")
    record StaleOffer(IntroductionOffer current) implements IntroductionRefusal {}
}
