package uk.alongside.conversations.hub;

import java.time.DayOfWeek;
import java.util.UUID;

/** The reasons for which a hub, a room or a closure is rejected. */
sealed interface HubRefusal {

    record NoSuchHub() implements HubRefusal {}

    record NoSuchRoom(UUID room) implements HubRefusal {}

    record PostcodeUnreadable() implements HubRefusal {}

    record WebsiteUnusable() implements HubRefusal {}

    /** The hub closes at the moment it opens, or two openings on one day overlap. */
    record HoursUnclear(DayOfWeek day) implements HubRefusal {}

    /** Another hub has this name and postcode. */
    record HubExists() implements HubRefusal {}

    record RoomExists() implements HubRefusal {}

    record VersionNeeded() implements HubRefusal {}

    record ChangedMeanwhile(HubWhole current) implements HubRefusal {}
}
