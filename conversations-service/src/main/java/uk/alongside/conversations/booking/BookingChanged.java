package uk.alongside.conversations.booking;

import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotTime;

/**
 * An event: the place of an expected person has changed, or the person has come. It is published in the transaction of
 * the change.
 *
 * @param before the slot before the change
 * @param after the slot after the change; null if the booking is cancelled
 * @param reason the words of the member who made the change, if there are any
 */
public record BookingChanged(
        BookingId booking,
        PersonId person,
        SlotTime before,
        @Nullable SlotTime after,
        Cause cause,
        @Nullable String reason) {

    /** The action that changed the booking. */
    public enum Cause {
        SESSION_CHANGED,
        SESSION_CANCELLED,
        SERIES_ENDED,
        CANCELLED_BY_US,
        CANCELLED_BY_PERSON,
        MOVED,
        CAME,
        UNDONE,
        /** A cancelled booking is expected again, because the cancellation was a mistake. */
        RESTORED
    }

    /** Leaves the reason out, because events are written to logs. */
    @Override
    public String toString() {
        return "BookingChanged[booking=" + booking + ", cause=" + cause + "]";
    }
}
