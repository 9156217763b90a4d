package uk.alongside.conversations.session;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.TextKey;

/**
 * The pattern of a session, for any day: local times, where an end at 00:00 is midnight at the end of the day; slots,
 * or none if people only drop in; room, staff and kind.
 */
@Embeddable
public record SessionPattern(
        LocalTime starts,
        LocalTime ends,

        @Convert(converter = BreaksColumn.class) List<Break> breaks,

        @Nullable Integer slotMinutes,
        @Nullable Integer places,
        @Nullable String kind,
        @Nullable String room,
        @Nullable UUID roomId,
        List<UUID> staff) {

    public SessionPattern {
        breaks = List.copyOf(breaks);
        staff = List.copyOf(staff);
    }

    SessionPattern inRoom(String name) {
        return new SessionPattern(starts, ends, breaks, slotMinutes, places, kind, name, roomId, staff);
    }

    public boolean dropInOnly() {
        return slotMinutes == null;
    }

    boolean endsAtMidnight() {
        return ends.equals(LocalTime.MIDNIGHT);
    }

    /** Returns the key of the room. Two spellings of one room have the same key. */
    String roomKey() {
        return room == null ? "" : TextKey.of(room);
    }
}
