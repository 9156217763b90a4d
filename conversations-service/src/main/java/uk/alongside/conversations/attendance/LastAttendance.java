package uk.alongside.conversations.attendance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.person.LastSeen;
import uk.alongside.foundation.wall.CouncilSql;

/** Reads the last day on which a person came, for the person feature. */
@Component
class LastAttendance implements LastSeen {

    private final CouncilSql sql;

    LastAttendance(CouncilSql sql) {
        this.sql = sql;
    }

    @Override
    public Map<UUID, LocalDate> of(Collection<UUID> people) {
        var days = new HashMap<UUID, LocalDate>();
        if (!people.isEmpty()) {
            sql.sql("""
                            select a.person_id, max(a.day) as day from app.attendance a
                            where a.tenant_id = :council and a.person_id in (:people)
                            group by a.person_id""").param("people", people).query(row -> {
                days.put(row.getObject("person_id", UUID.class), row.getObject("day", LocalDate.class));
            });
        }
        return days;
    }
}
