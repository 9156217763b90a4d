package uk.alongside.conversations.clientleveldata;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conclusion.Outcome;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.wall.CouncilSql;

/** Finds the requests of a period in the views that the owners of the facts publish. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Requests {

    private final CouncilSql sql;

    Requests(CouncilSql sql) {
        this.sql = sql;
    }

    private record Row(
            UUID conversation,
            PersonId person,
            LocalDate starts,
            LocalDate ends,
            @Nullable Outcome outcome) {}

    /**
     * Finds the requests that ended in a period, the earliest first. Two people of one record who turned out to be one
     * person are one request.
     *
     * @param kept into whom each merged person was merged
     */
    List<Request> endedIn(Period period, Map<PersonId, PersonId> kept) {
        var rows = sql
                .sql("""
                        select c.id, p.person_id, coalesce(b.asked_on, c.day) as starts, c.day as ends, x.outcome
                        from app.v_conversation_counted c
                        join app.v_conclusion_counted x on x.tenant_id = c.tenant_id and x.conversation_id = c.id
                        join app.v_conversation_person_counted p
                            on p.tenant_id = c.tenant_id and p.conversation_id = c.id
                        left join app.v_booking_counted b
                            on b.tenant_id = c.tenant_id and b.attendance_id = c.attendance_id
                        where c.tenant_id = :council and c.finished and x.kind = 'CONVERSATION'
                          and c.day between :from and :to
                        order by c.day, c.id, p.person_id""")
                .param("from", period.from())
                .param("to", period.to())
                .query((row, _) -> {
                    var person = new PersonId(row.getObject("person_id", UUID.class));
                    return new Row(
                            row.getObject("id", UUID.class),
                            kept.getOrDefault(person, person),
                            row.getObject("starts", LocalDate.class),
                            row.getObject("ends", LocalDate.class),
                            outcome(row.getString("outcome")));
                })
                .list()
                .stream()
                .distinct()
                .toList();
        var people = rows.stream().collect(groupingBy(Row::conversation, counting()));
        return rows.stream()
                .map(row -> new Request(
                        new ConversationId(row.conversation()),
                        row.person(),
                        row.starts(),
                        row.ends(),
                        row.outcome(),
                        people.getOrDefault(row.conversation(), 1L) > 1))
                .toList();
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }
}
