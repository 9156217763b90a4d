package uk.alongside.conversations.attendance;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.wall.CouncilSql;

/** Reads the last day on which people came. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LastAttendance {

    private final CouncilSql sql;
    private final MergedPeople merged;

    LastAttendance(CouncilSql sql, MergedPeople merged) {
        this.sql = sql;
        this.merged = merged;
    }

    /** Returns the last day for each of these people who has ever come, under their own id or a merged one. */
    public Map<PersonId, LocalDate> days(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        var ids = merged.ids(people);
        var days = new HashMap<PersonId, LocalDate>();
        var rows = sql
                .sql("""
                        select a.person_id, max(a.day) as day from app.attendance a
                        where a.tenant_id = :council and a.person_id in (:people)
                        group by a.person_id""")
                .param(
                        "people",
                        ids.values().stream()
                                .flatMap(Set::stream)
                                .map(PersonId::value)
                                .toList())
                .query((row, _) -> Map.entry(
                        new PersonId(row.getObject("person_id", UUID.class)), row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        ids.forEach((person, each) -> each.stream()
                .flatMap(id -> Stream.ofNullable(rows.get(id)))
                .max(Comparator.naturalOrder())
                .ifPresent(day -> days.put(person, day)));
        return days;
    }
}
