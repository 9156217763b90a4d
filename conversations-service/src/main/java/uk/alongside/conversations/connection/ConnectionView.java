package uk.alongside.conversations.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.connection.Connection.Change;
import uk.alongside.conversations.connection.Connection.Status;
import uk.alongside.conversations.conversation.ConversationId;

/** A connection as an answer shows it. */
@Schema(name = "Connection")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionView(
        ConnectionId id,
        ConversationId conversationId,
        ConnectionDetails details,
        Status status,

        @Nullable @Schema(description = "Why it did not come about")
        String reason,

        @Schema(description = "What it was before each change since the conversation was finished")
        List<ChangeView> changes,

        @Schema(description = "The version to send in If-Match")
        long version) {

    /** A change of a connection. */
    @Schema(name = "ConnectionChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            ConnectionDetails before,
            Status statusBefore,
            @Nullable String reason,
            Instant at,
            @Nullable String byName) {

        static ChangeView of(Change change, Map<UUID, String> members) {
            return new ChangeView(
                    change.before(),
                    change.statusBefore(),
                    change.reason(),
                    change.at(),
                    members.get(change.by().value()));
        }

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "ChangeView[at=" + at + "]";
        }
    }

    static ConnectionView of(Connection connection, Map<UUID, String> members) {
        return new ConnectionView(
                connection.id(),
                connection.conversation(),
                connection.details(),
                connection.status(),
                connection.reason(),
                connection.changes().stream()
                        .map(change -> ChangeView.of(change, members))
                        .toList(),
                connection.version());
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "ConnectionView[id=" + id + ", status=" + status + "]";
    }
}
