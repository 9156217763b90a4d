package uk.alongside.tenant.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.tenant.agreement.Acceptance;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.settings.CouncilSettings;
import uk.alongside.tenant.settings.CouncilSettings.Section;

/** The progress of a council's set-up, as far as this service knows it, and the dialogue about going live. */
@Schema(name = "SetUp")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetUp(
        CouncilStatus status,
        List<TaskState> tasks,
        int leads,
        List<Step> steps,

        @Schema(description = "What the operator looks at before approving; absent for the council itself.") @Nullable
        Evidence evidence,

        long version) {

    /** The number of leads that a council needs, so that there is always a lead to add staff, even when one is away. */
    static final int LEADS_NEEDED = 2;

    /** The tasks to finish before a council asks to go live, in the order in which the pages offer them. */
    enum Task {
        AGREEMENT,
        DATA_PROTECTION,
        ASSESSMENT,
        NAME,
        CONTACT,
        LANGUAGES,
        BLUEPRINT,
        HUB,
        SESSIONS,
        TEAM;

        /**
         * Returns whether the task is done. The result is null if only the other service knows and it was not called.
         */
        private @Nullable Boolean isDone(CouncilSettings council, Elsewhere elsewhere) {
            return switch (this) {
                case AGREEMENT -> elsewhere.agreementAccepted();
                case DATA_PROTECTION -> council.dataProtection() != null;
                case ASSESSMENT -> elsewhere.assessmentHeld();
                case NAME -> council.hasCompleted(Section.NAME);
                case CONTACT ->
                    council.hasCompleted(Section.CONTACT) && council.contact().canBeReached();
                case LANGUAGES -> council.hasCompleted(Section.LANGUAGES);
                case BLUEPRINT -> elsewhere.blueprintAdopted();
                case HUB ->
                    elsewhere.places() == null ? null : elsewhere.places().hubs() > 0;
                case SESSIONS ->
                    elsewhere.places() == null ? null : elsewhere.places().sessions();
                case TEAM -> elsewhere.leads() >= LEADS_NEEDED;
            };
        }
    }

    @Schema(name = "SetUpTask")
    record TaskState(Task task, boolean done) {}

    /** One step of the dialogue: a lead asked, or the operator asked back or approved. */
    @Schema(name = "GoLiveStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            int number,

            Kind kind,

            @Nullable String words,

            @Schema(description = "The lead who asked.") @Nullable
            MemberId member,

            Instant at) {

        /** The kinds of step: a lead asked to go live, the operator asked a question, or the operator approved. */
        enum Kind {
            ASKED,
            QUESTION,
            APPROVED
        }
    }

    /** The evidence that the operator looks at before approving. */
    @Schema(name = "SetUpEvidence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Evidence(
            @Schema(description = "The council's latest acceptance of the agreement.") @Nullable
            Acceptance agreement,

            @Schema(description = "How many hubs the council has; absent while it is not asking to go live.") @Nullable
            Integer hubs) {}

    /** The facts that conversations-service gives about the council's places. */
    record Places(int hubs, boolean sessions) {}

    /** The facts that do not come from the council's settings. */
    record Elsewhere(
            boolean agreementAccepted,
            boolean assessmentHeld,
            boolean blueprintAdopted,
            int leads,
            @Nullable Places places) {}

    static SetUp of(CouncilSettings council, Elsewhere elsewhere, List<Step> steps) {
        return new SetUp(
                council.status(),
                Arrays.stream(Task.values())
                        .flatMap(task -> Stream.ofNullable(task.isDone(council, elsewhere))
                                .map(done -> new TaskState(task, done)))
                        .toList(),
                elsewhere.leads(),
                steps,
                null,
                council.version());
    }

    /** Returns the same with what the operator looks at. */
    SetUp with(Evidence seen) {
        return new SetUp(status, tasks, leads, steps, seen, version);
    }

    List<Task> unfinished() {
        return tasks.stream().filter(task -> !task.done()).map(TaskState::task).toList();
    }
}
