package uk.alongside.conversations.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.slot.SlotTime;

/**
 * A session with its slots, as other features see it. With hubClosed, the hub was closed for the day after the session
 * was planned.
 */
public record SessionTime(
        SessionId id,
        HubId hub,
        LocalDate date,
        LocalTime starts,
        LocalTime ends,
        @Nullable String room,
        @Nullable String kind,
        boolean cancelled,
        boolean hubClosed,
        List<SlotTime> slots) {

    public SessionTime {
        slots = List.copyOf(slots);
    }
}
