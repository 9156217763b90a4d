package uk.alongside.conversations.booking;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;

/** Adds to a booking the details that an answer shows. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BookingDetailsLoader {

    private final AttendanceRegister register;
    private final Timetable timetable;
    private final HubDirectory hubs;
    private final PersonDirectory people;
    private final Team team;

    BookingDetailsLoader(
            AttendanceRegister register, Timetable timetable, HubDirectory hubs, PersonDirectory people, Team team) {
        this.register = register;
        this.timetable = timetable;
        this.hubs = hubs;
        this.people = people;
        this.team = team;
    }

    BookingDetails describe(Booking booking) {
        return describe(booking, timetable.slot(booking.slot()).orElseThrow());
    }

    BookingDetails describe(Booking booking, SlotTime slot) {
        return describe(booking, slot, people.find(booking.person()).orElseThrow());
    }

    BookingDetails describe(Booking booking, SlotTime slot, PersonCard person) {
        var attendance = register.find(booking.attendance()).orElse(null);
        var change = BookingDetails.lastChange(booking, attendance);
        return new BookingDetails(
                booking,
                attendance,
                slot,
                hubs.find(slot.hub()).orElseThrow(),
                person,
                original(booking.originalSlot()),
                team.names(Stream.of(
                                attendance == null ? null : attendance.practitionerId(),
                                booking.followUp() == null
                                        ? null
                                        : booking.followUp().followedUpById(),
                                change == null ? null : change.changedById())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
    }

    private @Nullable SlotTime original(@Nullable SlotId slot) {
        return slot == null ? null : timetable.slot(slot).orElse(null);
    }
}
