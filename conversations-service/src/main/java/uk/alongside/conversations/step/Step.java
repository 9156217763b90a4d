package uk.alongside.conversations.step;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.foundation.id.MemberId;

/**
 * A next step of a conversation.
 *
 * @param reason why the step was not done; null otherwise
 * @param changes the changes since the record was finished, and each change of the status; the first one comes first
 */
record Step(
        StepId id,
        ConversationId conversation,
        long version,
        StepDetails details,
        Status status,
        @Nullable String reason,
        List<Change> changes) {

    /** The states of a step. */
    enum Status {
        OPEN,
        DONE,
        NOT_DONE
    }

    /** A change of a step: what it was before, and why it was changed. */
    record Change(
            StepDetails before,
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

    Step with(List<Change> changed) {
        return new Step(id, conversation, version, details, status, reason, List.copyOf(changed));
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "Step[id=" + id + ", status=" + status + "]";
    }
}
