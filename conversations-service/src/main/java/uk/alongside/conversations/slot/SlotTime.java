package uk.alongside.conversations.slot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import uk.alongside.conversations.day.DayChanges.HubDay;
import uk.alongside.conversations.hub.HubId;

/**
 * A slot: a time within a session, with a number of places. A withdrawn slot is one that its session no longer has; the
 * row remains only for the bookings that were made in it.
 */
public record SlotTime(
        SlotId id,
        UUID session,
        HubId hub,
        LocalDate date,
        LocalTime starts,
        LocalTime ends,
        Instant startsAt,
        Instant endsAt,
        int places,
        int taken,
        boolean withdrawn) {

    /** Returns the number of places that can still be booked. */
    public int left() {
        return withdrawn ? 0 : places - taken;
    }

    /** Returns the day at the hub that changes when this slot changes. */
    public HubDay hubDay() {
        return new HubDay(hub.value(), date);
    }

    public boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** Returns whether a place can be booked now. */
    public boolean isFree(Instant now) {
        return left() > 0 && !isOver(now);
    }
}
