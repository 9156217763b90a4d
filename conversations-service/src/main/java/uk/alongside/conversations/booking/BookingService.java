package uk.alongside.conversations.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.booking.Booking.CancelledFor;
import uk.alongside.conversations.booking.BookingChanged.Cause;
import uk.alongside.conversations.booking.BookingPolicy.Attempt;
import uk.alongside.conversations.booking.BookingRefusal.MovedMeanwhile;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.place.HoldId;
import uk.alongside.conversations.place.Places;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Makes, moves, cancels and undoes bookings. {@link Places} describes the order in which rows are locked. */
@Service
public class BookingService {

    private final Bookings bookings;
    private final BookingDetailsLoader loader;
    private final AttendanceRegister register;
    private final BookingLocks locks;
    private final Places places;
    private final PersonDirectory people;
    private final OtherBookings others;
    private final IdempotentRequests requests;
    private final DayChanges days;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    BookingService(
            Bookings bookings,
            BookingDetailsLoader loader,
            AttendanceRegister register,
            BookingLocks locks,
            Places places,
            PersonDirectory people,
            OtherBookings others,
            IdempotentRequests requests,
            DayChanges days,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.loader = loader;
        this.register = register;
        this.locks = locks;
        this.places = places;
        this.people = people;
        this.others = others;
        this.requests = requests;
        this.days = days;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The person who asks for a place, the day on which they asked, the hold that keeps one for them, and whether the
     * member of staff has confirmed another booking at this time.
     */
    record Request(
            PersonId person,
            @Nullable LocalDate askedOn,
            @Nullable HoldId hold,
            boolean overlapConfirmed) {}

    @Transactional
    BookingDetails book(SlotId slot, Request request, String key) {
        return requests.once(
                key,
                "POST /api/slots/" + slot.value() + "/bookings",
                request,
                id -> book(new BookingId(id), slot, request),
                id -> find(new BookingId(id)));
    }

    private BookingDetails book(BookingId id, SlotId slot, Request request) {
        var person = people.lock(request.person()).orElseThrow(Refused::notFound);
        var place = places.tryTake(slot, request.hold());
        BookingPolicy.check(new Attempt(
                place.slot(),
                request.askedOn(),
                LocalDate.now(clock),
                places.closedDay(place.slot()),
                others.of(request.person(), place.slot(), null),
                place.taken() ? null : () -> places.noneLeft(place.slot()),
                request.overlapConfirmed()));
        var booking = bookings.save(new Booking(id, slot, request.person(), request.askedOn(), member(), clock));
        return changed("booked", loader.describe(booking, place.slot(), person));
    }

    @Transactional
    BookingDetails find(BookingId id) {
        return unchanged(bookings.findById(id.value()).orElseThrow(Refused::notFound));
    }

    /** Records from paper that the person had cancelled. */
    @Transactional
    public void recordCancelled(BookingId id) {
        cancel(id, CancelledFor.PERSON);
    }

    @Transactional
    BookingDetails cancel(BookingId id, CancelledFor who) {
        var booking = locks.lock(id, new HashSet<>());
        register.refuseOnceCome(booking.attendance());
        if (!booking.cancel(who, member(), clock)) {
            return unchanged(booking);
        }
        var slot = places.giveBack(booking.slot());
        publish(booking, slot, null, who == CancelledFor.US ? Cause.CANCELLED_BY_US : Cause.CANCELLED_BY_PERSON);
        return changed("cancelled", loader.describe(booking, slot));
    }

    /** Moves a booking to another slot. The new place is taken before the old one is given back. */
    @Transactional
    BookingDetails move(BookingId id, SlotId to, @Nullable HoldId hold, boolean overlapConfirmed) {
        var person = locks.lockPerson(id);
        var booking = locks.lock(id, new HashSet<>(Set.of(to)));
        register.refuseOnceCome(booking.attendance());
        var from = booking.slot();
        if (from.equals(to)) {
            booking.move(to, member(), clock);
            return unchanged(booking);
        }
        var place = places.tryTake(to, hold);
        BookingPolicy.check(new Attempt(
                place.slot(),
                null,
                LocalDate.now(clock),
                places.closedDay(place.slot()),
                others.of(booking.person(), place.slot(), id),
                place.taken() ? null : () -> places.noneLeft(place.slot()),
                overlapConfirmed));
        booking.move(to, member(), clock);
        var before = places.giveBack(from);
        days.changed(before.hubDay());
        publish(booking, before, place.slot(), Cause.MOVED);
        return changed("moved", loader.describe(booking, place.slot(), person));
    }

    @Transactional
    BookingDetails undo(BookingId id) {
        locks.lockPerson(id);
        var slots = new HashSet<SlotId>();
        bookings.findSlotBeforeMove(id.value()).map(SlotId::new).ifPresent(slots::add);
        var booking = locks.lock(id, slots);
        return booking.attendance() == null ? undo(booking, slots) : undoAttendance(booking, booking.attendance());
    }

    /** Undoes the last change of the visit. If that is the arrival, the person is expected again, or did not attend. */
    private BookingDetails undoAttendance(Booking booking, AttendanceId attendance) {
        if (!register.undo(attendance)) {
            booking.undoCheckIn();
        }
        return undone(booking);
    }

    private BookingDetails undo(Booking booking, Set<SlotId> locked) {
        var slot = booking.slot();
        var change = booking.undoable(member(), clock);
        // The place is taken before the booking changes, because active bookings have a unique row.
        switch (change) {
            case CANCELLED -> takeAgain(booking, slot);
            case MOVED -> takeAgain(booking, slotBefore(booking, locked));
            case BOOKED, CHECKED_IN, DID_NOT_ATTEND -> {}
        }
        booking.undo(member(), clock);
        if (change == Booking.Change.BOOKED || change == Booking.Change.MOVED) {
            days.changed(places.giveBack(slot).hubDay());
        }
        return undone(booking);
    }

    /**
     * Takes a place that was given back by mistake. An overlap was confirmed when the booking was made, and a closed day
     * does not prevent that a mistake is undone.
     */
    private void takeAgain(Booking booking, SlotId slot) {
        var place = places.tryTakeAgain(slot);
        BookingPolicy.check(new Attempt(
                place.slot(),
                null,
                LocalDate.now(clock),
                null,
                others.of(booking.person(), place.slot(), booking.id()),
                place.taken() ? null : () -> places.noneLeft(place.slot()),
                true));
    }

    /**
     * Rejects an expected booking in a withdrawn slot. Records of people who came before the session changed may stay
     * there.
     */
    private BookingDetails undone(Booking booking) {
        var details = loader.describe(booking);
        if (booking.status() == Booking.Status.EXPECTED && details.slot().withdrawn()) {
            throw new MovedMeanwhile().refused();
        }
        if (booking.status() == Booking.Status.EXPECTED) {
            publish(booking, details.slot(), details.slot(), Cause.UNDONE);
        }
        return changed("undone", details);
    }

    /**
     * Returns the slot before the move if it is locked, and rejects the undo if another request has moved the booking.
     */
    private static SlotId slotBefore(Booking booking, Collection<SlotId> locked) {
        var before = booking.undoSlot();
        if (before == null || !locked.contains(before)) {
            throw new MovedMeanwhile().refused();
        }
        return before;
    }

    private void publish(Booking booking, SlotTime before, @Nullable SlotTime after, Cause cause) {
        events.publishEvent(new BookingChanged(booking.id(), booking.person(), before, after, cause, null));
    }

    private BookingDetails changed(String what, BookingDetails details) {
        days.changed(details.slot().hubDay());
        audit.changed(Booking.KIND, details.booking().id().value(), what);
        return read(details);
    }

    /** Audits the booking as read only, because the request changed nothing. */
    private BookingDetails unchanged(Booking booking) {
        audit.read(Booking.KIND, List.of(booking.id().value()));
        return read(loader.describe(booking));
    }

    private BookingDetails read(BookingDetails details) {
        audit.read("person", List.of(details.booking().person().value()));
        return details;
    }

    private static UUID member() {
        return Caller.current().member().value();
    }
}
