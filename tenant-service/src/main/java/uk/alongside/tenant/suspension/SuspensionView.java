package uk.alongside.tenant.suspension;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.register.SuspensionReason;
import uk.alongside.tenant.settings.CouncilSettings;

/** Whether a council is suspended, and its history. The version is that of the council. */
@Schema(name = "Suspension")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuspensionView(
        boolean suspended,

        @Schema(description = "Why the council is suspended; absent while it is not.") @Nullable
        SuspensionReason reason,

        @Schema(description = "The latest suspensions and resumptions, the last one first.")
        List<SuspensionStep> steps,

        long version) {

    static SuspensionView of(CouncilSettings council, List<SuspensionStep> steps) {
        return new SuspensionView(council.isSuspended(), council.suspension(), steps, council.version());
    }
}
