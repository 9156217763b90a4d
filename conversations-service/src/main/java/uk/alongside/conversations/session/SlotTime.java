package uk.alongside.conversations.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import uk.alongside.conversations.day.DayChanges.HubDay;

/** A slot as other features speak of it. */
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

    /** Places that somebody could still have. */
    public int left() {
        return withdrawn ? 0 : places - taken;
    }

    /** The same, for who knows that there is one although it was read before. */
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
