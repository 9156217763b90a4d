package uk.alongside.conversations.measure;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.measure.Measure.Content;
import uk.alongside.conversations.measure.Measure.How;
import uk.alongside.conversations.measure.MeasureRefusal.AfterFollowUp;
import uk.alongside.conversations.measure.MeasureRefusal.AnswerOutOfRange;
import uk.alongside.conversations.measure.MeasureRefusal.BeforeBaseline;
import uk.alongside.conversations.measure.MeasureRefusal.DayInFuture;
import uk.alongside.conversations.measure.MeasureRefusal.DayTaken;
import uk.alongside.conversations.measure.MeasureRefusal.GoalsAlreadySet;
import uk.alongside.conversations.measure.MeasureRefusal.GoalsInUse;
import uk.alongside.conversations.measure.MeasureRefusal.GoalsNeeded;
import uk.alongside.conversations.measure.MeasureRefusal.GoalsNotWithdrawable;
import uk.alongside.conversations.measure.MeasureRefusal.InstrumentUnknown;
import uk.alongside.conversations.measure.MeasureRefusal.NothingAsked;
import uk.alongside.conversations.measure.MeasureRefusal.QuestionUnknown;
import uk.alongside.conversations.measure.MeasureRefusal.StaleMeasure;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Measures")
class MeasureController {

    private final MeasureService measures;

    MeasureController(MeasureService measures) {
        this.measures = measures;
    }

    record NewMeasure(
            @NotBlank
            @Size(max = 40)
            @TypedText(TextKind.CODE)
            @Schema(description = "The code of the instrument", example = "ons4")
            String instrument,

            @Nullable @Schema(description = "The conversation in which the person was asked")
            ConversationId conversationId,

            @NotNull LocalDate day,
            @NotNull How how,

            @Nullable
            @Size(max = 10)
            @Schema(description = "The goals, with the first answers to an instrument with goals")
            List<@Valid @NotNull Goal> goals,

            @NotNull @Size(max = 40) @Schema(description = "A question without an answer was not asked.")
            List<@Valid @NotNull Answer> answers) {

        /** Leaves the answers out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewMeasure[instrument=" + instrument + "]";
        }
    }

    @Schema(name = "MeasureUpdate")
    record Update(
            @NotNull LocalDate day,
            @NotNull How how,

            @Nullable @Size(max = 10) List<@Valid @NotNull Goal> goals,

            @NotNull @Size(max = 40) List<@Valid @NotNull Answer> answers,

            @NotBlank @Size(max = 500) @TypedText(TextKind.LINE) @Schema(description = "Why the answers are corrected")
            String reason) {

        /** Leaves the answers out, because records are written to logs. */
        @Override
        public String toString() {
            return "Update[day=" + day + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeasureList(List<MeasureView> items, @Nullable MeasureId next) {}

    @GetMapping("/api/people/{personId}/measures")
    @Operation(
            operationId = "listMeasures",
            summary = "List a person's answers to instruments, the last day first",
            description = "A page has the answers of at most 50 times.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    MeasureList list(@PathVariable PersonId personId, @RequestParam(required = false) @Nullable MeasureId after) {
        var page = measures.list(personId, after);
        return new MeasureList(page.items(), page.next());
    }

    @PostMapping("/api/people/{personId}/measures")
    @Operation(
            operationId = "createMeasure",
            summary = "Record a person's answers to an instrument",
            description = "The first answers of a person to an instrument are the baseline. Later ones are follow-ups.")
    @Answers({
        NotFound.class,
        InstrumentUnknown.class,
        QuestionUnknown.class,
        AnswerOutOfRange.class,
        NothingAsked.class,
        GoalsNeeded.class,
        GoalsAlreadySet.class,
        DayInFuture.class,
        DayTaken.class,
        BeforeBaseline.class,
        TextUnreadable.class
    })
    @PreAuthorize("hasAuthority('conversation:write')")
    Created<MeasureView> create(
            @PathVariable PersonId personId, @IdempotencyKey String key, @Valid @RequestBody NewMeasure request) {
        var content = content(request.day(), request.how(), request.goals(), request.answers());
        var measure = measures.record(personId, request.instrument(), request.conversationId(), content, request, key);
        return new Created<>("/api/people/" + personId.value() + "/measures", measure, measure.version());
    }

    @PutMapping("/api/people/{personId}/measures/{measureId}")
    @Operation(
            operationId = "updateMeasure",
            summary = "Correct a person's answers to an instrument",
            description = "What the answers were before is kept with the reason.")
    @Answers({
        NotFound.class,
        StaleMeasure.class,
        QuestionUnknown.class,
        AnswerOutOfRange.class,
        NothingAsked.class,
        GoalsNeeded.class,
        GoalsAlreadySet.class,
        GoalsInUse.class,
        DayInFuture.class,
        DayTaken.class,
        BeforeBaseline.class,
        AfterFollowUp.class,
        TextUnreadable.class
    })
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<MeasureView> update(
            @PathVariable PersonId personId,
            @PathVariable MeasureId measureId,
            @IfMatch long version,
            @Valid @RequestBody Update request) {
        var content = content(request.day(), request.how(), request.goals(), request.answers());
        var measure = measures.correct(personId, measureId, version, content, request.reason());
        return new Versioned<>(measure, measure.version());
    }

    @Schema(name = "MeasureWithdrawal")
    record Withdrawal(
            @NotBlank @Size(max = 500) @TypedText(TextKind.LINE) @Schema(description = "Why the answers are withdrawn")
            String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "Withdrawal[]";
        }
    }

    @PostMapping("/api/people/{personId}/measures/{measureId}/withdraw")
    @ResponseStatus(NO_CONTENT)
    @Operation(
            operationId = "withdrawMeasure",
            summary = "Withdraw answers that were recorded by mistake, such as under another person",
            description = "The answers are kept, and are shown and counted no more.")
    @Answers({NotFound.class, StaleMeasure.class, GoalsNotWithdrawable.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    void withdraw(
            @PathVariable PersonId personId,
            @PathVariable MeasureId measureId,
            @IfMatch long version,
            @Valid @RequestBody Withdrawal request) {
        measures.withdraw(personId, measureId, version, request.reason());
    }

    private static Content content(LocalDate day, How how, @Nullable List<Goal> goals, List<Answer> answers) {
        return new Content(day, how, Objects.requireNonNullElse(goals, List.of()), answers);
    }
}
