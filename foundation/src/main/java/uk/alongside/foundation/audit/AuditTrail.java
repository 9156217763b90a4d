package uk.alongside.foundation.audit;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.audit.Audit.Deed;
import uk.alongside.foundation.audit.AuditEvent.ActorKind;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSql;

/** Reads and appends the rows of the bound council's audit chain: events, seals, and the index of subjects. */
final class AuditTrail {

    private static final String EVENT =
            "e.id, e.at, e.actor_kind, e.actor, e.action, e.kind, e.subjects, e.details, e.key_id as event_key, e.mac as event_mac";

    /** The record that events were removed, or given another time, before they were sealed. */
    static final Deed LOST = new Deed("lost", "audit");

    private static final JsonMapper JSON = new JsonMapper();

    /** Seven parameters each at most: far below the 65,535 that one statement may have. */
    private static final int ROWS_AT_ONCE = 1_000;

    private final CouncilSql sql;
    private final JdbcClient jdbc;
    private final AuditKeys keys;

    AuditTrail(CouncilSql sql, JdbcClient jdbc, AuditKeys keys) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.keys = keys;
    }

    private record Actor(ActorKind kind, @Nullable UUID id) {

        static Actor current() {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
                return new Actor(ActorKind.MEMBER, caller.member().value());
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

    /** An event that this process has appended, and the time that the database gave it. */
    record Appended(UUID council, UUID id, Instant at) {}

    /** Appends an event in the caller's transaction. It waits for no other event, and a sealer chains it afterwards. */
    Appended append(Deed main, Map<Deed, Set<UUID>> deeds, List<AuditValue> values) {
        var actor = Actor.current();
        var written = new AuditEvent.Written(
                CouncilContext.council(),
                UUID.randomUUID(),
                actor.kind(),
                actor.id(),
                main.what(),
                main.kind(),
                subjects(deeds),
                JSON.writeValueAsString(values));
        var key = keys.current();
        return sql.sql("""
                        insert into app.audit_event
                            (tenant_id, id, actor_kind, actor, action, kind, subjects, details, key_id, mac)
                        values (:council, :id, :actorKind, :actor::uuid, :action, :kind, :subjects, :details, :key, :mac)
                        returning at""")
                .param("id", written.id())
                .param("actorKind", written.actorKind().word())
                .param("actor", actor.id() == null ? null : actor.id().toString())
                .param("action", written.action())
                .param("kind", written.kind())
                .param("subjects", written.subjects())
                .param("details", written.details())
                .param("key", key)
                .param("mac", written.mac(key, keys).orElseThrow().bytes())
                .query((row, _) -> new Appended(written.council(), written.id(), instant(row, "at")))
                .single();
    }

    private static String subjects(Map<Deed, Set<UUID>> deeds) {
        return deeds.entrySet().stream()
                .map(deed -> "{\"ids\":["
                        + deed.getValue().stream().map(id -> "\"" + id + "\"").collect(joining(","))
                        + "],\"kind\":\"" + deed.getKey().kind()
                        + "\",\"what\":\"" + deed.getKey().what() + "\"}")
                .collect(joining(",", "[", "]"));
    }

    /** Admits one sealer to the council's chain until the end of this transaction. */
    void lockForSealing() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:chain, 0))")
                .param("chain", "audit " + CouncilContext.council())
                .query((_, _) -> true)
                .single();
    }

    Instant now() {
        return jdbc.sql("select clock_timestamp() as now")
                .query((row, _) -> instant(row, "now"))
                .single();
    }

    /** The place of an event in the order of time. */
    record Place(Instant at, UUID event) {}

    /** Returns the places of the first events after this time and id, in order. */
    List<Place> places(Instant at, UUID id, int atMost) {
        return sql.sql("""
                        select e.at, e.id from app.audit_event e
                        where e.tenant_id = :council and (e.at, e.id) > (:at, :id)
                        order by e.at, e.id limit :most""")
                .param("at", at(at))
                .param("id", id)
                .param("most", atMost)
                .query((row, _) -> new Place(instant(row, "at"), row.getObject("id", UUID.class)))
                .list();
    }

    /** Returns these events in the order of their times. */
    List<AuditEvent> events(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.sql("select " + EVENT + """
                         from app.audit_event e
                        where e.tenant_id = :council and e.id = any (:ids)
                        order by e.at, e.id""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> event(row))
                .list();
    }

    /** Returns those of these events that are there with the time that the database gave them. */
    Set<UUID> unchanged(Collection<Appended> events) {
        return sql
                .sql("""
                        select e.id, e.at from app.audit_event e
                        where e.tenant_id = :council and e.id = any (:events)""")
                .param("events", events.stream().map(Appended::id).toArray(UUID[]::new))
                .query((row, _) ->
                        new Appended(CouncilContext.council(), row.getObject("id", UUID.class), instant(row, "at")))
                .list()
                .stream()
                .filter(events::contains)
                .map(Appended::id)
                .collect(toSet());
    }

    /**
     * Returns those of these events that have a seal. A join would check the bound council once more for each event, a
     * list of ids does so once.
     */
    Set<UUID> sealed(Collection<UUID> events) {
        return sql.sql("select event_id from app.audit_seal where tenant_id = :council and event_id = any (:events)")
                .param("events", events.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("event_id", UUID.class))
                .set();
    }

    /** The number of events without a seal, and how many of them are older than this. */
    record Unsealed(long all, long late) {}

    Unsealed countUnsealed(Duration late) {
        return sql.sql("""
                        select count(*) as n, count(*) filter (where e.at < clock_timestamp() - make_interval(secs => :late)) as late
                        from app.audit_event e
                        left join app.audit_seal s on s.tenant_id = e.tenant_id and s.event_id = e.id
                        where e.tenant_id = :council and s.event_id is null""")
                .param("late", (double) late.toSeconds())
                .query((row, _) -> new Unsealed(row.getLong("n"), row.getLong("late")))
                .single();
    }

    /** Returns true if the index of subjects names an event that has no seal. */
    boolean hasSubjectsWithoutSeal() {
        return sql.sql("""
                        select exists (
                            select from app.audit_subject u
                            left join app.audit_seal s on s.tenant_id = u.tenant_id and s.event_id = u.event_id
                            where u.tenant_id = :council and s.event_id is null)""").query(Boolean.class).single();
    }

    void insert(List<AuditSeal> seals) {
        insertRows(
                "insert into app.audit_seal (tenant_id, seq, event_id, sealed_at, key_id, prev, mac) values ",
                "(?, ?, ?, ?, ?, ?, ?)",
                "",
                seals.stream()
                        .map(seal -> List.<Object>of(
                                seal.council(),
                                seal.seq(),
                                seal.event(),
                                at(seal.sealedAt()),
                                seal.key(),
                                seal.prev().bytes(),
                                seal.mac().bytes()))
                        .toList());
    }

    /** Inserts into the index. A row that is there already cannot stop the sealer; verification compares the rows. */
    void insertSubjects(List<AuditEvent> events) {
        insertRows(
                "insert into app.audit_subject (tenant_id, id, event_id) values ",
                "(?, ?, ?)",
                " on conflict do nothing",
                events.stream()
                        .flatMap(event ->
                                event.ids().stream().map(id -> List.<Object>of(event.council(), id, event.id())))
                        .toList());
    }

    private void insertRows(String insert, String row, String conflict, List<List<Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
            jdbc.sql(insert + some.stream().map(_ -> row).collect(joining(", ")) + conflict)
                    .params(some.stream().flatMap(List::stream).toList())
                    .update();
        }
    }

    /** A seal with its event, or with none if the event was removed, and the ids under which the index finds it. */
    record Link(AuditSeal seal, @Nullable AuditEvent event, Set<UUID> indexed) {

        /** Returns true if a service made this seal for this event as it is now. */
        boolean isGenuine(AuditKeys keys) {
            return event != null
                    && seal.computedMac(event, keys).filter(seal.mac()::equals).isPresent();
        }
    }

    /** Returns the links after this number, in order. */
    List<Link> after(long seq, int atMost) {
        return links("s.seq > :seq order by s.seq", seq, atMost);
    }

    /** Returns the links up to this number, in the opposite order. */
    List<Link> upTo(long seq, int atMost) {
        return links("s.seq <= :seq order by s.seq desc", seq, atMost);
    }

    private List<Link> links(String which, long seq, int atMost) {
        return sql.sql("select s.seq, s.event_id, s.sealed_at, s.key_id, s.prev, s.mac, " + EVENT + """
                        , (select string_agg(u.id::text, ',') from app.audit_subject u
                             where u.tenant_id = :council and u.event_id = s.event_id) as indexed
                        from app.audit_seal s
                        left join app.audit_event e on e.tenant_id = s.tenant_id and e.id = s.event_id
                        where s.tenant_id = :council and\s""" + which
                        + " limit :most")
                .param("seq", seq)
                .param("most", atMost)
                .query((row, _) -> new Link(
                        seal(row), row.getObject("id") == null ? null : event(row), ids(row.getString("indexed"))))
                .list();
    }

    private static Set<UUID> ids(@Nullable String list) {
        return list == null
                ? Set.of()
                : Arrays.stream(list.split(",", -1)).map(UUID::fromString).collect(toSet());
    }

    Optional<AuditSeal> find(long seq) {
        return sql.sql("""
                        select seq, event_id, sealed_at, key_id, prev, mac from app.audit_seal
                        where tenant_id = :council and seq = :seq""").param("seq", seq).query((row, _) -> seal(row)).optional();
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

    /** Returns true if a seal with this code exists under another number. */
    boolean isElsewhere(Digest mac, long than) {
        return sql.sql("""
                        select exists (select from app.audit_seal
                                       where tenant_id = :council and mac = :mac and seq <> :than)""")
                .param("mac", mac.bytes())
                .param("than", than)
                .query(Boolean.class)
                .single();
    }

    private static AuditSeal seal(ResultSet row) throws SQLException {
        return new AuditSeal(
                CouncilContext.council(),
                row.getLong("seq"),
                row.getObject("event_id", UUID.class),
                instant(row, "sealed_at"),
                row.getString("key_id"),
                new Digest(row.getBytes("prev")),
                new Digest(row.getBytes("mac")));
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                new AuditEvent.Written(
                        CouncilContext.council(),
                        row.getObject("id", UUID.class),
                        ActorKind.of(row.getString("actor_kind")),
                        row.getObject("actor", UUID.class),
                        row.getString("action"),
                        row.getString("kind"),
                        row.getString("subjects"),
                        row.getString("details")),
                instant(row, "at"),
                row.getString("event_key"),
                new Digest(row.getBytes("event_mac")));
    }
}
