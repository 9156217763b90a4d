package uk.alongside.conversations.conclusion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.conclusion.ConclusionRefusal.DayNotReached;
import uk.alongside.conversations.conclusion.ConclusionRefusal.NothingWritten;
import uk.alongside.conversations.conclusion.ConclusionRefusal.Stale;
import uk.alongside.conversations.conclusion.ConclusionRefusal.ToolTextNotRead;
import uk.alongside.conversations.conclusion.ConclusionService.Details;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Finishing.ConversationFinished;
import uk.alongside.conversations.step.StepIncomplete;
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
@Tag(name = "Conversations")
class ConclusionController {

    private static final int LONGEST_ADDENDUM = 20_000;

    private final ConclusionService conclusions;

    ConclusionController(ConclusionService conclusions) {
        this.conclusions = conclusions;
    }

    @Schema(name = "ConversationFinish")
    record Finish(
            @NotNull @Valid Decisions decisions,

            @Schema(description = "Whether you have read the text that came from a tool, if there is any")
            boolean toolTextRead) {}

    @Schema(name = "ConclusionChange")
    record Change(
            @NotNull @Valid Decisions decisions,

            @NotBlank @Size(max = 500) @TypedText(TextKind.LINE) @Schema(description = "Why this is put right")
            String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Change[]";
        }
    }

    @Schema(name = "NewAddendum")
    record NewAddendum(
            @NotBlank @Size(max = LONGEST_ADDENDUM) @TypedText(TextKind.TEXT)
            String text) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewAddendum[]";
        }
    }

    @PostMapping("/api/conversations/{conversationId}/finish")
    @Operation(
            operationId = "finishConversation",
            summary = "Finish a conversation with what was decided",
            description = "If-Match is the version of the conversation. After this, no box and no person of it changes."
                    + " An attempt to reach a person needs a kind and a day only.")
    @Answers({
        NotFound.class,
        Stale.class,
        ConversationFinished.class,
        DayNotReached.class,
        NothingWritten.class,
        ToolTextNotRead.class,
        StepIncomplete.class,
        TextUnreadable.class
    })
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<ConclusionView> finish(
            @PathVariable ConversationId conversationId,
            @IfMatch long version,
            @IdempotencyKey String key,
            @Valid @RequestBody Finish request) {
        return view(conclusions.finish(conversationId, version, request.decisions(), request.toolTextRead(), key));
    }

    @GetMapping("/api/conversations/{conversationId}/conclusion")
    @Operation(
            operationId = "getConclusion",
            summary = "Get what was decided at the end of a conversation, and what was added since",
            description = "A conversation that is not finished has none.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    Versioned<ConclusionView> get(@PathVariable ConversationId conversationId) {
        return view(conclusions.find(conversationId));
    }

    @PutMapping("/api/conversations/{conversationId}/conclusion")
    @Operation(
            operationId = "updateConclusion",
            summary = "Put right what was decided at the end of a conversation",
            description = "What was decided before is kept, with the reason for the correction.")
    @Answers({NotFound.class, Stale.class, DayNotReached.class, NothingWritten.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<ConclusionView> correct(
            @PathVariable ConversationId conversationId, @IfMatch long version, @Valid @RequestBody Change request) {
        return view(conclusions.correct(conversationId, version, request.decisions(), request.reason()));
    }

    @PostMapping("/api/conversations/{conversationId}/addenda")
    @Operation(
            operationId = "createAddendum",
            summary = "Add a text to a finished conversation",
            description = "The text cannot be changed afterwards.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Created<ConclusionView> add(
            @PathVariable ConversationId conversationId,
            @IdempotencyKey String key,
            @Valid @RequestBody NewAddendum request) {
        var details = conclusions.add(conversationId, request.text(), key);
        return new Created<>(
                "/api/conversations/" + conversationId.value() + "/conclusion",
                ConclusionView.of(details.conclusion(), details.members()),
                details.conclusion().version());
    }

    private static Versioned<ConclusionView> view(Details details) {
        return new Versioned<>(
                ConclusionView.of(details.conclusion(), details.members()),
                details.conclusion().version());
    }
}
