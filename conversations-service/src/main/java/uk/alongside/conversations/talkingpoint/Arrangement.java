package uk.alongside.conversations.talkingpoint;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a session is like, whatever its day: local times, an end at 00:00 being the midnight after; slots, or none where
 * people only drop in; room, staff and kind.
 */
@Embeddable
record Arrangement(
        LocalTime starts,
        LocalTime ends,

        @Convert(converter = BreaksColumn.class) List<Break> breaks,

        @Nullable Integer slotMinutes,
        @Nullable Integer places,
        @Nullable String kind,
        @Nullable String room,
        @Nullable UUID roomId,
        List<UUID> staff) {

    Arrangement {
        breaks = List.copyOf(breaks);
        staff = List.copyOf(staff);
        kind = kind == null || kind.isBlank() ? null : kind.strip();
        room = room == null || room.isBlank() ? null : room.strip();
    }

    Arrangement inRoom(String name) {
        return new Arrangement(starts, ends, breaks, slotMinutes, places, kind, name, roomId, staff);
    }

    boolean dropInOnly() {
        return slotMinutes == null;
    }

    boolean endsAtMidnight() {
        return ends.equals(LocalTime.MIDNIGHT);
    }

    /** By what two sessions in the same room recognise each other. */
    String roomKey() {
        return room == null ? "" : room.toLowerCase(Locale.ROOT);
    }
}
