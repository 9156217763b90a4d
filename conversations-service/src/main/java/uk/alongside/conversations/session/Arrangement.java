package uk.alongside.conversations.session;

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
public record Arrangement(
        LocalTime starts,
        LocalTime ends,

        @Convert(converter = BreaksColumn.class) List<Break> breaks,

        @Nullable Integer slotMinutes,
        @Nullable Integer places,
        @Nullable String kind,
        @Nullable String room,
        @Nullable UUID roomId,
        List<UUID> staff) {

    public Arrangement {
        breaks = List.copyOf(breaks);
        staff = List.copyOf(staff);
        kind = kind == null || kind.isBlank() ? null : kind.strip();
        room = room == null || room.isBlank() ? null : room.strip();
    }

    Arrangement inRoom(String name) {
        return new Arrangement(starts, ends, breaks, slotMinutes, places, kind, name, roomId, staff);
    }

    public boolean dropInOnly() {
        return slotMinutes == null;
    }

    boolean endsAtMidnight() {
        return ends.equals(LocalTime.MIDNIGHT);
    }

    /** By what two sessions in the same room recognise each other. */
    String roomKey() {
        return room == null ? "" : room.toLowerCase(Locale.ROOT);
    }

    /**
     * Creates a pattern from what a request holds: no breaks and no staff where they are left out, one place in a slot,
     * and no slots where their length is left out.
     */
    public static Arrangement of(
            LocalTime starts,
            LocalTime ends,
            @Nullable List<Break> breaks,
            @Nullable Integer slotMinutes,
            @Nullable Integer placesPerSlot,
            @Nullable String kind,
            @Nullable String room,
            @Nullable UUID roomId,
            @Nullable List<UUID> staff) {
        return new Arrangement(
                starts,
                ends,
                breaks == null ? List.of() : breaks,
                slotMinutes,
                slotMinutes == null ? null : placesPerSlot == null ? Integer.valueOf(1) : placesPerSlot,
                kind,
                room,
                roomId,
                staff == null ? List.of() : staff.stream().distinct().toList());
    }
}
