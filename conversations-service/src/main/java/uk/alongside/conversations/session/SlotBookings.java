package uk.alongside.conversations.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who has a place in which slot, and what becomes of it when a session changes, told to this feature by the one that
 * books. An interface, since bookings know slots and slots must not know bookings. Each is called in the transaction of
 * the change, with the slots' rows locked.
 */
public interface SlotBookings {

    /** A booking that still stands: cancelled ones are not touched by anything. Expected is who has not come yet. */
    record TouchedBooking(UUID id, UUID slot, UUID person, boolean expected) {}

    /** The bookings that stand in these slots. Nobody else changes them until the change of the session is done. */
    List<TouchedBooking> on(Collection<UUID> slotIds);

    /** What these people are called, for those who may know. */
    Map<UUID, String> names(Collection<UUID> people);

    /** Cancels every booking in these slots that is expected, for us and not at the person's wish, and frees its place. */
    void cancel(Collection<UUID> slotIds, String reason);

    /**
     * Takes every booking that stands in a slot to another, which had the places when it was looked at. False where
     * somebody was booked into it meanwhile: then nothing of the transaction may stay.
     */
    boolean move(Map<UUID, UUID> slots);

    /** How many places these slots were given beyond those of their sessions, where they were. */
    Map<UUID, Integer> extraPlaces(Collection<UUID> slotIds);

    /** Into which of these hubs anybody ever walked without a booking. */
    List<UUID> walkedInto(Collection<UUID> hubs);
}
