package uk.alongside.foundation.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.audit.AuditEvent.ActorKind;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.SqlTimes;

/** Finds the bound council's audit events, newest first. */
public class AuditReader {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String EVENTS = """
            select e.id, s.seq, e.at, e.actor_kind, e.actor, m.name, e.action, e.kind, e.subjects, e.details
            from app.audit_event e
            left join app.audit_seal s on s.tenant_id = e.tenant_id and s.event_id = e.id
            left join app.member m on m.tenant_id = e.tenant_id and m.id = e.actor
            """;

    /**
     * The condition that an event names a record. The index of subjects finds the sealed events, and an event counts
     * only if it names the record itself, because a row of the index is no evidence.
     */
    private static final String NAMES_ID = """
            (position(:id in e.subjects) > 0 and (
                e.id in (select u.event_id from app.audit_subject u
                         where u.tenant_id = :council and u.id = :id::uuid)
                or e.at >= (select coalesce(max(l.sealed_at), '-infinity') - interval '1 hour'
                            from app.audit_seal l where l.tenant_id = :council) and s.event_id is null))
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final CouncilSql sql;

    AuditReader(CouncilSql sql) {
        this.sql = sql;
    }

    /**
     * An event for people to read: who did what, and when. Only a member's event has a name, and it is the member's
     * own. An event without a number is not sealed yet.
     */
    public record Line(
            UUID id,
            @Nullable Long seq,
            Instant at,
            ActorKind actorKind,
            @Nullable UUID actor,
            @Nullable String name,
            String action,
            String kind,
            List<Part> parts,
            List<AuditValue> values) {

        boolean isRead() {
            return parts.stream().allMatch(part -> part.what().equals(Audit.READ));
        }

        /** Returns the ids that the event's own action concerned. */
        List<UUID> mainIds() {
            return parts.stream()
                    .filter(part -> part.kind().equals(kind) && part.what().equals(action))
                    .flatMap(part -> part.ids().stream())
                    .toList();
        }

        /** Returns the residents whom the event names. */
        List<UUID> people() {
            return parts.stream()
                    .filter(part -> part.kind().equals(AuditSubjects.PERSON))
                    .flatMap(part -> part.ids().stream())
                    .toList();
        }
    }

    /** One action on one kind of record, and the ids of the records. */
    public record Part(List<UUID> ids, String kind, String what) {

        public Part {
            ids = List.copyOf(ids);
        }
    }

    /**
     * The filter of a search; a null component does not filter. Days are days in the Europe/London time zone.
     *
     * @param subject the id of a record that the event must name
     * @param after the last event of the page before, after which the search goes on
     */
    public record Wanted(
            @Nullable String kind,
            @Nullable MemberId actor,
            @Nullable UUID subject,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID after) {

        static final Wanted EVERYTHING = new Wanted(null, null, null, null, null, null);

        Wanted before(@Nullable UUID event) {
            return new Wanted(kind, actor, subject, from, to, event);
        }
    }

    /** Returns the newest events that match the filter, or those before the event that the filter names. */
    @Transactional(readOnly = true)
    public List<Line> find(Wanted wanted, int atMost) {
        return sql.sql(EVENTS + """
                        where e.tenant_id = :council
                          and (:kind::text is null or e.kind = :kind)
                          and (:actor::uuid is null or e.actor = :actor::uuid)
                          and (:from::timestamptz is null or e.at >= :from::timestamptz)
                          and (:to::timestamptz is null or e.at < :to::timestamptz)
                          and (:id::text is null or
                        """ + NAMES_ID + """
                          )
                          and (:after::uuid is null or (e.at, e.id) < (
                              select b.at, b.id from app.audit_event b
                              where b.tenant_id = :council and b.id = :after::uuid))
                        order by e.at desc, e.id desc limit :most""")
                .param("kind", wanted.kind())
                .param("id", wanted.subject() == null ? null : wanted.subject().toString())
                .param(
                        "actor",
                        wanted.actor() == null ? null : wanted.actor().value().toString())
                .param("from", wanted.from() == null ? null : beginning(wanted.from()))
                .param("to", wanted.to() == null ? null : beginning(wanted.to().plusDays(1)))
                .param("after", wanted.after() == null ? null : wanted.after().toString())
                .param("most", atMost)
                .query((row, _) -> line(row))
                .list();
    }

    /**
     * Returns the newest events about one record, or those before the event {@code after}. The caller has checked in the
     * same transaction that the record exists.
     */
    public List<Line> about(UUID id, @Nullable UUID after, int atMost) {
        return sql.sql(EVENTS + """
                        where e.tenant_id = :council and
                        """ + NAMES_ID + """
                          and (:after::uuid is null or (e.at, e.id) < (
                              select b.at, b.id from app.audit_event b
                              where b.tenant_id = :council and b.id = :after::uuid))
                        order by e.at desc, e.id desc limit :most""")
                .param("id", id.toString())
                .param("after", after == null ? null : after.toString())
                .param("most", atMost)
                .query((row, _) -> line(row))
                .list();
    }

    private static String beginning(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant().toString();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("seq", Long.class),
                SqlTimes.instant(row, "at"),
                ActorKind.of(row.getString("actor_kind")),
                row.getObject("actor", UUID.class),
                row.getString("name"),
                row.getString("action"),
                row.getString("kind"),
                List.of(JSON.readValue(row.getString("subjects"), Part[].class)),
                List.of(JSON.readValue(row.getString("details"), AuditValue[].class)));
    }
}
