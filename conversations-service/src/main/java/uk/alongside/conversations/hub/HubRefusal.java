package uk.alongside.conversations.hub;

import java.time.DayOfWeek;
import java.util.UUID;

/** Every reason for which a hub, a room or a closure is turned down. */
sealed interface HubRefusal {

    record NoSuchHub() implements HubRefusal {}

    record NoSuchRoom(UUID room) implements HubRefusal {}

    record PostcodeUnreadable() implements HubRefusal {}

    record WebsiteUnusable() implements HubRefusal {}

    /** Closes when it opens, or two stretches of one day overlap. */
    record HoursUnclear(DayOfWeek day) implements HubRefusal {}

    /** Another hub has this name and postcode. */
    record HubExists() implements HubRefusal {}

    record RoomExists() implements HubRefusal {}

    record VersionNeeded() implements HubRefusal {}

    record ChangedMeanwhile(HubWhole current) implements HubRefusal {}
}
