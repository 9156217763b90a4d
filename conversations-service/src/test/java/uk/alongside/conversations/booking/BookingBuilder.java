package uk.alongside.conversations.booking;

import java.time.Clock;
import java.util.UUID;

/** Builds an expected booking of a person in a slot, made by a member who does not matter to the tests. */
public final class BookingBuilder {

    private BookingBuilder() {}

    public static Booking aBooking(UUID slot, UUID person, Clock clock) {
        return new Booking(UUID.randomUUID(), slot, person, null, UUID.randomUUID(), clock);
    }
}
