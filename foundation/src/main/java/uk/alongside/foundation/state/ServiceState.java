package uk.alongside.foundation.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a service is: its version and measurements. A number that could not be measured is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceState(
        @Schema(description = "The version of the service; absent in a build without one", example = "0.1.0") @Nullable
        String version,

        @Schema(example = "18.6") @Nullable String postgresVersion,

        @Schema(description = "Holes in the wall between councils at the latest check of this process") @Nullable
        Long wallHoles,

        @Schema(description = "Seconds since that check") @Nullable
        Long wallCheckedSecondsAgo,

        @Schema(description = "Jobs, mails and deliveries that should have begun") @Nullable
        Long queueDue,

        @Schema(description = "Seconds for which the oldest of them has waited") @Nullable
        Long queueOldestSeconds,

        @Schema(description = "Jobs, mails and deliveries whose latest attempt failed, and which are tried again")
        @Nullable
        Long queueFailing,

        @Schema(description = "Audit events of this process that have no seal yet") @Nullable
        Long auditUnsealed,

        @Schema(description = "Seconds for which the oldest of them has waited") @Nullable
        Long auditUnsealedSeconds,

        @Schema(description = "Damage of the audit record that this process has found") @Nullable
        Long auditDamaged,

        @Schema(
                description = "Seconds since the ends of all audit records were last exchanged with the other service."
                        + " Absent in the service that does not begin the exchange")
        @Nullable
        Long auditAnchoredSecondsAgo) {}
