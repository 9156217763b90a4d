package uk.alongside.conversations.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import uk.alongside.conversations.day.DayChanges.HubDay;

/** A slot, as other features see it. */
public record SlotTime(
        UUID id,
        UUID session,
        UUID hub,
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

    /** Returns the slot with a place left, for a caller who knows that one has become free since the slot was read. */
    public SlotTime withAPlaceLeft() {
        return left() > 0
                ? this
                : new SlotTime(id, session, hub, date, starts, ends, startsAt, endsAt, places, places - 1, withdrawn);
    }

    /** Returns the day at the hub that changes when this slot changes. */
    public HubDay hubDay() {
        return new HubDay(hub, date);
    }

    public boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }
}
