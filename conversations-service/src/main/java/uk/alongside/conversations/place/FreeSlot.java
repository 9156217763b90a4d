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
        int left) {

    /** Describes a slot in which the caller keeps this number of places. */
    public static FreeSlot of(SlotTime slot, int kept) {
        return new FreeSlot(slot.id(), slot.session(), slot.date(), slot.starts(), slot.ends(), slot.left() + kept);
    }

    static List<FreeSlot> all(List<SlotTime> slots) {
        return slots.stream().map(slot -> of(slot, 0)).toList();
    }
}
