package uk.alongside.conversations.attendance;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of an attendance, by which other features refer to it. */
public record AttendanceId(UUID value) implements Id {

    /** Returns a new id. */
    public static AttendanceId random() {
        return new AttendanceId(UUID.randomUUID());
    }
}
