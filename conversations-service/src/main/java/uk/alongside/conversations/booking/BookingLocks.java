package uk.alongside.conversations.booking;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.BookingRefusal.MovedMeanwhile;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.place.Places;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.problem.Refused;

/** Locks a booking and the rows around it. {@link Places} describes the order. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BookingLocks {

    private final Bookings bookings;
    private final PersonDirectory people;
    private final Places places;

    BookingLocks(Bookings bookings, PersonDirectory people, Places places) {
        this.bookings = bookings;
        this.people = people;
        this.places = places;
    }

    /** Locks the booking's person, before the slots. */
    PersonCard lockPerson(BookingId id) {
        return bookings.findPersonOf(id.value())
                .map(PersonId::new)
                .flatMap(people::lock)
                .orElseThrow(Refused::notFound);
    }

    /** Locks these slots and the booking's slot, then the booking, and returns the booking. */
    Booking lock(BookingId id, Set<SlotId> slots) {
        var slot = bookings.findSlotOf(id.value()).map(SlotId::new).orElseThrow(Refused::notFound);
        slots.add(slot);
        places.lock(slots);
        var booking = bookings.findForChange(id.value()).orElseThrow();
        if (!booking.slot().equals(slot)) {
            throw new MovedMeanwhile().refused();
        }
        return booking;
    }
}
