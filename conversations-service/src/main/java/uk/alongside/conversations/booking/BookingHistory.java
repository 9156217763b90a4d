package uk.alongside.conversations.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.person.Appointments;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Lists people's appointments, past and future, for the person feature. One statement reads the tables of three
 * features.
 */
@Component
class BookingHistory implements Appointments {

    private static final int MOST_LISTED = 50;

    private final JdbcClient jdbc;

    BookingHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Appointment> of(UUID person) {
        return jdbc.sql("""
                        select b.id, h.name, s.day, s.starts, b.status, false as walk_in, s.starts_at as moment
                        from app.booking b
                        join app.slot s on s.tenant_id = b.tenant_id and s.id = b.slot_id
                        join app.hub h on h.tenant_id = s.tenant_id and h.id = s.hub_id
                        where b.tenant_id = :council and b.person_id = :person
                          and b.cancelled_for is distinct from 'MISTAKE'
                        union all
                        select w.id, h.name, w.day, (w.arrived_at at time zone 'Europe/London')::time, w.status, true,
                               w.arrived_at
                        from app.walk_in w
                        join app.hub h on h.tenant_id = w.tenant_id and h.id = w.hub_id
                        where w.tenant_id = :council and w.person_id = :person
                        order by moment desc
                        limit :most""")
                .param("council", CouncilContext.council())
                .param("person", person)
                .param("most", MOST_LISTED)
                .query(BookingHistory::appointment)
                .list();
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        var status = row.getString("status");
        boolean walkIn = row.getBoolean("walk_in");
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                walkIn
                        ? WalkIn.Status.valueOf(status).word()
                        : Booking.Status.valueOf(status).word(),
                walkIn);
    }

    @Override
    public Map<UUID, LocalDate> lastSeen(Collection<UUID> people) {
        var lastSeen = new HashMap<UUID, LocalDate>();
        if (people.isEmpty()) {
            return lastSeen;
        }
        jdbc.sql("""
                        select came.person_id, max(came.day) as day from (
                            select b.person_id, s.day
                            from app.booking b
                            join app.slot s on s.tenant_id = b.tenant_id and s.id = b.slot_id
                            where b.tenant_id = :council and b.person_id in (:people)
                              and b.status in ('ARRIVED', 'IN_CONVERSATION', 'FINISHED')
                            union all
                            select w.person_id, w.day
                            from app.walk_in w
                            where w.tenant_id = :council and w.person_id in (:people)
                              and w.status in ('IN_CONVERSATION', 'FINISHED')
                        ) came
                        group by came.person_id""")
                .param("council", CouncilContext.council())
                .param("people", people)
                .query(row -> {
                    lastSeen.put(row.getObject("person_id", UUID.class), row.getObject("day", LocalDate.class));
                });
        return lastSeen;
    }
}
