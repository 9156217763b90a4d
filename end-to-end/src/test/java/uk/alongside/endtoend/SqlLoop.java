package uk.alongside.endtoend;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The service's statements to PostgreSQL and nothing around them, as a measure for the service and the gateway. They
 * run under the service's own role, through the same policies, with the context signed for each transaction.
 */
final class SqlLoop implements AutoCloseable {

    private static final int BATCH = 200;

    /** Takes the place of the code that a service gives each event. */
    private static final byte[] NO_CODE = new byte[32];

    private final Deployment deployed;
    private final UUID council;
    private final UUID member;
    private final String issuer;
    private final String subject;
    private final String keyId;
    private final byte[] key;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Connection> idleAtTheFloor = new ConcurrentLinkedQueue<>();
    private final List<Connection> all = new ArrayList<>();
    private final LongAdder sent = new LongAdder();

    SqlLoop(Deployment deployed) throws SQLException {
        this.deployed = deployed;
        this.council = UUID.fromString(deployed.councilId("larkshire"));
        this.member = UUID.fromString(deployed.anyMemberOf("larkshire"));
        var line = deployed.contextKey().strip().split(":", -1);
        this.keyId = line[0];
        this.key = HexFormat.of().parseHex(line[1]);
        var signIn = signIn();
        this.issuer = String.valueOf(signIn[0]);
        this.subject = String.valueOf(signIn[1]);
    }

    void book(UUID slot, UUID person) throws SQLException {
        asMember(connection -> {
            var id = once(connection);
            rows(
                    connection,
                    "select * from app.person where tenant_id = ? and id = ? and merged_into is null for no key update",
                    council,
                    person);
            var where = rows(
                            connection,
                            "update app.slot s set taken = s.taken + 1 where s.tenant_id = ? and s.id = ?"
                                    + " and s.taken < s.places and s.ends_at > now() and not s.withdrawn"
                                    + " returning s.hub_id, s.day, s.starts, s.ends, s.starts_at, s.ends_at, s.places, s.taken",
                            council,
                            slot)
                    .getFirst();
            var day = ((Date) Objects.requireNonNull(where[1])).toLocalDate();
            closures(connection, (UUID) Objects.requireNonNull(where[0]), day, day);
            rows(connection, "select * from app.person where tenant_id = ? and merged_into in (?)", council, person);
            rows(
                    connection,
                    "select b.id, b.slot_id, h.name, s.day, s.starts, s.ends, s.starts_at, s.ends_at,"
                            + " b.status = 'EXPECTED' or coalesce(not a.finished, false) from app.booking b"
                            + " join app.v_slot_times s on s.tenant_id = b.tenant_id and s.id = b.slot_id"
                            + " join app.v_hub_names h on h.tenant_id = s.tenant_id and h.id = s.hub_id"
                            + " left join app.v_attendance_finished a"
                            + " on a.tenant_id = b.tenant_id and a.id = b.attendance_id"
                            + " where b.tenant_id = ? and b.person_id = ? and b.status <> 'CANCELLED'"
                            + " and s.day between ?::date - 1 and ?::date + 1 order by s.starts_at, b.id",
                    council,
                    person,
                    where[1],
                    where[1]);
            rows(connection, "select * from app.hub where tenant_id = ? and id = ?", council, where[0]);
            update(
                    connection,
                    "insert into app.booking (tenant_id, id, version, slot_id, person_id, asked_on, booked_at, status,"
                            + " last_change, changed_at, changed_by_id)"
                            + " values (?, ?, 0, ?, ?, current_date, now(), 'EXPECTED', 'BOOKED', now(), ?)",
                    council,
                    id,
                    slot,
                    person,
                    member);
            update(
                    connection,
                    "update app.day_revision set revision = revision + 1 where tenant_id = ? and hub_id = ? and day = ?",
                    council,
                    where[0],
                    where[1]);
            audit(connection, "booked", "booking", List.of(id, person));
        });
    }

    void day(UUID hub, LocalDate day) throws SQLException {
        asMember(connection -> {
            hub(connection, hub, "");
            closures(connection, hub, day, day);
            var sessions = rows(
                    connection,
                    "select id, s.* from app.session s where tenant_id = ? and hub_id = ? and day = ? and status = 'PLANNED'"
                            + " order by starts_at",
                    council,
                    hub,
                    day);
            var slots = rows(
                    connection,
                    "select id, s.* from app.slot s where tenant_id = ? and session_id = any (?) order by starts_at",
                    council,
                    ids(connection, sessions));
            var bookings = rows(
                    connection,
                    "select person_id, attendance_id, b.* from app.booking b where tenant_id = ? and slot_id = any (?) order by booked_at",
                    council,
                    ids(connection, slots));
            rows(
                    connection,
                    "select * from app.walk_in where tenant_id = ? and hub_id = ? and day = ? order by arrived_at",
                    council,
                    hub,
                    day);
            var attendances = bookings.stream()
                    .map(booking -> (UUID) booking[1])
                    .filter(Objects::nonNull)
                    .toList();
            if (!attendances.isEmpty()) {
                rows(
                        connection,
                        "select * from app.attendance where tenant_id = ? and id = any (?)",
                        council,
                        array(connection, attendances.stream()));
            }
            rows(
                    connection,
                    "select slot_id, member_id = ? from app.hold where tenant_id = ? and slot_id = any (?)",
                    member,
                    council,
                    ids(connection, slots));
            rows(
                    connection,
                    "select session_id, people from app.headcount where tenant_id = ? and session_id = any (?)",
                    council,
                    ids(connection, sessions));
            rows(
                    connection,
                    "select * from app.person where tenant_id = ? and id = any (?)",
                    council,
                    ids(connection, bookings));
            var looked = new LinkedHashSet<UUID>(List.of(hub));
            bookings.forEach(booking -> looked.add((UUID) booking[0]));
            audit(connection, "read", "day", looked);
        });
    }

    void free(UUID hub, LocalDate from) throws SQLException {
        asMember(connection -> {
            hub(connection, hub, "");
            rows(connection, "select slot_id from app.hold where tenant_id = ? and member_id = ?", council, member);
            closures(connection, hub, from, from.plusDays(28));
            rows(
                    connection,
                    "select * from app.slot where tenant_id = ? and hub_id = ? and taken < places and ends_at > now()"
                            + " and not withdrawn and starts_at >= ? and starts_at < ? order by starts_at, id limit 60",
                    council,
                    hub,
                    midnight(from),
                    midnight(from.plusDays(28)));
        });
    }

    /** Finds people by the beginning of a word, as the search of people does. */
    void search(String word) throws SQLException {
        asMember(connection -> found(connection, people(connection, List.of("n:" + word))));
    }

    /** Finds people by a mistyped word: by its beginning, which finds no one, and then with each letter left out. */
    void searchMistyped(String word) throws SQLException {
        asMember(connection -> {
            people(connection, List.of("n:" + word));
            var forms = Stream.concat(
                            Stream.of("n:" + word, "m:" + word),
                            IntStream.range(0, word.length())
                                    .mapToObj(at -> "m:" + word.substring(0, at) + word.substring(at + 1)))
                    .toList();
            found(connection, people(connection, forms));
        });
    }

    private List<@Nullable Object[]> people(Connection connection, List<String> beginnings) throws SQLException {
        var values = new ArrayList<Object>(List.of(council, council));
        beginnings.forEach(beginning -> values.addAll(List.of(beginning, beginning + "\uffff")));
        return rows(
                connection,
                "select p.id from app.person p where p.tenant_id = ? and p.id in (select t.person_id from app.person_term t"
                        + " where t.tenant_id = ? and ("
                        + String.join(" or ", Collections.nCopies(beginnings.size(), "t.term >= ? and t.term < ?"))
                        + ")) order by coalesce(p.last_name, p.first_name), p.first_name, p.id limit 21",
                values.toArray());
    }

    private void found(Connection connection, List<@Nullable Object[]> found) throws SQLException {
        rows(
                connection,
                "select * from app.person where tenant_id = ? and id = any (?)",
                council,
                ids(connection, found));
        audit(
                connection,
                "read",
                "person",
                found.stream().map(row -> (UUID) row[0]).toList());
    }

    /** Saves a text that one member goes on typing in one box: the box and its last revision change. */
    void saveDraft(BenchConversations.Box box, byte[] text) throws SQLException {
        asMember(connection -> {
            rows(
                    connection,
                    "select * from app.conversation where tenant_id = ? and id = ? for key share",
                    council,
                    box.conversation());
            rows(
                    connection,
                    "select person_id from app.conversation_person where tenant_id = ? and conversation_id = ?"
                            + " order by added_at, person_id",
                    council,
                    box.conversation());
            rows(
                    connection,
                    "select id from app.conversation_box where tenant_id = ? and conversation_id = ? and prompt_id = ?",
                    council,
                    box.conversation(),
                    box.prompt());
            update(
                    connection,
                    "update app.conversation_box set version = version + 1, text = ?, from_tool = false, changed_at = now(),"
                            + " changed_by_id = ? where tenant_id = ? and conversation_id = ? and prompt_id = ? and version = ?",
                    text,
                    member,
                    council,
                    box.conversation(),
                    box.prompt(),
                    box.version());
            var last = rows(
                    connection,
                    "select id from app.conversation_revision where tenant_id = ? and conversation_id = ? and prompt_id = ?"
                            + " and box_version = ? and by_id is not null",
                    council,
                    box.conversation(),
                    box.prompt(),
                    box.version());
            update(
                    connection,
                    "update app.conversation_revision set box_version = box_version + 1, written_until = now(), text = ?"
                            + " where tenant_id = ? and id = ?",
                    text,
                    council,
                    last.getFirst()[0]);
        });
    }

    /** Reads a record with its boxes, as the page of a conversation does. */
    void conversation(UUID id) throws SQLException {
        asMember(connection -> {
            rows(connection, "select * from app.conversation where tenant_id = ? and id = ?", council, id);
            var people = rows(
                    connection,
                    "select person_id from app.conversation_person where tenant_id = ? and conversation_id = ?"
                            + " order by added_at, person_id",
                    council,
                    id);
            rows(
                    connection,
                    "select * from app.conversation_box where tenant_id = ? and conversation_id = ? order by prompt_id",
                    council,
                    id);
            rows(
                    connection,
                    "select * from app.person where tenant_id = ? and id = any (?)",
                    council,
                    ids(connection, people));
            audit(connection, "read", "conversation", List.of(id, (UUID) Objects.requireNonNull(people.getFirst()[0])));
        });
    }

    /** Reads the first page of a person's conversations, without their texts. */
    void conversationsOf(UUID person) throws SQLException {
        asMember(connection -> {
            rows(connection, "select * from app.person where tenant_id = ? and id = ?", council, person);
            var found = rows(
                    connection,
                    "select c.id, c.*, greatest(c.started_at, (select max(b.changed_at) from app.conversation_box b"
                            + " where b.tenant_id = ? and b.conversation_id = c.id)),"
                            + " (select count(*) from app.conversation_box b"
                            + " where b.tenant_id = ? and b.conversation_id = c.id)"
                            + " from app.conversation c join app.conversation_person p"
                            + " on p.tenant_id = c.tenant_id and p.conversation_id = c.id"
                            + " where c.tenant_id = ? and p.person_id = ?"
                            + " order by c.day desc, c.started_at desc, c.id desc limit 51",
                    council,
                    council,
                    council,
                    person);
            rows(
                    connection,
                    "select conversation_id, person_id from app.conversation_person"
                            + " where tenant_id = ? and conversation_id = any (?) order by added_at, person_id",
                    council,
                    ids(connection, found));
            rows(
                    connection,
                    "select * from app.person where tenant_id = ? and id = any (?)",
                    council,
                    array(connection, Stream.of(person)));
            names(connection);
            var looked = new LinkedHashSet<UUID>(List.of(person));
            found.forEach(row -> looked.add((UUID) row[0]));
            audit(connection, "read", "person", looked);
        });
    }

    private void names(Connection connection) throws SQLException {
        rows(
                connection,
                "select id, name from app.member where tenant_id = ? and id = any (?)",
                council,
                array(connection, Stream.of(member)));
    }

    /** Updates and inserts as a booking does, without a council bound and past all policies: the floor of the others. */
    void floor(UUID slot, UUID person) throws SQLException {
        var connection = idleAtTheFloor.poll();
        if (connection == null) {
            connection = deployed.superuser().getConnection();
            connection.setAutoCommit(false);
            synchronized (this) {
                all.add(connection);
            }
        }
        try {
            update(
                    connection,
                    "update app.slot set taken = taken + 1 where tenant_id = ? and id = ? and taken < places",
                    council,
                    slot);
            update(
                    connection,
                    "insert into app.booking (tenant_id, id, version, slot_id, person_id, asked_on, booked_at, status,"
                            + " last_change, changed_at, changed_by_id)"
                            + " values (?, ?, 0, ?, ?, current_date, now(), 'EXPECTED', 'BOOKED', now(), ?)",
                    council,
                    UUID.randomUUID(),
                    slot,
                    person,
                    member);
            connection.commit();
        } finally {
            idleAtTheFloor.add(connection);
        }
    }

    /** Returns the number of statements and commits that were sent since the last call. */
    long roundTrips() {
        return sent.sumThenReset();
    }

    private void closures(Connection connection, UUID hub, LocalDate from, LocalDate to) throws SQLException {
        rows(
                connection,
                "select id, first_day, last_day, reason from app.hub_closure where tenant_id = ? and hub_id = ?"
                        + " and first_day <= ? and last_day >= ? order by first_day, id",
                council,
                hub,
                to,
                from);
    }

    void series(UUID id) throws SQLException {
        asMember(connection -> {
            var series = rows(
                            connection,
                            "select hub_id, s.* from app.series s where tenant_id = ? and id = ?",
                            council,
                            id)
                    .getFirst();
            hub(connection, (UUID) series[0], "");
            rows(
                    connection,
                    "select * from app.session where tenant_id = ? and series_id = ? and day >= current_date order by starts_at",
                    council,
                    id);
        });
    }

    /** Plans a session on this weekday in each week of a year, with four slots each. */
    void plan(UUID hub, DayOfWeek weekday) throws SQLException {
        var first = TestClock.today().plusDays(1).with(TemporalAdjusters.nextOrSame(weekday));
        var last = TestClock.today().plusYears(1);
        asMember(connection -> {
            var id = once(connection);
            hub(connection, hub, " for no key update");
            rows(connection, "select * from app.council where tenant_id = ? and id = ?", council, council);
            rows(
                    connection,
                    "select * from app.hub_closure where tenant_id = ? and hub_id = ? and first_day <= ? and last_day >= ?",
                    council,
                    hub,
                    last,
                    first);
            rows(
                    connection,
                    "select * from app.session where tenant_id = ? and hub_id = ? and day between ? and ? and status = 'PLANNED'",
                    council,
                    hub,
                    first,
                    last);
            rows(
                    connection,
                    "select * from ops.scheduled_tasks where task_name = 'series-rolling' and task_instance = ?",
                    council.toString());
            update(
                    connection,
                    "insert into app.series (tenant_id, id, version, hub_id, first_day, recurrence, skipped, planned_until,"
                            + " starts, ends, breaks, slot_minutes, places, staff)"
                            + " values (?, ?, 0, ?, ?, 'RRULE:FREQ=WEEKLY', '', ?, '09:30', '12:30', '', 45, 1, '{}')",
                    council,
                    id,
                    hub,
                    first,
                    last);
            var sessions = new ArrayList<Object[]>();
            var slots = new ArrayList<Object[]>();
            first.datesUntil(last, Period.ofWeeks(1)).forEach(day -> {
                var session = UUID.randomUUID();
                sessions.add(new Object[] {
                    council, session, hub, day, at(day, LocalTime.of(9, 30)), at(day, LocalTime.of(12, 30)), id, day
                });
                for (int i = 0; i < 4; i++) {
                    var from = LocalTime.of(9, 30).plusMinutes(45L * i);
                    slots.add(new Object[] {
                        council,
                        UUID.randomUUID(),
                        session,
                        hub,
                        day,
                        from,
                        from.plusMinutes(45),
                        at(day, from),
                        at(day, from.plusMinutes(45))
                    });
                }
            });
            batch(
                    connection,
                    "insert into app.session (tenant_id, id, version, hub_id, day, starts, ends, starts_at, ends_at, slot_minutes,"
                            + " places, series_id, series_day) values (?, ?, 0, ?, ?, '09:30', '12:30', ?, ?, 45, 1, ?, ?)",
                    sessions);
            batch(
                    connection,
                    "insert into app.slot (tenant_id, id, session_id, hub_id, day, starts, ends, starts_at, ends_at,"
                            + " places, taken) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)",
                    slots);
            audit(connection, "created", "series", List.of(id));
        });
    }

    private void hub(Connection connection, UUID hub, String lock) throws SQLException {
        rows(connection, "select * from app.hub where tenant_id = ? and id = ?" + lock, council, hub);
    }

    /** Creates a row under an unused idempotency key, and returns its id. */
    private UUID once(Connection connection) throws SQLException {
        var id = UUID.randomUUID();
        update(
                connection,
                "insert into app.idempotency (tenant_id, caller_id, key, route, body_hash, resource_id, created_at)"
                        + " values (?, ?, ?, 'bench', ?, ?, now()) on conflict (tenant_id, caller_id, key) do nothing",
                council,
                member,
                id.toString(),
                sha256(id.toString()),
                id);
        return id;
    }

    /** Appends an audit event. The services seal their own events; those of this loop are not sealed. */
    private void audit(Connection connection, String action, String kind, Collection<UUID> ids) throws SQLException {
        update(
                connection,
                "insert into app.audit_event"
                        + " (tenant_id, id, actor_kind, actor, action, kind, subjects, details, key_id, mac)"
                        + " values (?, ?, 'member', ?, ?, ?, ?, '[]', 'bench', ?)",
                council,
                UUID.randomUUID(),
                member,
                action,
                kind,
                ids.stream()
                        .map(id -> "\"" + id + "\"")
                        .collect(joining(
                                ",", "[{\"ids\":[", "],\"kind\":\"" + kind + "\",\"what\":\"" + action + "\"}]")),
                NO_CODE);
    }

    private interface Statements {
        void run(Connection connection) throws SQLException;
    }

    /** Looks up the member in one statement, as the service does before each request. */
    private void asMember(Statements statements) throws SQLException {
        var connection = idle.poll();
        if (connection == null) {
            connection = opened();
        }
        try {
            connection.setAutoCommit(true);
            if (rows(
                            connection,
                            "select id, name, roles from app.member_of(?, ?, ?, now())",
                            context(),
                            issuer,
                            subject)
                    .isEmpty()) {
                throw new SQLException("The member was not found.");
            }
            connection.setAutoCommit(false);
        } finally {
            idle.add(connection);
        }
        inTransaction(statements);
    }

    private @Nullable Object[] signIn() throws SQLException {
        var found = new ArrayList<@Nullable Object[]>();
        inTransaction(connection -> found.addAll(rows(
                connection, "select issuer, subject from app.member where tenant_id = ? and id = ?", council, member)));
        return found.getFirst();
    }

    private void inTransaction(Statements statements) throws SQLException {
        var connection = idle.poll();
        if (connection == null) {
            connection = opened();
        }
        try {
            rows(connection, "select app.bind(?, 10)", context());
            statements.run(connection);
            connection.commit();
            sent.increment();
        } finally {
            idle.add(connection);
        }
    }

    private synchronized Connection opened() throws SQLException {
        var connection = DriverManager.getConnection(
                deployed.jdbcUrl(), "conversations_app", deployed.databasePassword("conversations_app"));
        connection.setAutoCommit(false);
        all.add(connection);
        return connection;
    }

    private String context() {
        var claim = "v1|" + keyId + "|" + council + "|conversations_app|"
                + Instant.now().plusSeconds(300).getEpochSecond();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return claim + "|" + HexFormat.of().formatHex(mac.doFinal(claim.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return at(day, LocalTime.MIDNIGHT);
    }

    private static OffsetDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(TestClock.LONDON).toOffsetDateTime();
    }

    private static Array ids(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        return array(connection, rows.stream().map(row -> (UUID) row[0]).distinct());
    }

    private static Array array(Connection connection, Stream<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private List<@Nullable Object[]> rows(Connection connection, String sql, Object... values) throws SQLException {
        sent.increment();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<@Nullable Object[]>();
            try (var rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    var row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = rows.getObject(i + 1);
                    }
                    found.add(row);
                }
            }
            return found;
        }
    }

    private void update(Connection connection, String sql, Object... values) throws SQLException {
        updateAll(1, connection, sql, values);
    }

    private void updateAll(int expected, Connection connection, String sql, Object... values) throws SQLException {
        sent.increment();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (statement.executeUpdate() != expected) {
                throw new SQLException("changed another number of rows: " + sql);
            }
        }
    }

    private void batch(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (var row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            int[] last = statement.executeBatch();
            if (Arrays.stream(last).anyMatch(count -> count < 1)) {
                throw new SQLException("inserted nothing: " + sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : all) {
            connection.close();
        }
    }
}
