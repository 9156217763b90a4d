package uk.alongside.tenant.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;

/** A person's acceptance of one version for the council. */
@Schema(name = "AgreementAcceptance")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Acceptance(
        String version,

        @Schema(description = "The SHA-256 of the accepted text, which is stored with the acceptance.")
        String hash,

        @Schema(description = "The name of the person who has the authority to accept.")
        String name,

        @Schema(description = "The work email address of that person; absent if it is the lead.") @Nullable
        String email,

        String role,

        @Schema(description = "The lead who accepted.") MemberId member,

        Instant at) {}
