package uk.alongside.tenant.suspension;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.register.SuspensionReason;

/**
 * One suspension or resumption of a council.
 *
 * @param operator the subject of the operator's token
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuspensionStep(
        int number,
        Kind kind,

        @Schema(description = "Why the council was suspended; absent for a resumption.") @Nullable
        SuspensionReason reason,

        @Schema(description = "The operator's id in Keycloak.")
        String operator,

        Instant at) {

    /** The kinds of step. */
    enum Kind {
        SUSPENDED,
        RESUMED
    }
}
