package uk.alongside.conversations.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.step.Step.Change;
import uk.alongside.conversations.step.Step.Status;

/** A next step as an answer shows it. */
@Schema(name = "Step")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepView(
        StepId id,
        ConversationId conversationId,
        StepDetails details,

        @Nullable @Schema(description = "The name of the member of staff who does it")
        String memberName,

        Status status,

        @Nullable @Schema(description = "Why it was not done")
        String reason,

        @Schema(description = "What it was before each change since the conversation was finished")
        List<ChangeView> changes,

        @Schema(description = "The version to send in If-Match")
        long version) {

    /** A change of a step. */
    @Schema(name = "StepChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            StepDetails before,
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

    static StepView of(Step step, Map<UUID, String> members) {
        var member = step.details().memberId();
        return new StepView(
                step.id(),
                step.conversation(),
                step.details(),
                member == null ? null : members.get(member.value()),
                step.status(),
                step.reason(),
                step.changes().stream()
                        .map(change -> ChangeView.of(change, members))
                        .toList(),
                step.version());
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "StepView[id=" + id + ", status=" + status + "]";
    }
}
