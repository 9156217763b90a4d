package uk.alongside.foundation.audit;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import uk.alongside.foundation.audit.Audit.Deed;
import uk.alongside.foundation.audit.AuditEvent.ActorKind;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.wall.CouncilContext;

/** Reads and appends the rows of the bound council's audit chain. */
final class AuditTrail {

    private static final String EVENTS =
            "select seq, at, actor_kind, actor, action, kind, subjects, prev, hash from app.audit_event ";

    /** Three parameters each: far below the 65,535 that one statement may have. */
    private static final int SUBJECTS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Actor(ActorKind kind, @Nullable UUID id) {

        static Actor current() {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
                return new Actor(ActorKind.MEMBER, caller.member());
            }
            if (authentication instanceof JwtAuthenticationToken operator
                    && operator.getAuthorities().stream()
                            .anyMatch(granted -> Role.OPERATE.equals(granted.getAuthority()))) {
                return new Actor(ActorKind.OPERATOR, uuid(operator.getToken().getSubject()));
            }
            return new Actor(ActorKind.SERVICE, null);
        }

        private static @Nullable UUID uuid(@Nullable String subject) {
            try {
                return subject == null ? null : UUID.fromString(subject);
            } catch (IllegalArgumentException _) {
                return null;
            }
        }
    }

    /**
     * Appends an event. An advisory lock admits one writer to each chain from here to the end of the writer's
     * transaction.
     */
    void append(Deed main, Map<Deed, Set<UUID>> deeds) {
        var council = CouncilContext.council();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:chain, 0))")
                .param("chain", "audit " + council)
                .query((_, _) -> true)
                .single();
        var end = end();
        var actor = Actor.current();
        var event = AuditEvent.after(
                end.hash(),
                council,
                end.seq() + 1,
                end.now(),
                actor.kind(),
                actor.id(),
                main.what(),
                main.kind(),
                subjects(deeds));
        insert(event, deeds.values().stream().flatMap(Set::stream).distinct().toList());
    }

    /** The end of the chain, and the database's current time. */
    private record End(Instant now, long seq, Digest hash) {}

    private End end() {
        var council = CouncilContext.council();
        return jdbc.sql("""
                        select clock_timestamp() as now, last.seq, last.hash
                        from (values (1)) as one left join (
                            select seq, hash from app.audit_event
                            where tenant_id = :council order by seq desc limit 1) last on true""")
                .param("council", council)
                .query((row, _) -> new End(
                        instant(row, "now"),
                        row.getLong("seq"),
                        row.getBytes("hash") == null ? AuditEvent.genesis(council) : digest(row, "hash")))
                .single();
    }

    private void insert(AuditEvent event, Collection<UUID> ids) {
        jdbc.sql("""
                        insert into app.audit_event
                            (tenant_id, seq, at, actor_kind, actor, action, kind, subjects, prev, hash)
                        values (:council, :seq, :at, :actorKind, :actor::uuid, :action, :kind, :subjects, :prev, :hash)""")
                .param("council", event.council())
                .param("seq", event.seq())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actorKind", event.actorKind().word())
                .param("actor", event.actor() == null ? null : event.actor().toString())
                .param("action", event.action())
                .param("kind", event.kind())
                .param("subjects", event.subjects())
                .param("prev", event.prev().bytes())
                .param("hash", event.hash().bytes())
                .update();
        var left = List.copyOf(ids);
        for (int from = 0; from < left.size(); from += SUBJECTS_AT_ONCE) {
            insertSubjects(event, left.subList(from, Math.min(from + SUBJECTS_AT_ONCE, left.size())));
        }
    }

    private void insertSubjects(AuditEvent event, List<UUID> ids) {
        var values = new ArrayList<Object>();
        for (var id : ids) {
            values.add(event.council());
            values.add(id);
            values.add(event.seq());
        }
        jdbc.sql("insert into app.audit_subject (tenant_id, id, seq) values "
                        + ids.stream().map(_ -> "(?, ?, ?)").collect(joining(", ")))
                .params(values)
                .update();
    }

    private static String subjects(Map<Deed, Set<UUID>> deeds) {
        return deeds.entrySet().stream()
                .map(deed -> "{\"ids\":["
                        + deed.getValue().stream().map(id -> "\"" + id + "\"").collect(joining(","))
                        + "],\"kind\":\"" + deed.getKey().kind()
                        + "\",\"what\":\"" + deed.getKey().what() + "\"}")
                .collect(joining(",", "[", "]"));
    }

    /** Returns the events after this number, in order. */
    List<AuditEvent> after(long seq, int atMost) {
        return jdbc.sql(EVENTS + """
                        where tenant_id = :council and seq > :seq
                        order by seq limit :most""")
                .param("council", CouncilContext.council())
                .param("seq", seq)
                .param("most", atMost)
                .query((row, _) -> event(row))
                .list();
    }

    Optional<AuditEvent> find(long seq) {
        return jdbc.sql(EVENTS + "where tenant_id = :council and seq = :seq")
                .param("council", CouncilContext.council())
                .param("seq", seq)
                .query((row, _) -> event(row))
                .optional();
    }

    Optional<AuditEvent> last() {
        return jdbc.sql(EVENTS + """
                        where tenant_id = :council order by seq desc limit 1""")
                .param("council", CouncilContext.council())
                .query((row, _) -> event(row))
                .optional();
    }

    /**
     * Takes the council's verification lock until the end of this transaction. Returns false if another verification
     * holds it.
     */
    boolean isForOneVerification() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:verification, 0))")
                .param("verification", "audit verification " + CouncilContext.council())
                .query(Boolean.class)
                .single();
    }

    /** Returns true if an event with this hash exists under another number. */
    boolean isElsewhere(Digest hash, long than) {
        return jdbc.sql("""
                        select exists (select from app.audit_event
                                       where tenant_id = :council and hash = :hash and seq <> :than)""")
                .param("council", CouncilContext.council())
                .param("hash", hash.bytes())
                .param("than", than)
                .query(Boolean.class)
                .single();
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                CouncilContext.council(),
                row.getLong("seq"),
                instant(row, "at"),
                ActorKind.of(row.getString("actor_kind")),
                row.getObject("actor", UUID.class),
                row.getString("action"),
                row.getString("kind"),
                row.getString("subjects"),
                digest(row, "prev"),
                digest(row, "hash"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Digest digest(ResultSet row, String column) throws SQLException {
        return new Digest(row.getBytes(column));
    }
}
