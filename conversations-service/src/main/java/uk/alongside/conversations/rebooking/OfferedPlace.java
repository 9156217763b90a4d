package uk.alongside.conversations.rebooking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.slot.SlotTime;

/**
 * A free place to which a booking can move. The session and the start name it, because a preview of a change does not
 * store the slots that the change adds.
 */
@Schema(name = "OfferedPlace")
public record OfferedPlace(SessionId sessionId, Instant startsAt, LocalDate date, LocalTime starts) {

    public static OfferedPlace of(SlotTime slot) {
        return new OfferedPlace(new SessionId(slot.session()), slot.startsAt(), slot.date(), slot.starts());
    }
}
