package uk.alongside.tenant.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's acceptance of one version for the council. */
@Schema(name = "AgreementAcceptance")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Acceptance(
        String version,

        @Schema(description = "SHA-256 of the text that was accepted, which is kept with this.")
        String hash,

        @Schema(description = "For whom it was accepted: who has the authority to.")
        String name,

        @Schema(description = "Their work email address, unless they accepted it themselves.") @Nullable
        String email,

        String role,

        @Schema(description = "The lead who said so.") UUID member,

        Instant at) {}
