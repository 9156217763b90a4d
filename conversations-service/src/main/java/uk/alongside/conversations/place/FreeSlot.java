package uk.alongside.conversations.place;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;

/** A slot with a place left, in an answer. */
public record FreeSlot(
        SlotId id,
        UUID sessionId,
        LocalDate date,
        LocalTime starts,
        LocalTime ends,

        @Schema(description = "Places that you can book, with those that you keep yourself")
        int left,

        @Schema(
                description =
                        "Whether the hub closed for this day after the session was planned; residents do not see the session")
        boolean hubClosed) {

    /** Describes a slot in which the caller keeps this number of places. */
    public static FreeSlot of(SlotTime slot, int kept, boolean hubClosed) {
        return new FreeSlot(
                slot.id(), slot.session(), slot.date(), slot.starts(), slot.ends(), slot.left() + kept, hubClosed);
    }

    /** Describes slots at times for which their hub is open. */
    static List<FreeSlot> all(List<SlotTime> slots) {
        return slots.stream().map(slot -> of(slot, 0, false)).toList();
    }
}
