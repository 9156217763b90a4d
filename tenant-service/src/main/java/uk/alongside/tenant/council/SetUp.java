package uk.alongside.tenant.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.council.CouncilSettings.Part;

/** How far a council's set-up has come, as far as this service knows it, and what was said about going live. */
@Schema(name = "SetUp")
record SetUp(CouncilStatus status, List<TaskState> tasks, int leads, List<Step> steps, long version) {

    /** Somebody must always be able to add staff, also when one lead is away. */
    static final int LEADS_NEEDED = 2;

    /** What must be done before a council asks to go live, in the order in which it is offered. */
    enum Task {
        NAME,
        CONTACT,
        LANGUAGES,
        TEAM;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean isDone(CouncilSettings council, int leads) {
            return switch (this) {
                case NAME -> council.hasSaid(Part.NAME);
                case CONTACT ->
                    council.hasSaid(Part.CONTACT) && council.contact().isReachable();
                case LANGUAGES -> council.hasSaid(Part.LANGUAGES);
                case TEAM -> leads >= LEADS_NEEDED;
            };
        }
    }

    @Schema(name = "SetUpTask")
    record TaskState(Task task, boolean done) {}

    /** One thing that was said: a lead asked, the operator asked back or approved. */
    @Schema(name = "GoLiveStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            int number,

            @Schema(allowableValues = {"asked", "question", "approved"})
            String kind,

            @Nullable String words,

            @Schema(description = "The lead who asked.") @Nullable
            UUID member,

            Instant at) {}

    static SetUp of(CouncilSettings council, int leads, List<Step> steps) {
        return new SetUp(
                council.status(),
                List.of(Task.values()).stream()
                        .map(task -> new TaskState(task, task.isDone(council, leads)))
                        .toList(),
                leads,
                steps,
                council.version());
    }

    List<Task> unfinished() {
        return tasks.stream().filter(task -> !task.done()).map(TaskState::task).toList();
    }
}
