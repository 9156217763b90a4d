package uk.alongside.conversations.attendance;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.wall.CouncilSql;

/** Reads the last day on which people came. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LastAttendance {

    private final CouncilSql sql;

    LastAttendance(CouncilSql sql) {
        this.sql = sql;
    }

    /** Returns the last day for each of these people who has ever come. */
    public Map<PersonId, LocalDate> days(Collection<PersonId> people) {
        return people.isEmpty()
                ? Map.of()
                : sql
                        .sql("""
                            select a.person_id, max(a.day) as day from app.attendance a
                            where a.tenant_id = :council and a.person_id in (:people)
                            group by a.person_id""")
                        .param("people", people.stream().map(PersonId::value).toList())
                        .query((row, _) -> Map.entry(
                                new PersonId(row.getObject("person_id", UUID.class)),
                                row.getObject("day", LocalDate.class)))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
