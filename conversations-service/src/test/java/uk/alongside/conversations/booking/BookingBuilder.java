package uk.alongside.conversations.booking;

import java.time.Clock;
import java.util.UUID;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotId;

/** Builds an expected booking of a person in a slot, made by a member who does not matter to the tests. */
public final class BookingBuilder {

    private BookingBuilder() {}

    public static Booking aBooking(SlotId slot, PersonId person, Clock clock) {
        return new Booking(new BookingId(UUID.randomUUID()), slot, person, null, UUID.randomUUID(), clock);
    }
}
