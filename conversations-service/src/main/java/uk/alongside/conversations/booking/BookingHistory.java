package uk.alongside.conversations.booking;

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
import uk.alongside.foundation.CouncilContext;

/** Tells the feature of people what they were booked for. Read in one statement over the tables of three features. */
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
                        select b.id, h.name, s.day, s.starts, b.status
                        from app.booking b
                        join app.slot s on s.tenant_id = b.tenant_id and s.id = b.slot_id
                        join app.hub h on h.tenant_id = s.tenant_id and h.id = s.hub_id
                        where b.tenant_id = :council and b.person_id = :person
                          and b.cancelled_for is distinct from 'MISTAKE'
                        order by s.starts_at desc
                        limit :most""")
                .param("council", CouncilContext.council())
                .param("person", person)
                .param("most", MOST_LISTED)
                .query((row, number) -> new Appointment(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("starts", LocalTime.class),
                        Booking.Status.valueOf(row.getString("status")).word()))
                .list();
    }

    @Override
    public Map<UUID, LocalDate> lastSeen(Collection<UUID> people) {
        var lastSeen = new HashMap<UUID, LocalDate>();
        if (people.isEmpty()) {
            return lastSeen;
        }
        jdbc.sql("""
                        select b.person_id, max(s.day) as day
                        from app.booking b
                        join app.slot s on s.tenant_id = b.tenant_id and s.id = b.slot_id
                        where b.tenant_id = :council and b.person_id in (:people)
                          and b.status in ('ARRIVED', 'IN_CONVERSATION', 'FINISHED')
                        group by b.person_id""")
                .param("council", CouncilContext.council())
                .param("people", people)
                .query(row -> {
                    lastSeen.put(row.getObject("person_id", UUID.class), row.getObject("day", LocalDate.class));
                });
        return lastSeen;
    }
}
