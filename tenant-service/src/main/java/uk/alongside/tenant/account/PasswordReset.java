package uk.alongside.tenant.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.account.PasswordResetRefusal.LinkExpired;
import uk.alongside.tenant.account.PasswordResetRefusal.LinkUsed;

/**
 * The request of a member for a link to a new password.
 *
 * @param id the member's id
 * @param mailedVersion the last version for which a mail was handed over
 */
record PasswordReset(
        UUID id,
        long version,
        long mailedVersion,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt) {

    /** The time for which a link works. */
    static final Duration GOOD_FOR = Duration.ofHours(1);

    /** Returns true if the mail of this version is still to be sent. A later version has a delivery of its own. */
    boolean awaitsMail(long delivered) {
        return version == delivered && mailedVersion < version;
    }

    /** Returns the reason for which the link does not work, if there is one. */
    Optional<PasswordResetRefusal> objection(Instant now) {
        if (usedAt != null) {
            return Optional.of(new LinkUsed());
        }
        return expiresAt == null || !now.isBefore(expiresAt) ? Optional.of(new LinkExpired()) : Optional.empty();
    }
}
