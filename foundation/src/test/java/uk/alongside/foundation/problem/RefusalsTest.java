package uk.alongside.foundation.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RefusalsTest {

    @ProblemType(type = "slot-taken", detail = "Only {left} places are left on {day}.")
    private record SlotTaken(int left, LocalDate day) implements Refusal {}

    @InvalidField(field = "until", detail = "The end must be after {begins}.")
    private record EndsTooEarly(LocalDate begins) implements Refusal {}

    @InvalidField(detail = "This time does not happen on that day.")
    private record TimeLeftOut(String field) implements Refusal {}

    @ProblemType(type = "wrong", detail = "Wrong.")
    private record NamedLikeAStandardMember(String status) implements Refusal {}

    private record Unmarked() implements Refusal {}

    @Test
    void aRefusalIsAnsweredWithItsStatusTypeAndFacts() {
        var problem = Refusals.problem(new SlotTaken(2, LocalDate.of(2026, 11, 24)));

        assertThat(problem.getStatus()).isEqualTo(409);
        assertThat(problem.getType()).hasToString("https://alongside.example/problems/slot-taken");
        assertThat(problem.getDetail()).isEqualTo("Only 2 places are left on Tuesday 24 November 2026.");
        assertThat(problem.getProperties()).isEqualTo(Map.of("left", 2, "day", LocalDate.of(2026, 11, 24)));
    }

    @Test
    void aRefusalAboutAFieldIsAnsweredWithItsPointerAndCode() {
        var problem = Refusals.problem(new EndsTooEarly(LocalDate.of(2026, 11, 24)));

        assertThat(problem.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST.value());
        assertThat(problem.getDetail()).isEqualTo("The end must be after Tuesday 24 November 2026.");
        assertThat(problem.getProperties())
                .containsEntry("errors", List.of(new Problem.Invalid("#/until", "EndsTooEarly")));
    }

    @Test
    void aFieldThatDependsOnTheRequestIsNamedByTheRefusal() {
        assertThat(Refusals.problem(new TimeLeftOut("starts")).getProperties())
                .containsEntry("errors", List.of(new Problem.Invalid("#/starts", "TimeLeftOut")));
    }

    @Test
    void severalErrorsInARequestAreAnsweredTogether() {
        var refused =
                Refused.together(List.of(new EndsTooEarly(LocalDate.of(2026, 11, 24)), new TimeLeftOut("starts")));

        var problem = Refusals.problem(refused.reasons());

        assertThat(problem.getStatus()).isEqualTo(400);
        assertThat(problem.getProperties())
                .containsEntry(
                        "errors",
                        List.of(
                                new Problem.Invalid("#/until", "EndsTooEarly"),
                                new Problem.Invalid("#/starts", "TimeLeftOut")));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Refusals.problem(List.of(new TimeLeftOut("starts"), new SlotTaken(1, LocalDate.EPOCH))));
    }

    @Test
    void aFactIsNeverNamedLikeAStandardMember() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Refusals.problem(new NamedLikeAStandardMember("late")))
                .withMessageContaining("reserved name status");
    }

    @Test
    void aRefusalWithoutAnAnswerIsAProgrammingError() {
        assertThatIllegalStateException().isThrownBy(() -> Refusals.problem(new Unmarked()));
    }

    @Test
    void theExceptionNamesNoFact() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> {
                    throw new SlotTaken(2, LocalDate.of(2026, 11, 24)).refused();
                })
                .withMessage("SlotTaken");
    }
}
