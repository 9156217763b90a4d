package uk.alongside.conversations.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.booking.Booking.CancelledFor;
import uk.alongside.conversations.booking.BookingPolicy.Attempt;
import uk.alongside.conversations.booking.BookingRefusal.AlreadyBooked;
import uk.alongside.conversations.booking.BookingRefusal.MovedMeanwhile;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Makes, moves, cancels and undoes bookings. {@link Places} describes the order in which rows are locked. */
@Service
class BookingService {

    private final Bookings bookings;
    private final BookingDetailsLoader reader;
    private final AttendanceRegister register;
    private final Places places;
    private final Timetable timetable;
    private final PersonDirectory people;
    private final OtherBookings others;
    private final IdempotentRequests requests;
    private final DayChanges days;
    private final Audit audit;
    private final Clock clock;

    BookingService(
            Bookings bookings,
            BookingDetailsLoader reader,
            AttendanceRegister register,
            Places places,
            Timetable timetable,
            PersonDirectory people,
            OtherBookings others,
            IdempotentRequests requests,
            DayChanges days,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.reader = reader;
        this.register = register;
        this.places = places;
        this.timetable = timetable;
        this.people = people;
        this.others = others;
        this.requests = requests;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The person who asks for a place, the day on which they asked, the hold that keeps one for them, and whether the
     * member of staff has confirmed another booking at this time.
     */
    record Request(
            UUID person,
            @Nullable LocalDate askedOn,
            @Nullable UUID hold,
            boolean overlapConfirmed) {}

    @Transactional
    BookingDetails book(UUID slot, Request request, String key) {
        return requests.once(
                key, "POST /api/slots/" + slot + "/bookings", request, id -> book(id, slot, request), this::find);
    }

    private BookingDetails book(UUID id, UUID slotId, Request request) {
        var slot = places.slot(slotId);
        if (people.lock(request.person()).isEmpty()) {
            throw Refused.notFound();
        }
        boolean taken = places.tryTake(slot, request.hold());
        BookingPolicy.check(new Attempt(
                slot,
                request.askedOn(),
                LocalDate.now(clock),
                others.of(request.person(), slotId, null),
                taken ? null : () -> places.noneLeft(slot),
                request.overlapConfirmed()));
        var booking = new Booking(id, slotId, request.person(), request.askedOn(), member(), clock);
        return changed(bookings.save(booking), "booked");
    }

    @Transactional
    BookingDetails find(UUID id) {
        var booking = bookings.findById(id).orElseThrow(Refused::notFound);
        return unchanged(booking);
    }

    @Transactional
    BookingDetails cancel(UUID id, CancelledFor who) {
        var booking = locked(id, new HashSet<>());
        register.refuseOnceCome(booking.attendance());
        if (!booking.cancel(who, null, member(), clock)) {
            return unchanged(booking);
        }
        places.giveBack(booking.slot());
        return changed(booking, "cancelled");
    }

    /** Moves a booking to another slot. The new place is taken before the old one is given back. */
    @Transactional
    BookingDetails move(UUID id, UUID to, @Nullable UUID hold, boolean overlapConfirmed) {
        var target = places.slot(to);
        people.lock(bookings.findPersonOf(id).orElseThrow(Refused::notFound));
        var booking = locked(id, new HashSet<>(Set.of(to)));
        register.refuseOnceCome(booking.attendance());
        var from = booking.slot();
        if (!from.equals(to)) {
            boolean taken = places.tryTake(target, hold);
            BookingPolicy.check(new Attempt(
                    target,
                    null,
                    LocalDate.now(clock),
                    others.of(booking.person(), to, id),
                    taken ? null : () -> places.noneLeft(target),
                    overlapConfirmed));
        }
        if (!booking.move(to, member(), clock)) {
            return unchanged(booking);
        }
        places.giveBack(from);
        timetable.slot(from).map(SlotTime::hubDay).ifPresent(days::changed);
        return changed(booking, "moved");
    }

    @Transactional
    BookingDetails undo(UUID id) {
        var slots = new HashSet<UUID>();
        bookings.findSlotBeforeMove(id).ifPresent(slots::add);
        var booking = locked(id, slots);
        return booking.attendance() == null ? undo(booking, slots) : undoAttendance(booking, booking.attendance());
    }

    /** Undoes the last change of the visit. If that is the arrival, the person is expected again, or did not attend. */
    private BookingDetails undoAttendance(Booking booking, AttendanceId attendance) {
        if (!register.undo(attendance)) {
            booking.undoCheckIn();
            refuseExpectedNowhere(booking);
        }
        return changed(booking, "undone");
    }

    private BookingDetails undo(Booking booking, Set<UUID> slots) {
        var slot = booking.slot();
        var change = booking.undoable(member(), clock);
        // The place is taken before the booking changes, because active bookings have a unique row.
        switch (change) {
            case CANCELLED -> takeAgain(booking, slot);
            case MOVED -> takeAgain(booking, slotBefore(booking, slots));
            case BOOKED, CHECKED_IN, DID_NOT_ATTEND -> {}
        }
        booking.undo(member(), clock);
        refuseExpectedNowhere(booking);
        if (change == Booking.Change.BOOKED || change == Booking.Change.MOVED) {
            places.giveBack(slot);
        }
        timetable.slot(slot).map(SlotTime::hubDay).ifPresent(days::changed);
        return changed(booking, "undone");
    }

    /**
     * Rejects an expected booking in a withdrawn slot. Records of people who came before the session changed may stay
     * there.
     */
    private void refuseExpectedNowhere(Booking booking) {
        if (booking.status() == Booking.Status.EXPECTED
                && timetable.slot(booking.slot()).orElseThrow().withdrawn()) {
            throw new MovedMeanwhile().refused();
        }
    }

    /**
     * Returns the slot before the move if it is locked, and rejects the undo if another request has moved the booking.
     */
    private static UUID slotBefore(Booking booking, Collection<UUID> locked) {
        var before = booking.undoSlot();
        if (before == null || !locked.contains(before)) {
            throw new MovedMeanwhile().refused();
        }
        return before;
    }

    private void takeAgain(Booking booking, UUID slot) {
        refuseSecond(slot, booking);
        places.takeAgain(places.slot(slot));
    }

    /** Rejects a second booking of the same person in a slot, unless the other one is cancelled. */
    private void refuseSecond(UUID slot, Booking booking) {
        if (bookings.existsBySlotIdAndPersonIdAndStatusNotAndIdNot(
                slot, booking.person(), Booking.Status.CANCELLED, booking.id())) {
            throw new AlreadyBooked().refused();
        }
    }

    /** Locks these slots and the booking's slot, then the booking, and returns the booking. */
    private Booking locked(UUID id, Collection<UUID> slots) {
        var slot = bookings.findSlotOf(id).orElseThrow(Refused::notFound);
        slots.add(slot);
        timetable.lock(slots);
        var booking = bookings.findForChange(id).orElseThrow();
        if (!booking.slot().equals(slot)) {
            throw new MovedMeanwhile().refused();
        }
        return booking;
    }

    private BookingDetails changed(Booking booking, String what) {
        timetable.slot(booking.slot()).map(SlotTime::hubDay).ifPresent(days::changed);
        audit.changed(Booking.KIND, booking.id(), what);
        return described(booking);
    }

    /** Audits the booking as read only, because the request changed nothing. */
    private BookingDetails unchanged(Booking booking) {
        audit.read(Booking.KIND, List.of(booking.id()));
        return described(booking);
    }

    private BookingDetails described(Booking booking) {
        audit.read("person", List.of(booking.person()));
        return reader.describe(booking);
    }

    private static UUID member() {
        return Caller.current().member();
    }
}
