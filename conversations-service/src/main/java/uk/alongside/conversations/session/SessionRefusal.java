package uk.alongside.conversations.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reasons for which a session is refused. */
public sealed interface SessionRefusal {

    record NoSuchHub(UUID hub) implements SessionRefusal {}

    record NoSuchSession(UUID session) implements SessionRefusal {}

    record EndsBeforeItStarts() implements SessionRefusal {}

    record LongerThanADay() implements SessionRefusal {}

    record SlotDoesNotFit(long minutes) implements SessionRefusal {}

    /** The clocks go forward, and this time is left out on that day. */
    record TimeLeftOut(String field, LocalDate date, LocalTime time, LocalTime next) implements SessionRefusal {}

    record Over() implements SessionRefusal {}

    record TooFarAhead(LocalDate last) implements SessionRefusal {}

    record RoomUnreadable() implements SessionRefusal {}

    /** The hub has no such room, or the room is not in use. */
    record NoSuchRoom() implements SessionRefusal {}

    /** The council has no such member. */
    record NoSuchMember() implements SessionRefusal {}

    /** A break before the session, after it, or over another break. */
    record BreakDoesNotFit(LocalTime starts, LocalTime ends) implements SessionRefusal {}

    record AlreadyCancelled() implements SessionRefusal {}

    /** Another session is in this room at this time. */
    record Overlaps(
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String kind,
            @Nullable String room) implements SessionRefusal {

        static Overlaps with(Session other) {
            var pattern = other.pattern();
            return new Overlaps(other.date(), pattern.starts(), pattern.ends(), pattern.kind(), pattern.room());
        }
    }
}
