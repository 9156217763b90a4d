package uk.alongside.tenant.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.caller.Role;

/** An invitation as a lead sees it. */
@Schema(name = "Invitation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationView(
        UUID id,
        String email,
        Set<Role> roles,

        @Schema(allowableValues = {"queued", "sent", "refused", "expired", "revoked"})
        InvitationStatus status,

        String invitedBy,
        Instant invitedAt,

        @Schema(description = "From when on the link no longer works; absent until its mail has gone out.") @Nullable
        Instant expiresAt) {

    /** Returns a text without the person, because the text ends up in logs. */
    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
