package uk.alongside.conversations.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A box in an answer. */
@Schema(name = "ConversationBox")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoxView(
        @Schema(example = "prompt.matters") String promptId,
        String text,

        @Schema(description = "Whether a member of staff said that the text comes from a tool")
        boolean fromTool,

        @Schema(description = "Send this as If-Match to change the box; 0 if no member has written in it")
        long version,

        @Nullable Instant changedAt,
        @Nullable String changedByName) {

    static BoxView of(Box box, Map<UUID, String> members) {
        var change = box.change();
        return new BoxView(
                box.prompt(),
                box.text(),
                box.fromTool(),
                box.version(),
                change == null ? null : change.at(),
                change == null ? null : members.get(change.by().value()));
    }

    /** Leaves the text out, because records are written to logs. */
    @Override
    public String toString() {
        return "BoxView[promptId=" + promptId + ", version=" + version + "]";
    }
}
