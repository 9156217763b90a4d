package uk.alongside.conversations.attendance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;

/**
 * The facts of an arrival that never change.
 *
 * @param person the person, or null for a walk-in who has no record
 * @param day the day at the hub that the person came for
 * @param arrivedAt the time of the arrival; null if the visit is recorded later and no member knows the time
 */
public record Visit(
        @Nullable PersonId person,
        HubId hub,
        LocalDate day,
        CameBy cameBy,
        @Nullable Instant arrivedAt) {

    /** The way in which a person comes to a hub. */
    public enum CameBy {
        BOOKING,
        WALK_IN
    }
}
