package uk.alongside.conversations.booking;

import uk.alongside.conversations.walkin.WalkInStatus;
import uk.alongside.conversations.walkin.WalkIn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.person.Appointments;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Lists people's appointments, past and future, for the person feature. One statement reads the tables of three
 * features.
 */
@Component
class PersonAppointments implements Appointments {

    private static final int MOST_LISTED = 50;

    private final CouncilSql sql;
    private final AttendanceRegister register;

    PersonAppointments(CouncilSql sql, AttendanceRegister register) {
        this.sql = sql;
        this.register = register;
    }

    /** A row of the statement: an appointment whose status depends on the attendance, if there is one. */
    private record Line(
            UUID id,
            String hubName,
            LocalDate day,
            LocalTime starts,
            String status,
            @Nullable AttendanceId attendance,
            boolean walkIn) {}

    @Override
    public List<Appointment> of(UUID person) {
        var lines = sql.sql("""
                        select b.id, h.name, s.day, s.starts, b.status, b.attendance_id, false as walk_in,
                               s.starts_at as moment
                        from app.booking b
                        join app.slot s on s.tenant_id = b.tenant_id and s.id = b.slot_id
                        join app.hub h on h.tenant_id = s.tenant_id and h.id = s.hub_id
                        where b.tenant_id = :council and b.person_id = :person
                          and b.cancelled_for is distinct from 'MISTAKE'
                        union all
                        select w.id, h.name, w.day, (w.arrived_at at time zone 'Europe/London')::time, w.status,
                               w.attendance_id, true, w.arrived_at
                        from app.walk_in w
                        join app.hub h on h.tenant_id = w.tenant_id and h.id = w.hub_id
                        where w.tenant_id = :council and w.person_id = :person
                        order by moment desc
                        limit :most""")
                .param("person", person)
                .param("most", MOST_LISTED)
                .query(PersonAppointments::line)
                .list();
        var attendances = register.find(lines.stream().map(Line::attendance).flatMap(Stream::ofNullable));
        return lines.stream()
                .map(line -> appointment(line, line.attendance() == null ? null : attendances.get(line.attendance())))
                .toList();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var attendance = row.getObject("attendance_id", UUID.class);
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                row.getString("status"),
                attendance == null ? null : new AttendanceId(attendance),
                row.getBoolean("walk_in"));
    }

    private static Appointment appointment(Line line, @Nullable Attendance attendance) {
        var status = line.walkIn()
                ? WalkInStatus.of(WalkIn.Status.valueOf(line.status()), attendance)
                : BookingStatus.of(Booking.Status.valueOf(line.status()), attendance);
        return new Appointment(
                line.id(), line.hubName(), line.day(), line.starts(), EnumWords.of(status), line.walkIn());
    }
}
