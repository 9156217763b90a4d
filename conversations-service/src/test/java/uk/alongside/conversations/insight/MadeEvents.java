package uk.alongside.conversations.insight;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.TestCouncil;

/**
 * Writes made events into the database, for tests that compare counts with numbers worked out by hand. Days in tables are
 * counted from the first day, which is 0.
 */
public final class MadeEvents {

    private static final String DROP_IN = "Drop-in";

    private final Map<String, UUID> people = new HashMap<>();
    private final Map<String, UUID> conversations = new HashMap<>();
    private final TestCouncil council;
    private final UUID hub;
    private final LocalDate first;

    public MadeEvents(TestCouncil council, UUID hub, LocalDate first) {
        this.council = council;
        this.hub = hub;
        this.first = first;
    }

    /** Returns the id of a person by the first name in the tables. */
    public UUID person(String name) {
        return requireNonNull(people.get(name), name);
    }

    /** Returns the id of the conversation of a person on a day. */
    public UUID conversation(String name, String day) {
        return requireNonNull(conversations.get(name + day), name + day);
    }

    /**
     * Writes what happened into the database. Who was introduced had neither a booking nor a walk-in. A table without kinds
     * is of drop-ins.
     */
    public void happened(String events) {
        for (var event : rows(events)) {
            var person = person(event.get("person"), event.get("born"));
            var day = day(event.get("day"));
            var attendance = event.get("came").equals("came") ? attendance(person, day, event.get("how")) : null;
            var kind = event.cells().getOrDefault("kind", DROP_IN);
            if (event.get("how").equals("booked")) {
                booking(person, slot(day, kind), day(event.get("asked")), event.get("came"), attendance);
            } else if (event.get("how").equals("walked in")) {
                session(day, kind);
                walkIn(person, day, attendance);
            }
            if (!event.get("outcome").isEmpty()) {
                conversations.put(
                        event.get("person") + event.get("day"),
                        conversation(person, day, attendance, event.get("outcome")));
            }
        }
    }

    /** Records an answer by the API, because it is encrypted. */
    public void record(
            Api practitioner,
            String person,
            String instrument,
            LocalDate day,
            String item,
            String answer,
            @Nullable UUID conversation) {
        record(practitioner, person, instrument, day, "{\"item\": \"%s\", %s}".formatted(item, answer), conversation);
    }

    /** Records several answers of one day by the API, because they are encrypted. */
    public void record(
            Api practitioner,
            String person,
            String instrument,
            LocalDate day,
            String answers,
            @Nullable UUID conversation) {
        var recorded = practitioner.post("/api/people/" + people.get(person) + "/measures", """
                {"instrument": "%s", "day": "%s", "how": "asked"%s,
                 "answers": [%s]}""".formatted(
                        instrument,
                        day,
                        conversation == null ? "" : ", \"conversationId\": \"" + conversation + "\"",
                        answers));
        assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    }

    public UUID person(String name, String born) {
        return people.computeIfAbsent(name, _ -> {
            var id = council.person(name, "Made-up " + name);
            insert(
                    "update app.person set date_of_birth = cast(:born as date) where id = :id",
                    Map.of("id", id, "born", born.isEmpty() ? "" : born + "-01-01"));
            return id;
        });
    }

    private UUID session(LocalDate day, String kind) {
        var id = UUID.randomUUID();
        insert(
                """
                insert into app.session (tenant_id, id, version, hub_id, day, starts, ends, starts_at, ends_at, kind)
                values (:council, :id, 0, :hub, :day, '09:30', '12:30', :at, :at + interval '3 hours', :kind)""",
                Map.of(
                        "id",
                        id,
                        "hub",
                        hub,
                        "day",
                        day,
                        "kind",
                        kind,
                        "at",
                        day.atTime(9, 30).atOffset(ZoneOffset.UTC)));
        return id;
    }

    public UUID slot(LocalDate day) {
        return slot(day, DROP_IN);
    }

    private UUID slot(LocalDate day, String kind) {
        var id = UUID.randomUUID();
        insert(
                """
                insert into app.slot (tenant_id, id, session_id, hub_id, day, starts, ends, starts_at, ends_at, places)
                values (:council, :id, :session, :hub, :day, '09:30', '10:15', :at, :at + interval '45 minutes', 2)""",
                Map.of(
                        "id",
                        id,
                        "session",
                        session(day, kind),
                        "hub",
                        hub,
                        "day",
                        day,
                        "at",
                        day.atTime(9, 30).atOffset(ZoneOffset.UTC)));
        return id;
    }

    public UUID attendance(UUID person, LocalDate day, String how) {
        var id = UUID.randomUUID();
        insert(
                """
                insert into app.attendance (tenant_id, id, version, person_id, hub_id, day, came_by, arrived_at,
                                            started_at, practitioner_id, changed_at)
                values (:council, :id, 0, :person, :hub, :day, :how, :at, :at, :id, :at)""",
                Map.of(
                        "id",
                        id,
                        "person",
                        person,
                        "hub",
                        hub,
                        "day",
                        day,
                        "how",
                        how.equals("booked") ? "BOOKING" : "WALK_IN",
                        "at",
                        day.atTime(9, 30).atOffset(ZoneOffset.UTC)));
        return id;
    }

    public UUID booking(UUID person, UUID slot, LocalDate asked, String came, @Nullable UUID attendance) {
        var status = Map.of(
                "came", "CAME",
                "did not attend", "DID_NOT_ATTEND",
                "cancelled", "CANCELLED",
                "cancelled by us", "CANCELLED",
                "expected", "EXPECTED");
        var id = UUID.randomUUID();
        var values = new HashMap<String, Object>(Map.of(
                "id",
                id,
                "slot",
                slot,
                "person",
                person,
                "asked",
                asked,
                "at",
                asked.atTime(9, 0).atOffset(ZoneOffset.UTC),
                "status",
                status.get(came),
                "for",
                came.equals("cancelled") ? "PERSON" : came.equals("cancelled by us") ? "US" : "",
                "attendance",
                attendance == null ? "" : attendance.toString()));
        insert("""
                insert into app.booking (tenant_id, id, version, slot_id, person_id, asked_on, booked_at, status,
                                         cancelled_for, attendance_id)
                values (:council, :id, 0, :slot, :person, :asked, :at, :status, nullif(:for, ''),
                        cast(nullif(:attendance, '') as uuid))""", values);
        return id;
    }

    public void walkIn(UUID person, LocalDate day, @Nullable UUID attendance) {
        insert(
                """
                insert into app.walk_in (tenant_id, id, version, hub_id, day, person_id, reason, asked_on, arrived_at,
                                         status, attendance_id, changed_at)
                values (:council, :id, 0, :hub, :day, :person, 'TALK', :day, :at, 'SEEN', :attendance, :at)""",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "hub",
                        hub,
                        "day",
                        day,
                        "person",
                        person,
                        "attendance",
                        attendance,
                        "at",
                        day.atTime(9, 30).atOffset(ZoneOffset.UTC)));
    }

    public UUID conversation(UUID person, LocalDate day, @Nullable UUID attendance, String outcome) {
        var id = UUID.randomUUID();
        var values = Map.of(
                "id",
                id,
                "attendance",
                attendance == null ? "" : attendance.toString(),
                "hub",
                hub,
                "day",
                day,
                "person",
                person,
                "at",
                day.atTime(9, 30).atOffset(ZoneOffset.UTC),
                "outcome",
                (Object) outcome.toUpperCase(Locale.ROOT).replace('-', '_'));
        insert("""
                insert into app.conversation (tenant_id, id, version, attendance_id, hub_id, day, status, prompts,
                                              started_at, started_by_id)
                values (:council, :id, 0, cast(nullif(:attendance, '') as uuid), :hub, :day, 'FINISHED', '[]', :at,
                        :id)""", values);
        insert("""
                insert into app.conversation_person (tenant_id, conversation_id, person_id, added_at, added_by_id)
                values (:council, :id, :person, :at, :id)""", values);
        insert("""
                insert into app.conclusion (tenant_id, id, conversation_id, version, kind, explained_as, outcome, support,
                                            words, tool_text_read, finished_at, finished_by_id)
                values (:council, :id, :id, 0, 'CONVERSATION', 'TALK', :outcome, 'NONE', '\\x00', false,
                        :at + interval '30 minutes', :id)""", values);
        return id;
    }

    /** Records a visitor who did not say who they are, and with whom a conversation began. */
    public void walkInWithoutAName(LocalDate day) {
        session(day, DROP_IN);
        var visit = Map.of(
                "id",
                UUID.randomUUID(),
                "hub",
                hub,
                "day",
                (Object) day,
                "at",
                day.atTime(9, 30).atOffset(ZoneOffset.UTC));
        insert("""
                insert into app.attendance (tenant_id, id, version, hub_id, day, came_by, arrived_at, started_at,
                                            practitioner_id, changed_at)
                values (:council, :id, 0, :hub, :day, 'WALK_IN', :at, :at, :id, :at)""", visit);
        insert("""
                insert into app.walk_in (tenant_id, id, version, hub_id, day, reason, asked_on, arrived_at, status,
                                         attendance_id, changed_at)
                values (:council, :id, 0, :hub, :day, 'TALK', :day, :at, 'SEEN', :id, :at)""", visit);
    }

    /** Merges a person into another one. */
    public void merge(String merged, String kept) {
        insert(
                "update app.person set merged_into = :kept where tenant_id = :council and id = :merged",
                Map.of("merged", person(merged), "kept", person(kept)));
    }

    /** Makes a person's booking one that was moved after the person did not come on this day. */
    public void missed(String name, LocalDate day) {
        insert("""
                update app.booking set missed_slot_ids = array[cast(:slot as uuid)]
                where tenant_id = :council and person_id = :person""", Map.of("slot", slot(day), "person", person(name)));
    }

    /** Adds a next step to the conversation of a person on a day. */
    public void step(String name, String day) {
        insert("""
                insert into app.step (tenant_id, id, conversation_id, version, words, owner, status, added_at, added_by_id)
                values (:council, :id, :conversation, 0, '\\x00', 'PERSON', 'OPEN', now(), :id)""", Map.of("id", UUID.randomUUID(), "conversation", conversation(name, day)));
    }

    /** Adds a connection to the conversation of a person on a day. */
    public void connection(String name, String day, String status) {
        insert("""
                insert into app.connection (tenant_id, id, conversation_id, version, words, way, contact, status, added_at,
                                            added_by_id)
                values (:council, :id, :conversation, 0, '\\x00', 'TOLD', 'PERSON', :status, now(), :id)""", Map.of("id", UUID.randomUUID(), "conversation", conversation(name, day), "status", status));
    }

    private void insert(String statement, Map<String, Object> values) {
        var empty = "".equals(values.get("born"));
        if (!empty) {
            RunningService.superuser()
                    .sql(statement)
                    .params(values)
                    .param("council", council.id())
                    .update();
        }
    }

    public LocalDate day(String offset) {
        return first.plusDays(Integer.parseInt(offset));
    }

    /** A row of a table, by the names of its columns. */
    public record Row(Map<String, String> cells) {

        public String get(String column) {
            return requireNonNull(cells.get(column), column);
        }
    }

    /** Reads a table: a line of names, then a line for each row. */
    public static List<Row> rows(String table) {
        var lines = table.lines().map(MadeEvents::cells).toList();
        var names = lines.getFirst();
        return lines.stream()
                .skip(1)
                .map(cells -> {
                    var row = new HashMap<String, String>();
                    for (int number = 0; number < names.size(); number++) {
                        row.put(names.get(number), number < cells.size() ? cells.get(number) : "");
                    }
                    return new Row(row);
                })
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
