package uk.alongside.conversations.talkingpoint;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to hold once. */
record SessionPlan(LocalDate date, Arrangement arrangement) {

    /** Without breaks, kind or staff. */
    SessionPlan(
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            int slotMinutes,
            int placesPerSlot,
            @Nullable String room) {
        this(date, new Arrangement(starts, ends, List.of(), slotMinutes, placesPerSlot, null, room, null, List.of()));
    }
}
