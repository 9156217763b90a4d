package uk.alongside.conversations.attendance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.foundation.id.MemberId;

/**
 * A correction of the record of a visit, which is kept for good.
 *
 * @param visit the id of the booking or the walk-in
 * @param with the member whom the record named as talking with the person, before the correction or else after it
 */
public record Correction(
        CorrectionId id,
        UUID visit,
        HubId hub,
        Recorded from,
        Recorded to,
        String reason,
        @Nullable MemberId with,
        Instant at,
        MemberId by) {

    /** Leaves the reason out, because records are written to logs. */
    @Override
    public String toString() {
        return "Correction[id=" + id + "]";
    }
}
