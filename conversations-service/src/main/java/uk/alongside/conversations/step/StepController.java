package uk.alongside.conversations.step;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.step.Step.Status;
import uk.alongside.conversations.step.StepRefusal.NotOfTheTeam;
import uk.alongside.conversations.step.StepRefusal.ReasonNeeded;
import uk.alongside.conversations.step.StepRefusal.StaleStep;
import uk.alongside.conversations.step.StepRefusal.StepStays;
import uk.alongside.conversations.step.StepRefusal.TooManySteps;
import uk.alongside.conversations.step.StepService.OpenSteps;
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
@Tag(name = "Next Steps")
class StepController {

    private final StepService steps;

    StepController(StepService steps) {
        this.steps = steps;
    }

    /** The steps of a list by their day. */
    enum Due {
        ALL,
        OVERDUE
    }

    /** The steps of a list by the member who has to do with them. */
    enum OwnedBy {
        ME,
        ALL
    }

    @Schema(name = "StepUpdate")
    record Change(
            @NotNull @Valid StepDetails details,
            @NotNull Status status,

            @Nullable
            @Size(max = 500)
            @TypedText(TextKind.LINE)
            @Schema(description = "Why the step was not done, or why it is changed after the conversation was finished")
            String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Change[status=" + status + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepList(List<StepView> items, @Nullable StepId next) {}

    @Schema(name = "OpenStepPerson")
    record PersonView(PersonId personId, String name) {

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "PersonView[personId=" + personId + "]";
        }
    }

    @Schema(name = "OpenStep")
    record OpenStep(StepView step, List<PersonView> people) {

        static OpenStep of(Step step, OpenSteps found) {
            return new OpenStep(
                    StepView.of(step, found.members()),
                    found.people().getOrDefault(step.conversation(), List.of()).stream()
                            .map(person -> found.cards().get(person))
                            .filter(Objects::nonNull)
                            .map(card -> new PersonView(card.id(), card.name()))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenStepList(List<OpenStep> items, @Nullable StepId next) {}

    @GetMapping("/api/conversations/{conversationId}/steps")
    @Operation(
            operationId = "listConversationSteps",
            summary = "List the next steps of a conversation",
            description = "A page has at most 50 steps. The first one added comes first.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    StepList list(@PathVariable ConversationId conversationId, @RequestParam(required = false) @Nullable StepId after) {
        var page = steps.list(conversationId, after);
        return new StepList(page.items(), page.next());
    }

    @PostMapping("/api/conversations/{conversationId}/steps")
    @Operation(
            operationId = "createStep",
            summary = "Add a next step to a conversation",
            description = "Before the conversation is finished, only what is done is needed.")
    @Answers({NotFound.class, NotOfTheTeam.class, StepIncomplete.class, TooManySteps.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Created<StepView> create(
            @PathVariable ConversationId conversationId,
            @IdempotencyKey String key,
            @Valid @RequestBody StepDetails request) {
        var step = steps.add(conversationId, request, key);
        return new Created<>("/api/conversations/" + conversationId.value() + "/steps", step, step.version());
    }

    @PutMapping("/api/conversations/{conversationId}/steps/{stepId}")
    @Operation(
            operationId = "updateStep",
            summary = "Change a next step, or say whether it was done",
            description = "A step that was not done needs a reason. After the conversation is finished, every change"
                    + " needs one unless the step was done, and what the step was before is kept.")
    @Answers({
        NotFound.class,
        StaleStep.class,
        NotOfTheTeam.class,
        ReasonNeeded.class,
        StepIncomplete.class,
        TextUnreadable.class
    })
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<StepView> update(
            @PathVariable ConversationId conversationId,
            @PathVariable StepId stepId,
            @IfMatch long version,
            @Valid @RequestBody Change request) {
        var step = steps.change(conversationId, stepId, version, request.details(), request.status(), request.reason());
        return new Versioned<>(step, step.version());
    }

    @DeleteMapping("/api/conversations/{conversationId}/steps/{stepId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "deleteStep", summary = "Delete a next step of a conversation that is not finished")
    @Answers({NotFound.class, StaleStep.class, StepStays.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    void delete(@PathVariable ConversationId conversationId, @PathVariable StepId stepId, @IfMatch long version) {
        steps.delete(conversationId, stepId, version);
    }

    @GetMapping("/api/steps")
    @Operation(
            operationId = "listOpenSteps",
            summary = "List the next steps that are open, those that are due first at the beginning",
            description =
                    "A page has at most 50 steps. Your own steps are those that you do, and those that you added.")
    @Answers(TextUnreadable.class)
    @PreAuthorize("hasAuthority('conversation:read')")
    OpenStepList open(
            @RequestParam(defaultValue = "all") Due due,
            @RequestParam(defaultValue = "me") OwnedBy ownedBy,
            @RequestParam(required = false) @Nullable PersonId personId,
            @RequestParam(required = false) @Nullable StepId after) {
        var found = steps.open(due == Due.OVERDUE, ownedBy == OwnedBy.ME, personId, after);
        var page = found.page();
        return new OpenStepList(
                page.items().stream().map(step -> OpenStep.of(step, found)).toList(), page.next());
    }
}
