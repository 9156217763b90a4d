package uk.alongside.conversations.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.conversation.BoxTexts.Revision;
import uk.alongside.conversations.conversation.ConversationRefusal.StaleBox;
import uk.alongside.conversations.conversation.ConversationRefusal.TooLong;
import uk.alongside.conversations.conversation.Finishing.ConversationFinished;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Conversations")
class BoxController {

    private final BoxService boxes;

    BoxController(BoxService boxes) {
        this.boxes = boxes;
    }

    @Schema(name = "ConversationBoxText")
    record BoxText(
            @NotNull
            @TypedText(TextKind.VERBATIM)
            @Schema(description = "At most 200,000 characters, which are kept as they are")
            String text,

            boolean fromTool) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "BoxText[]";
        }
    }

    @Schema(name = "ConversationRevision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RevisionView(
            UUID id,
            String promptId,
            Instant writtenFrom,
            Instant writtenUntil,
            @Nullable String byName,

            @Schema(description = "What the box held at the end")
            String text) {

        static RevisionView of(Revision revision, Map<UUID, String> members) {
            return new RevisionView(
                    revision.id(),
                    revision.prompt(),
                    revision.from(),
                    revision.until(),
                    members.get(revision.by().value()),
                    revision.text());
        }

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "RevisionView[id=" + id + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversationRevisionList(
            List<RevisionView> items, @Nullable UUID next) {}

    @PutMapping("/api/conversations/{conversationId}/boxes/{promptId}")
    @Operation(
            operationId = "updateConversationBox",
            summary = "Write in a box of a conversation",
            description =
                    "The text is kept as it was typed. If-Match is the version of the box, \"0\" for one in which no"
                            + " member has written. The same text can be sent again.")
    @Answers({NotFound.class, StaleBox.class, ConversationFinished.class, TooLong.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<BoxView> write(
            @PathVariable ConversationId conversationId,
            @PathVariable @TypedText(TextKind.CODE) String promptId,
            @IfMatch long version,
            @Valid @RequestBody BoxText request) {
        var box = boxes.write(conversationId, promptId, request.text(), request.fromTool(), version);
        return new Versioned<>(box, box.version());
    }

    @GetMapping("/api/conversations/{conversationId}/revisions")
    @Operation(
            operationId = "listConversationRevisions",
            summary = "List what the boxes of a conversation held, the last first",
            description = "A page has at most 50 revisions. What one member writes in a box within ten minutes is one.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    ConversationRevisionList list(
            @PathVariable ConversationId conversationId, @RequestParam(required = false) @Nullable UUID after) {
        var revisions = boxes.revisions(conversationId, after);
        return new ConversationRevisionList(
                revisions.page().items().stream()
                        .map(revision -> RevisionView.of(revision, revisions.members()))
                        .toList(),
                revisions.page().next());
    }
}
