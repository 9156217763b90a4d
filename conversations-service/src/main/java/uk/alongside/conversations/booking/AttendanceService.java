package uk.alongside.conversations.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongTimes;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.attendance.Visit;
import uk.alongside.conversations.attendance.Visit.CameBy;
import uk.alongside.conversations.booking.Booking.AbsenceNext;
import uk.alongside.conversations.booking.Booking.AbsenceReason;
import uk.alongside.conversations.booking.BookingChanged.Cause;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.EnumWords;

/** Records whether a person came to a booking, and how far the visit has got. The person keeps the place in every case. */
@Service
public class AttendanceService {

    private final Bookings bookings;
    private final AttendanceRegister register;
    private final Timetable timetable;
    private final BookingDetailsLoader loader;
    private final DayChanges days;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    AttendanceService(
            Bookings bookings,
            AttendanceRegister register,
            Timetable timetable,
            BookingDetailsLoader loader,
            DayChanges days,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.register = register;
        this.timetable = timetable;
        this.loader = loader;
        this.days = days;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    BookingDetails checkIn(BookingId id) {
        return change(id, "checked-in", this::arrive);
    }

    @Transactional
    BookingDetails start(BookingId id) {
        return change(id, "started", (booking, _) -> register.start(booking.attendanceOfVisitor()));
    }

    @Transactional
    BookingDetails finish(BookingId id) {
        return change(id, "finished", (booking, _) -> register.finish(booking.attendanceOfVisitor()));
    }

    @Transactional
    BookingDetails didNotAttend(BookingId id, @Nullable AbsenceReason reason, @Nullable AbsenceNext next) {
        return change(id, "did-not-attend", (booking, slot) -> {
            register.refuseOnceCome(booking.attendance());
            return booking.didNotAttend(slot, reason, next, member(), clock);
        });
    }

    /**
     * Records later, also on another day, that the person came. The same member may send this again.
     *
     * @param arrived the time of the arrival by the clock of the hub; null if no member knows it
     */
    @Transactional
    BookingDetails checkInLate(BookingId id, @Nullable LocalTime arrived) {
        return change(id, "checked-in-late", (booking, slot) -> arriveLate(booking, slot, arrived));
    }

    /**
     * Records from paper that the person came, on the day of the booking or later.
     *
     * @param arrived the time of the arrival by the clock of the hub; null if no member knows it
     */
    @Transactional
    public void recordCame(BookingId id, @Nullable LocalTime arrived) {
        change(id, "checked-in-late", (booking, slot) -> {
            if (!slot.date().equals(LocalDate.now(clock))) {
                return arriveLate(booking, slot, arrived);
            }
            var attendance = AttendanceId.random();
            if (!booking.checkIn(attendance, slot.date(), member(), clock)) {
                return false;
            }
            came(booking, slot, attendance, arrivalTime(slot, arrived));
            return true;
        });
    }

    /** Records from paper that the person did not come. */
    @Transactional
    public void recordAbsent(BookingId id) {
        didNotAttend(id, null, null);
    }

    /** Records that a person who did not attend was rung or need not be rung. */
    @Transactional
    BookingDetails followUp(BookingId id, FollowUp.Outcome outcome) {
        return change(id, EnumWords.of(outcome), (booking, _) -> booking.followUp(outcome, member(), clock));
    }

    @Transactional
    BookingDetails undoFollowUp(BookingId id) {
        return change(id, "follow-up-undone", (booking, _) -> {
            booking.undoFollowUp();
            return true;
        });
    }

    private boolean arrive(Booking booking, SlotTime slot) {
        var attendance = AttendanceId.random();
        if (!booking.checkIn(attendance, slot.date(), member(), clock)) {
            return false;
        }
        came(booking, slot, attendance, OwnChange.now(clock));
        return true;
    }

    private boolean arriveLate(Booking booking, SlotTime slot, @Nullable LocalTime arrived) {
        var at = arrivalTime(slot, arrived);
        if (register.find(booking.attendance())
                .filter(each -> each.isOwnArrival(at, member()))
                .isPresent()) {
            return false;
        }
        register.refuseOnceCome(booking.attendance());
        var attendance = AttendanceId.random();
        booking.checkInLate(attendance, slot, member(), clock);
        came(booking, slot, attendance, at);
        return true;
    }

    private @Nullable Instant arrivalTime(SlotTime slot, @Nullable LocalTime arrived) {
        if (arrived == null) {
            return null;
        }
        var at = slot.date().atTime(arrived).atZone(clock.getZone()).toInstant();
        if (at.isAfter(clock.instant())) {
            throw new WrongTimes().refused();
        }
        return at;
    }

    private void came(Booking booking, SlotTime slot, AttendanceId attendance, @Nullable Instant arrivedAt) {
        register.arrive(attendance, new Visit(booking.person(), slot.hub(), slot.date(), CameBy.BOOKING, arrivedAt));
        events.publishEvent(new BookingChanged(booking.id(), booking.person(), slot, slot, Cause.CAME, null));
    }

    private BookingDetails change(BookingId id, String what, BiPredicate<Booking, SlotTime> change) {
        var booking = bookings.findForChange(id.value()).orElseThrow(Refused::notFound);
        var slot = timetable.slot(booking.slot()).orElseThrow();
        if (change.test(booking, slot)) {
            days.changed(slot.hubDay());
            audit.changed(Booking.KIND, id.value(), what);
        } else {
            audit.read(Booking.KIND, List.of(id.value()));
        }
        audit.read("person", List.of(booking.person().value()));
        return loader.describe(booking, slot);
    }

    private static UUID member() {
        return Caller.current().member().value();
    }
}
