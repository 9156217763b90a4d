package uk.alongside.conversations.measure;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.math.BigDecimal;
import java.time.LocalDate;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which answers to an instrument are not recorded or corrected. */
sealed interface MeasureRefusal extends Refusal {

    @InvalidField(field = "instrument", detail = "There is no instrument with this code.")
    record InstrumentUnknown() implements MeasureRefusal {}

    @InvalidField(detail = "The instrument has no such question, or the question is answered twice.")
    record QuestionUnknown(String field) implements MeasureRefusal {}

    @InvalidField(detail = "The answer must be between {min} and {max}, with at most {decimals} decimals.")
    record AnswerOutOfRange(String field, BigDecimal min, BigDecimal max, int decimals) implements MeasureRefusal {}

    @InvalidField(field = "answers", detail = "Record at least one question that was asked.")
    record NothingAsked() implements MeasureRefusal {}

    @InvalidField(field = "goals", detail = "Add at least one goal and at most 10.")
    record GoalsNeeded() implements MeasureRefusal {}

    @InvalidField(field = "goals", detail = "The goals were set with the first answers. Correct them there.")
    record GoalsAlreadySet() implements MeasureRefusal {}

    @InvalidField(field = "goals", detail = "Later answers are about these goals, so their number stays.")
    record GoalsInUse() implements MeasureRefusal {}

    @ProblemType(
            type = "goals-in-use",
            detail = "Later answers are about the goals that were set with these. Withdraw the later answers first.")
    record GoalsNotWithdrawable() implements MeasureRefusal {}

    @InvalidField(field = "day", detail = "The day must be today or in the past.")
    record DayInFuture() implements MeasureRefusal {}

    @InvalidField(field = "day", detail = "There are answers of this day already. Correct those.")
    record DayTaken() implements MeasureRefusal {}

    @InvalidField(
            field = "day",
            detail =
                    "The first answers are of {first}, so later answers need a later day. If that day is wrong, correct"
                            + " it first.")
    record BeforeBaseline(LocalDate first) implements MeasureRefusal {}

    @InvalidField(
            field = "day",
            detail = "These are the first answers, and the next ones are of {next}. The day must be before that.")
    record AfterFollowUp(LocalDate next) implements MeasureRefusal {}

    /** Another member of staff has corrected the answers since the caller read them. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has corrected these answers. Look at them and send the correction again.")
    record StaleMeasure(MeasureView current) implements MeasureRefusal {}
}
