package uk.alongside.conversations.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRefusal.NothingToCorrect;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.attendance.CorrectedTimes;
import uk.alongside.conversations.attendance.Correction;
import uk.alongside.conversations.attendance.CorrectionHistory;
import uk.alongside.conversations.attendance.CorrectionId;
import uk.alongside.conversations.attendance.CorrectionList;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.attendance.Recorded;
import uk.alongside.conversations.attendance.Visit;
import uk.alongside.conversations.attendance.Visit.CameBy;
import uk.alongside.conversations.booking.Booking.CancelledFor;
import uk.alongside.conversations.booking.BookingChanged.Cause;
import uk.alongside.conversations.booking.BookingPolicy.Attempt;
import uk.alongside.conversations.booking.BookingRefusal.StaleVersion;
import uk.alongside.conversations.booking.BookingRefusal.WithoutAskedBy;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.place.Places;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Corrects the status and the times of bookings, and keeps each correction. */
@Service
class BookingCorrectionService {

    private final Bookings bookings;
    private final BookingLocks locks;
    private final BookingDetailsLoader loader;
    private final OtherBookings others;
    private final AttendanceRegister register;
    private final CorrectionHistory history;
    private final Places places;
    private final IdempotentRequests requests;
    private final DayChanges days;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    BookingCorrectionService(
            Bookings bookings,
            BookingLocks locks,
            BookingDetailsLoader loader,
            OtherBookings others,
            AttendanceRegister register,
            CorrectionHistory history,
            Places places,
            IdempotentRequests requests,
            DayChanges days,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.locks = locks;
        this.loader = loader;
        this.others = others;
        this.register = register;
        this.history = history;
        this.places = places;
        this.requests = requests;
        this.days = days;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The statuses to which a booking can be corrected. */
    enum CorrectedStatus {
        EXPECTED,
        ARRIVED,
        IN_CONVERSATION,
        FINISHED,
        DID_NOT_ATTEND,
        CANCELLED
    }

    /**
     * The status and the times that are right, the party that asked for a cancellation, the reason, and whether an
     * overlapping booking was confirmed.
     */
    record Request(
            CorrectedStatus status,
            CorrectedTimes times,
            @Nullable CancelledFor cancelledFor,
            String reason,
            boolean overlapConfirmed) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "Request[status=" + status + "]";
        }
    }

    @Transactional
    BookingDetails correct(BookingId id, long version, Request request, String key) {
        return requests.once(
                key,
                "POST /api/bookings/" + id.value() + "/corrections",
                request,
                correction -> correct(new CorrectionId(correction), id, version, request),
                _ -> read(loader.describe(find(id))));
    }

    private BookingDetails correct(CorrectionId correction, BookingId id, long version, Request request) {
        var person = locks.lockPerson(id);
        var booking = locks.lock(id, new HashSet<>());
        var before = loader.describe(booking);
        if (before.version() != version) {
            throw new StaleVersion(BookingView.of(before)).refused();
        }
        var from = recorded(before);
        var to = after(from, request, before.slot());
        if (from.equals(to)) {
            throw new NothingToCorrect().refused();
        }
        boolean wasCancelled = booking.status() == Booking.Status.CANCELLED;
        var slot = wasCancelled ? takeAgain(booking, before.slot(), request.overlapConfirmed()) : before.slot();
        if (to.status() == Recorded.Status.EXPECTED && slot.withdrawn()) {
            throw places.noneLeft(slot).refused();
        }
        var with = Attendance.practitionerOf(before.attendance());
        apply(booking, before.attendance(), to, request, slot);
        publish(booking, slot, from, to);
        var after = loader.describe(booking, slot, person);
        history.add(new Correction(
                correction,
                id.value(),
                slot.hub(),
                from,
                to,
                request.reason(),
                with != null ? with : Attendance.practitionerOf(after.attendance()),
                OwnChange.now(clock),
                Caller.current().member()));
        days.changed(slot.hubDay());
        audit.changed(Booking.KIND, id.value(), "corrected");
        return read(after);
    }

    private Recorded after(Recorded from, Request request, SlotTime slot) {
        return switch (request.status()) {
            case EXPECTED -> Recorded.of(Recorded.Status.EXPECTED, null);
            case DID_NOT_ATTEND -> {
                Booking.refuseUnlessStarted(slot, clock);
                yield Recorded.of(Recorded.Status.DID_NOT_ATTEND, null);
            }
            case CANCELLED -> Recorded.of(Recorded.Status.CANCELLED, null);
            case ARRIVED, IN_CONVERSATION, FINISHED ->
                request.times()
                        .applyTo(from, Recorded.Status.valueOf(request.status().name()), slot.date(), clock);
        };
    }

    /** Takes a place for a cancelled booking by the rules for every booking; the place may have gone to another person. */
    private SlotTime takeAgain(Booking booking, SlotTime slot, boolean overlapConfirmed) {
        if (slot.withdrawn()) {
            throw places.noneLeft(slot).refused();
        }
        var place = places.tryTakeAgain(slot.id());
        BookingPolicy.check(new Attempt(
                place.slot(),
                null,
                LocalDate.now(clock),
                null,
                others.of(booking.person(), place.slot(), booking.id()),
                place.taken() ? null : () -> places.noneLeft(place.slot()),
                overlapConfirmed));
        return place.slot();
    }

    private void apply(Booking booking, @Nullable Attendance attendance, Recorded to, Request request, SlotTime slot) {
        switch (to.status()) {
            case EXPECTED -> correctToNotCome(booking, attendance, Booking.Status.EXPECTED);
            case DID_NOT_ATTEND -> correctToNotCome(booking, attendance, Booking.Status.DID_NOT_ATTEND);
            case CANCELLED -> correctToCancelled(booking, attendance, request.cancelledFor());
            default -> correctToCame(booking, attendance, to, slot);
        }
    }

    private void correctToNotCome(Booking booking, @Nullable Attendance attendance, Booking.Status status) {
        booking.correct(status, null, member(), clock);
        if (attendance != null) {
            register.delete(attendance.id());
        }
    }

    private void correctToCancelled(
            Booking booking, @Nullable Attendance attendance, @Nullable CancelledFor cancelledFor) {
        if (cancelledFor == null) {
            throw new WithoutAskedBy().refused();
        }
        booking.correctToCancelled(cancelledFor, member(), clock);
        if (attendance != null) {
            register.delete(attendance.id());
        }
        places.giveBack(booking.slot());
    }

    private void correctToCame(Booking booking, @Nullable Attendance attendance, Recorded to, SlotTime slot) {
        var id = attendance == null ? AttendanceId.random() : attendance.id();
        if (attendance == null) {
            register.arriveByCorrection(
                    id, new Visit(booking.person(), slot.hub(), slot.date(), CameBy.BOOKING, OwnChange.now(clock)), to);
        } else {
            register.correct(id, to);
        }
        booking.correct(Booking.Status.CAME, id, member(), clock);
    }

    private void publish(Booking booking, SlotTime slot, Recorded from, Recorded to) {
        var cause = Cause.UNDONE;
        if (booking.status() == Booking.Status.CAME) {
            cause = Cause.CAME;
        } else if (booking.status() == Booking.Status.CANCELLED) {
            cause = booking.cancelledFor() == CancelledFor.US ? Cause.CANCELLED_BY_US : Cause.CANCELLED_BY_PERSON;
        } else if (from.status() == Recorded.Status.CANCELLED && to.status() == Recorded.Status.EXPECTED) {
            cause = Cause.RESTORED;
        }
        if (from.status() != to.status()) {
            var after = booking.status() == Booking.Status.CANCELLED ? null : slot;
            events.publishEvent(new BookingChanged(booking.id(), booking.person(), slot, after, cause, null));
        }
    }

    private static Recorded recorded(BookingDetails details) {
        var status = BookingStatus.of(details.booking().status(), details.attendance());
        return Recorded.of(Recorded.Status.valueOf(status.name()), details.attendance());
    }

    @Transactional
    CorrectionList list(BookingId id, @Nullable CorrectionId after) {
        var booking = find(id);
        audit.read(Booking.KIND, List.of(id.value()));
        read(loader.describe(booking));
        return history.list(id.value(), after);
    }

    private Booking find(BookingId id) {
        return bookings.findById(id.value()).orElseThrow(Refused::notFound);
    }

    private BookingDetails read(BookingDetails details) {
        audit.read("person", List.of(details.booking().person().value()));
        return details;
    }

    private static UUID member() {
        return Caller.current().member().value();
    }
}
