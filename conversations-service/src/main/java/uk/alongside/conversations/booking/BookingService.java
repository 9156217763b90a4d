package uk.alongside.conversations.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.BookingRefusal.AlreadyBooked;
import uk.alongside.conversations.booking.BookingRefusal.NoSuchBooking;
import uk.alongside.conversations.booking.BookingRefusal.NoSuchPerson;
import uk.alongside.conversations.booking.BookingRefusal.NoSuchSlot;
import uk.alongside.conversations.booking.BookingRefusal.SlotFull;
import uk.alongside.conversations.booking.BookingRefusal.SlotOver;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.repeat.Repeats;
import uk.alongside.conversations.talkingpoint.SlotTime;
import uk.alongside.conversations.talkingpoint.Timetable;
import uk.alongside.foundation.audit.Audit;

@Service
class BookingService {

    private static final String KIND = "booking";
    private static final int ALTERNATIVES = 3;

    private final Bookings bookings;
    private final Timetable timetable;
    private final HubDirectory hubs;
    private final PersonDirectory people;
    private final Repeats repeats;
    private final Audit audit;
    private final Clock clock;

    BookingService(
            Bookings bookings,
            Timetable timetable,
            HubDirectory hubs,
            PersonDirectory people,
            Repeats repeats,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.timetable = timetable;
        this.hubs = hubs;
        this.people = people;
        this.repeats = repeats;
        this.audit = audit;
        this.clock = clock;
    }

    /** A booking with what it is about. */
    record Booked(Booking booking, SlotTime slot, HubName hub, PersonCard person) {}

    /** Who asks for a place, and when they asked. */
    record Request(UUID person, @Nullable LocalDate askedOn) {}

    @Transactional
    Booked book(UUID slot, Request request, String key) {
        return repeats.once(
                key, "POST /api/slots/" + slot + "/bookings", request, id -> book(id, slot, request), this::find);
    }

    /**
     * The rows are always locked in one order, first the key's, then the slot's, then the booking's, so that no two
     * requests wait for each other. From the update of the slot on, nobody else books in it until this is done.
     */
    private Booked book(UUID id, UUID slotId, Request request) {
        var slot = timetable.slot(slotId).orElseThrow(() -> new BookingRefused(new NoSuchSlot(slotId)));
        var person =
                people.find(request.person()).orElseThrow(() -> new BookingRefused(new NoSuchPerson(request.person())));
        var booking = new Booking(id, slotId, request.person(), request.askedOn(), clock);
        var now = clock.instant();
        boolean taken = timetable.take(slotId, now);
        if (bookings.existsBySlotIdAndPersonId(slotId, request.person())) {
            throw new BookingRefused(new AlreadyBooked());
        }
        if (!taken) {
            var alternatives = timetable.freeNear(slot, now, ALTERNATIVES);
            throw new BookingRefused(slot.isOver(now) ? new SlotOver(alternatives) : new SlotFull(alternatives));
        }
        audit.changed(KIND, id, "booked");
        return described(bookings.save(booking), slot, person);
    }

    @Transactional
    Booked checkIn(UUID id) {
        var booking = bookings.findForCheckIn(id).orElseThrow(() -> new BookingRefused(new NoSuchBooking(id)));
        var slot = timetable.slot(booking.slot()).orElseThrow();
        booking.checkIn(slot.date(), clock);
        audit.changed(KIND, id, "checked-in");
        return described(booking, slot, people.find(booking.person()).orElseThrow());
    }

    private Booked find(UUID id) {
        var booking = bookings.findById(id).orElseThrow();
        audit.read(KIND, List.of(id));
        var slot = timetable.slot(booking.slot()).orElseThrow();
        return described(booking, slot, people.find(booking.person()).orElseThrow());
    }

    private Booked described(Booking booking, SlotTime slot, PersonCard person) {
        audit.read("person", List.of(person.id()));
        return new Booked(booking, slot, hubs.find(slot.hub()).orElseThrow(), person);
    }
}
