package uk.alongside.conversations.booking;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.Appointments;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.text.EnumWords;

/** Lists a person's bookings, past and future, for the person feature. */
@Component
class PersonAppointments implements Appointments {

    private final Bookings bookings;
    private final AttendanceRegister register;
    private final Timetable timetable;
    private final HubDirectory hubs;

    PersonAppointments(Bookings bookings, AttendanceRegister register, Timetable timetable, HubDirectory hubs) {
        this.bookings = bookings;
        this.register = register;
        this.timetable = timetable;
        this.hubs = hubs;
    }

    @Override
    public List<Appointment> of(PersonId person) {
        var found = bookings.findByPersonId(person.value()).stream()
                .filter(not(Booking::isUndone))
                .toList();
        var attendances = register.find(found.stream().flatMap(booking -> Stream.ofNullable(booking.attendance())));
        var slots = timetable.slots(found.stream().map(Booking::slot).toList());
        var names = hubs.names(slots.values().stream()
                .map(slot -> new HubId(slot.hub()))
                .distinct()
                .toList());
        return found.stream()
                .map(booking -> {
                    var slot = requireNonNull(slots.get(booking.slot()));
                    var id = booking.attendance();
                    return appointment(
                            booking,
                            slot,
                            names.getOrDefault(new HubId(slot.hub()), ""),
                            id == null ? null : attendances.get(id));
                })
                .toList();
    }

    private static Appointment appointment(
            Booking booking, SlotTime slot, String hubName, @Nullable Attendance attendance) {
        return new Appointment(
                booking.id().value(),
                hubName,
                slot.date(),
                slot.starts(),
                EnumWords.of(BookingStatus.of(booking.status(), attendance)),
                false);
    }
}
