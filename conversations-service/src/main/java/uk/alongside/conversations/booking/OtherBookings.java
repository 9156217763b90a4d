package uk.alongside.conversations.booking;

import static java.util.function.Predicate.not;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.Attendance.Progress;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.booking.BookingPolicy.OtherBooking;
import uk.alongside.conversations.booking.BookingRefusal.Overlap;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.conversations.session.Timetable;

/** Reads a person's other bookings for the rules of {@link BookingPolicy}. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OtherBookings {

    private final Bookings bookings;
    private final AttendanceRegister register;
    private final Timetable timetable;
    private final HubDirectory hubs;

    OtherBookings(Bookings bookings, AttendanceRegister register, Timetable timetable, HubDirectory hubs) {
        this.register = register;
        this.bookings = bookings;
        this.timetable = timetable;
        this.hubs = hubs;
    }

    /**
     * Returns the person's bookings that are active or in this slot, except cancelled ones and this one, in the order of
     * their times. Slots are read only for these, because the slot to book is locked.
     */
    List<OtherBooking> of(UUID person, UUID wanted, @Nullable UUID except) {
        var others = bookings.findByPersonIdAndStatusNot(person, Booking.Status.CANCELLED).stream()
                .filter(not(booking -> booking.id().equals(except)))
                .toList();
        var attendances = register.find(others.stream().map(Booking::attendance).flatMap(Stream::ofNullable));
        return others.stream()
                .filter(booking ->
                        isActive(booking, attendances) || booking.slot().equals(wanted))
                .flatMap(booking ->
                        timetable
                                .slot(booking.slot())
                                .map(slot -> describe(booking, slot, isActive(booking, attendances)))
                                .stream())
                .sorted(Comparator.comparing(other -> other.slot().startsAt()))
                .toList();
    }

    /** Returns whether the person is expected, or is here and has not finished. */
    private static boolean isActive(Booking booking, Map<AttendanceId, Attendance> attendances) {
        var id = booking.attendance();
        var attendance = id == null ? null : attendances.get(id);
        return attendance == null
                ? booking.status() == Booking.Status.EXPECTED
                : attendance.progress() != Progress.FINISHED;
    }

    private OtherBooking describe(Booking booking, SlotTime slot, boolean active) {
        var hub = hubs.find(slot.hub()).map(HubName::name).orElse("");
        return new OtherBooking(new Overlap(booking.id(), hub, slot.date(), slot.starts(), slot.ends()), slot, active);
    }
}
