package uk.alongside.conversations.connection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.foundation.id.MemberId;

/**
 * A connection of a conversation.
 *
 * @param reason why it did not come about; null otherwise
 * @param changes the changes since the record was finished, and each change of the status; the first one comes first
 */
record Connection(
        ConnectionId id,
        ConversationId conversation,
        long version,
        ConnectionDetails details,
        Status status,
        @Nullable String reason,
        List<Change> changes) {

    /** The states of a connection. */
    enum Status {
        OPEN,
        HAPPENED,
        NOT_HAPPENED
    }

    /** A change of a connection: what it was before, and why it was changed. */
    record Change(
            ConnectionDetails before,
            Status statusBefore,
            @Nullable String reason,
            Instant at,
            MemberId by) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Change[at=" + at + "]";
        }
    }

    Connection with(List<Change> changed) {
        return new Connection(id, conversation, version, details, status, reason, List.copyOf(changed));
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "Connection[id=" + id + ", status=" + status + "]";
    }
}
