package uk.alongside.conversations.headcount;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the head counts of sessions, and what they were before each change. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Headcounts {

    private final CouncilSql sql;

    Headcounts(CouncilSql sql) {
        this.sql = sql;
    }

    /** A number that a member recorded. */
    record Change(UUID id, int people, Instant at, MemberId by) {}

    /** Returns the head count of a session, also if none is recorded. */
    Headcount find(SessionId session) {
        return sql.sql("""
                        select h.session_id, h.version, h.people, h.changed_at, h.changed_by_id from app.headcount h
                        where h.tenant_id = :council and h.session_id = :session""")
                .param("session", session.value())
                .query(Headcounts::headcount)
                .optional()
                .orElseGet(() -> Headcount.none(session));
    }

    /** Returns the numbers of those of these sessions whose head count is recorded. */
    public Map<SessionId, Integer> of(Collection<SessionId> sessions) {
        var people = new HashMap<SessionId, Integer>();
        if (sessions.isEmpty()) {
            return people;
        }
        sql.sql("""
                        select h.session_id, h.people from app.headcount h
                        where h.tenant_id = :council and h.session_id in (:sessions)""")
                .param("sessions", sessions.stream().map(SessionId::value).toList())
                .query(row -> {
                    people.put(new SessionId(row.getObject("session_id", UUID.class)), row.getInt("people"));
                });
        return people;
    }

    /** Saves a changed head count if the stored one is still the one before it, and says whether it did. */
    boolean save(Headcount changed) {
        var people = Objects.requireNonNull(changed.people());
        var by = Objects.requireNonNull(changed.changedBy());
        var when = at(Objects.requireNonNull(changed.changedAt()));
        var statement = changed.version() == 1 ? """
                insert into app.headcount (tenant_id, session_id, version, people, changed_at, changed_by_id)
                values (:council, :session, :version, :people, :at, :by)
                on conflict (tenant_id, session_id) do nothing""" : """
                update app.headcount set version = :version, people = :people, changed_at = :at, changed_by_id = :by
                where tenant_id = :council and session_id = :session and version = :version - 1""";
        int saved = sql.sql(statement)
                .param("session", changed.session().value())
                .param("version", changed.version())
                .param("people", people)
                .param("at", when)
                .param("by", by.value())
                .update();
        if (saved == 0) {
            return false;
        }
        sql.sql("""
                        insert into app.headcount_change
                            (tenant_id, id, session_id, version, people, changed_at, changed_by_id)
                        values (:council, :id, :session, :version, :people, :at, :by)""")
                .param("id", UUID.randomUUID())
                .param("session", changed.session().value())
                .param("version", changed.version())
                .param("people", people)
                .param("at", when)
                .param("by", by.value())
                .update();
        return true;
    }

    /** Lists the numbers that were recorded for a session, the last one first. */
    List<Change> changes(SessionId session, @Nullable UUID after, int atMost) {
        return sql.sql("""
                        select c.id, c.people, c.changed_at, c.changed_by_id from app.headcount_change c
                        where c.tenant_id = :council and c.session_id = :session
                          and (cast(:after as uuid) is null or c.version <
                               (select a.version from app.headcount_change a
                                where a.tenant_id = :council and a.session_id = :session and a.id = :after))
                        order by c.version desc limit :most""")
                .param("session", session.value())
                .param("after", after)
                .param("most", atMost)
                .query((row, _) -> new Change(
                        row.getObject("id", UUID.class),
                        row.getInt("people"),
                        instant(row, "changed_at"),
                        new MemberId(row.getObject("changed_by_id", UUID.class))))
                .list();
    }

    private static Headcount headcount(ResultSet row, int number) throws SQLException {
        return new Headcount(
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getLong("version"),
                row.getInt("people"),
                instant(row, "changed_at"),
                new MemberId(row.getObject("changed_by_id", UUID.class)));
    }
}
