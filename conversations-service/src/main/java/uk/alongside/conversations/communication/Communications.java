package uk.alongside.conversations.communication;

import static java.util.Objects.requireNonNull;
import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.communication.Communication.Change;
import uk.alongside.conversations.communication.Communication.LetterFormat;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores how people get letters, and when a member asks again about their communication needs. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Communications {

    private static final String SELECT = """
            select c.person_id, c.version, c.letter_format, c.review_on, c.changed_at, c.changed_by_id
            from app.communication c
            where c.tenant_id = :council
            """;

    private final CouncilSql sql;

    Communications(CouncilSql sql) {
        this.sql = sql;
    }

    Optional<Communication> find(PersonId person) {
        return sql.sql(SELECT + " and c.person_id = :person")
                .param("person", person.value())
                .query(Communications::communication)
                .optional();
    }

    /** Returns those of these people for whom something is recorded. */
    Set<PersonId> recorded(Collection<PersonId> people) {
        return people.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql(SELECT + " and c.person_id in (:people)")
                        .param("people", people.stream().map(PersonId::value).toList())
                        .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                        .list());
    }

    /** Lists those whose review is overdue, the longest overdue first, without these people. */
    List<Communication> overdue(LocalDate today, Collection<PersonId> except, @Nullable PersonId after, int atMost) {
        return sql.sql(SELECT + """
                          and c.review_on < :today and c.person_id <> all (:except)
                          and (cast(:after as uuid) is null or (c.review_on, c.person_id) >
                               (select a.review_on, a.person_id from app.communication a
                                where a.tenant_id = :council and a.person_id = :after))
                        order by c.review_on, c.person_id limit :most""")
                .param("today", today)
                .param("except", except.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", atMost)
                .query(Communications::communication)
                .list();
    }

    /** Stores the communication as the next version. The caller holds the lock on the person. */
    void save(Communication communication) {
        var format = communication.letterFormat();
        var change = requireNonNull(communication.changed());
        sql.sql("""
                        insert into app.communication
                            (tenant_id, person_id, version, letter_format, review_on, changed_at, changed_by_id)
                        values (:council, :person, 1, :format, :review, :at, :by)
                        on conflict (tenant_id, person_id) do update
                        set version = communication.version + 1, letter_format = excluded.letter_format,
                            review_on = excluded.review_on, changed_at = excluded.changed_at,
                            changed_by_id = excluded.changed_by_id""")
                .param("person", communication.person().value())
                .param("format", format == null ? null : format.name(), Types.VARCHAR)
                .param("review", communication.reviewOn(), Types.DATE)
                .param("at", at(change.at()))
                .param("by", change.by().value())
                .update();
    }

    private static Communication communication(ResultSet row, int number) throws SQLException {
        var format = row.getString("letter_format");
        return new Communication(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getLong("version"),
                format == null ? null : LetterFormat.valueOf(format),
                row.getObject("review_on", LocalDate.class),
                new Change(instant(row, "changed_at"), new MemberId(row.getObject("changed_by_id", UUID.class))));
    }
}
