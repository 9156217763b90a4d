package uk.alongside.conversations.walkin;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.person.Appointments;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.text.EnumWords;

/** Lists a person's visits without a booking, for the person feature. */
@Component
class WalkInAppointments implements Appointments {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final WalkIns walkIns;
    private final AttendanceRegister register;
    private final HubDirectory hubs;

    WalkInAppointments(WalkIns walkIns, AttendanceRegister register, HubDirectory hubs) {
        this.walkIns = walkIns;
        this.register = register;
        this.hubs = hubs;
    }

    @Override
    public List<Appointment> of(PersonId person) {
        var found = walkIns.findByPersonId(person.value());
        var attendances = register.find(found.stream().flatMap(walkIn -> Stream.ofNullable(walkIn.attendance())));
        var names = hubs.names(found.stream().map(WalkIn::hub).toList());
        return found.stream()
                .map(walkIn -> appointment(walkIn, names.getOrDefault(walkIn.hub(), ""), attendances))
                .toList();
    }

    private static Appointment appointment(WalkIn walkIn, String hubName, Map<AttendanceId, Attendance> attendances) {
        var id = walkIn.attendance();
        var attendance = id == null ? null : attendances.get(id);
        return new Appointment(
                walkIn.id().value(),
                hubName,
                walkIn.day(),
                LocalTime.ofInstant(walkIn.arrivedAt(), LONDON),
                EnumWords.of(WalkInStatus.of(walkIn.status(), attendance)),
                true);
    }
}
