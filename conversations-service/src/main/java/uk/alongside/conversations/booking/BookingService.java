package uk.alongside.conversations.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.Booking.CancelledFor;
import uk.alongside.conversations.booking.BookingRefusal.AlreadyBooked;
import uk.alongside.conversations.booking.BookingRefusal.MovedMeanwhile;
import uk.alongside.conversations.booking.BookingRefusal.NoSuchBooking;
import uk.alongside.conversations.booking.BookingRefusal.NoSuchPerson;
import uk.alongside.conversations.booking.BookingRefusal.NoSuchSlot;
import uk.alongside.conversations.booking.BookingRefusal.SlotFull;
import uk.alongside.conversations.booking.BookingRefusal.SlotOver;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.repeat.Repeats;
import uk.alongside.conversations.talkingpoint.SlotTime;
import uk.alongside.conversations.talkingpoint.Timetable;
import uk.alongside.foundation.Caller;
import uk.alongside.foundation.audit.Audit;

/**
 * What takes a place and what gives it back.
 *
 * <p>The rows are always locked in one order, first the key's, then the slots' by their ids, then the booking's, so that
 * no two requests wait for each other. From the change of a slot on, nobody else books in it until this is done.
 */
@Service
class BookingService {

    private static final int ALTERNATIVES = 3;

    private final Bookings bookings;
    private final BookingReader reader;
    private final Timetable timetable;
    private final PersonDirectory people;
    private final Repeats repeats;
    private final Audit audit;
    private final Clock clock;

    BookingService(
            Bookings bookings,
            BookingReader reader,
            Timetable timetable,
            PersonDirectory people,
            Repeats repeats,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.reader = reader;
        this.timetable = timetable;
        this.people = people;
        this.repeats = repeats;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who asks for a place, and when they asked. */
    record Request(UUID person, @Nullable LocalDate askedOn) {}

    @Transactional
    Booked book(UUID slot, Request request, String key) {
        return repeats.once(
                key, "POST /api/slots/" + slot + "/bookings", request, id -> book(id, slot, request), reader::find);
    }

    private Booked book(UUID id, UUID slotId, Request request) {
        var slot = timetable.slot(slotId).orElseThrow(() -> new BookingRefused(new NoSuchSlot(slotId)));
        if (people.find(request.person()).isEmpty()) {
            throw new BookingRefused(new NoSuchPerson(request.person()));
        }
        var booking = new Booking(id, slotId, request.person(), request.askedOn(), member(), clock);
        var now = clock.instant();
        boolean taken = timetable.take(slotId, now);
        refuseSecond(slotId, request.person());
        if (!taken) {
            throw gone(slot, now);
        }
        return changed(bookings.save(booking), "booked");
    }

    @Transactional
    Booked find(UUID id) {
        var booking = bookings.findById(id).orElseThrow(() -> new BookingRefused(new NoSuchBooking(id)));
        audit.read(Booking.KIND, List.of(id));
        audit.read("person", List.of(booking.person()));
        return reader.describe(booking);
    }

    @Transactional
    Booked cancel(UUID id, CancelledFor who) {
        var booking = locked(id, new HashSet<>());
        if (booking.cancel(who, null, member(), clock)) {
            timetable.giveBack(booking.slot());
        }
        return changed(booking, "cancelled");
    }

    @Transactional
    Booked undo(UUID id) {
        var slots = new HashSet<UUID>();
        bookings.findSlotBeforeMove(id).ifPresent(slots::add);
        var booking = locked(id, slots);
        var slot = booking.slot();
        var change = booking.undoable(member(), clock);
        // Taken before the booking says so: its row is unique among those that stand.
        switch (change) {
            case CANCELLED -> takeAgain(booking, slot);
            case MOVED -> takeAgain(booking, slotBefore(booking, slots));
            case BOOKED, CHECKED_IN, STARTED, FINISHED, DID_NOT_ATTEND -> {}
        }
        booking.undo(member(), clock);
        if (change == Booking.Change.BOOKED || change == Booking.Change.MOVED) {
            timetable.giveBack(slot);
        }
        return changed(booking, "undone");
    }

    /** It is among the slots that were locked, unless somebody was quicker. */
    private static UUID slotBefore(Booking booking, Collection<UUID> locked) {
        var before = booking.beforeSlot();
        if (before == null || !locked.contains(before)) {
            throw new BookingRefused(new MovedMeanwhile());
        }
        return before;
    }

    private void takeAgain(Booking booking, UUID slotId) {
        var now = clock.instant();
        var slot = timetable.slot(slotId).orElseThrow();
        if (bookings.existsBySlotIdAndPersonIdAndStatusNotAndIdNot(
                slot.id(), booking.person(), Booking.Status.CANCELLED, booking.id())) {
            throw new BookingRefused(new AlreadyBooked());
        }
        if (!timetable.take(slot.id(), now)) {
            throw gone(slot, now);
        }
    }

    private void refuseSecond(UUID slot, UUID person) {
        if (bookings.existsBySlotIdAndPersonIdAndStatusNot(slot, person, Booking.Status.CANCELLED)) {
            throw new BookingRefused(new AlreadyBooked());
        }
    }

    private BookingRefused gone(SlotTime slot, Instant now) {
        var alternatives = timetable.freeNear(slot, now, ALTERNATIVES);
        return new BookingRefused(slot.isOver(now) ? new SlotOver(alternatives) : new SlotFull(alternatives));
    }

    /** The booking, once its slot and these are locked. */
    private Booking locked(UUID id, Collection<UUID> slots) {
        var slot = bookings.findSlotOf(id).orElseThrow(() -> new BookingRefused(new NoSuchBooking(id)));
        slots.add(slot);
        timetable.lock(slots);
        var booking = bookings.findForChange(id).orElseThrow();
        if (!booking.slot().equals(slot)) {
            throw new BookingRefused(new MovedMeanwhile());
        }
        return booking;
    }

    private Booked changed(Booking booking, String what) {
        audit.changed(Booking.KIND, booking.id(), what);
        audit.read("person", List.of(booking.person()));
        return reader.describe(booking);
    }

    private static UUID member() {
        return Caller.current().member();
    }
}
