package uk.alongside.conversations.talkingpoint;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** Every reason for which a session is turned down. */
sealed interface SessionRefusal {

    record NoSuchHub(UUID hub) implements SessionRefusal {}

    record NoSuchSession(UUID session) implements SessionRefusal {}

    record EndsBeforeItStarts() implements SessionRefusal {}

    record LongerThanADay() implements SessionRefusal {}

    record SlotDoesNotFit(long minutes) implements SessionRefusal {}

    /** The clocks go forward, and this time is left out on that day. */
    record TimeLeftOut(String field, LocalTime time, LocalTime next) implements SessionRefusal {}

    record Over() implements SessionRefusal {}

    record TooFarAhead(LocalDate last) implements SessionRefusal {}

    record RoomUnreadable() implements SessionRefusal {}

    record Overlaps(LocalTime starts, LocalTime ends) implements SessionRefusal {}
}
