package uk.alongside.conversations.presence;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations.BoxVersion;
import uk.alongside.conversations.presence.PresenceService.Present;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
@Tag(name = "Conversations")
class PresenceController {

    private final PresenceService presence;

    PresenceController(PresenceService presence) {
        this.presence = presence;
    }

    @Schema(name = "WriterNote")
    record Note(
            @Nullable
            @Size(max = 100)
            @TypedText(TextKind.CODE)
            @Schema(description = "The prompt of the box in which you are", example = "prompt.matters")
            String promptId) {}

    @Schema(name = "ConversationWriter")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WriterView(@Nullable String name, @Nullable String promptId) {}

    @Schema(name = "ConversationBoxVersion")
    record BoxVersionView(String promptId, long version) {

        static BoxVersionView of(BoxVersion box) {
            return new BoxVersionView(box.promptId(), box.version());
        }
    }

    record ConversationPresence(
            @Schema(description = "The other members of staff who have this conversation open")
            List<WriterView> writers,

            @Schema(description = "The boxes in which a member of staff has written")
            List<BoxVersionView> boxes,

            @Schema(description = "The version of the conversation itself, which changes with its people")
            long version) {

        static ConversationPresence of(Present present) {
            return new ConversationPresence(
                    present.writers().stream()
                            .map(writer -> new WriterView(
                                    present.names().get(writer.member().value()), writer.prompt()))
                            .toList(),
                    present.state().boxes().stream().map(BoxVersionView::of).toList(),
                    present.state().version());
        }
    }

    @PostMapping("/api/conversations/{conversationId}/writers/me")
    @Operation(
            operationId = "noteWriter",
            summary = "Say that you have a conversation open, and see who else has",
            description = "An open page sends this every five seconds. A member is gone after 30 seconds without it.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('conversation:write')")
    ConversationPresence note(@PathVariable ConversationId conversationId, @Valid @RequestBody Note request) {
        return ConversationPresence.of(presence.note(conversationId, request.promptId()));
    }

    @DeleteMapping("/api/conversations/{conversationId}/writers/me")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "deleteWriter", summary = "Say that you have left a conversation")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('conversation:write')")
    void leave(@PathVariable ConversationId conversationId) {
        presence.leave(conversationId);
    }
}
