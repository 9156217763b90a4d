package uk.alongside.conversations.session;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields that every request to plan or change sessions has: times, slots, room, staff and kind. */
public interface PatternRequest {

    String DROP_IN = "The length of a slot; if left out, people only drop in and there are no slots";
    String MIDNIGHT = "00:00 is midnight at the end of the day";
    String ROOM_ID = "One of the hub's rooms, instead of room";

    LocalTime starts();

    LocalTime ends();

    @Nullable
    List<Break> breaks();

    @Nullable
    Integer slotMinutes();

    @Nullable
    Integer placesPerSlot();

    @Nullable
    String kind();

    @Nullable
    String room();

    @Nullable
    UUID roomId();

    @Nullable
    List<UUID> staff();

    /**
     * Returns the pattern. Missing breaks or staff become empty lists, missing places become one place in a slot, and
     * a missing slot length means no slots.
     */
    default SessionPattern pattern() {
        var breaks = breaks();
        var places = placesPerSlot();
        var staff = staff();
        return new SessionPattern(
                starts(),
                ends(),
                breaks == null ? List.of() : breaks,
                slotMinutes(),
                slotMinutes() == null ? null : places == null ? Integer.valueOf(1) : places,
                kind(),
                room(),
                roomId(),
                staff == null ? List.of() : staff.stream().distinct().toList());
    }
}
