package uk.alongside.conversations.talkingpoint;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Who has a place in which slot, and what becomes of it when a session changes, told to this feature by the one that
 * books. An interface, since bookings know slots and slots must not know bookings. Each is called in the transaction of
 * the change, with the slots' rows locked.
 */
public interface SlotBookings {

    /** A booking that still stands: cancelled ones are not touched by anything. */
    record TouchedBooking(UUID id, UUID slot, UUID person, String personName, String status) {}

    /** The bookings that stand in these slots. */
    List<TouchedBooking> on(Collection<UUID> slotIds);

    /** Cancels every booking that stands in these slots, for us and not at the person's wish, and frees their places. */
    void cancel(Collection<UUID> slotIds, String reason);

    /** Takes every booking that stands in one slot to another, which has the places. */
    void move(UUID fromSlot, UUID toSlot);
}
