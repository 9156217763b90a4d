package uk.alongside.tenant.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.caller.Role;

/** An invitation as a lead sees it. */
@Schema(name = "Invitation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationView(
        InvitationId id,
        String email,
        Set<Role> roles,

        @Schema(allowableValues = {"queued", "sent", "refused", "expired", "revoked"})
        InvitationStatus status,

        String invitedByName,
        Instant invitedAt,

        @Schema(description = "The time at which the link stops working; absent until the mail has been sent") @Nullable
        Instant expiresAt) {

    /** Returns a text without the person, because the text ends up in logs. */
    @Override
    public String toString() {
        return "Invitation[" + id.value() + "]";
    }
}
