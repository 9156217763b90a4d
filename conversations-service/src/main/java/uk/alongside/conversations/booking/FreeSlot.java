package uk.alongside.conversations.booking;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import uk.alongside.conversations.talkingpoint.SlotTime;

/** A slot with a place left, in an answer. */
record FreeSlot(UUID id, UUID sessionId, LocalDate date, LocalTime starts, LocalTime ends, int left) {

    static FreeSlot of(SlotTime slot) {
        return new FreeSlot(slot.id(), slot.session(), slot.date(), slot.starts(), slot.ends(), slot.left());
    }
}
