package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Checks that each statement that Hibernate or JdbcClient sends names the council once for each table that it touches.
 */
@ServiceTest
class StatementsTest {

    /** A table or view. The function {@code app.member_of} names the bound council itself. */
    private static final Pattern TABLE =
            Pattern.compile("(?:from|join|into|update)\\s+app\\.(?!member_of\\()(\\w+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern FOR_WHICH_COUNCIL = Pattern.compile("tenant_id\\s*=|\\(\\s*tenant_id|,\\s*tenant_id");

    @LocalServerPort
    private int port;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Logger> loggers = Stream.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    @BeforeEach
    void listen() {
        log.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.addAppender(log);
        });
    }

    @AfterEach
    void stop() {
        loggers.forEach(logger -> {
            logger.setLevel(null);
            logger.detachAppender(log);
        });
    }

    @Test
    void nameTheirCouncilForEachTable() {
        everythingThatTheServiceDoes();

        var statements = listened().stream()
                .map(ILoggingEvent::getFormattedMessage)
                .map(message -> message.replaceFirst("^Executing prepared SQL statement \\[", ""))
                .filter(statement -> TABLE.matcher(statement).find())
                .distinct()
                .toList();

        assertThat(statements).hasSizeGreaterThan(30);
        assertThat(statements.stream()
                        .flatMap(statement -> TABLE.matcher(statement).results().map(found -> found.group(1))))
                .contains(
                        "council",
                        "member",
                        "hub",
                        "hub_closure",
                        "hub_room",
                        "series",
                        "session",
                        "slot",
                        "person",
                        "person_term",
                        "person_merge",
                        "asset",
                        "asset_term",
                        "attendance",
                        "booking",
                        "hold",
                        "extra_place",
                        "walk_in",
                        "conversation",
                        "conversation_person",
                        "conversation_box",
                        "conversation_revision",
                        "conversation_writer",
                        "step",
                        "step_change",
                        "measure",
                        "measure_correction",
                        "connection",
                        "connection_change",
                        "about_me_sentence",
                        "about_me_change",
                        "about_me_look",
                        "communication",
                        "conclusion",
                        "conclusion_correction",
                        "addendum",
                        "day_revision",
                        "headcount",
                        "headcount_change",
                        "v_booking_unfinished",
                        "idempotency");
        assertThat(statements)
                .allSatisfy(statement -> assertThat(
                                FOR_WHICH_COUNCIL.matcher(statement).results().count())
                        .as(statement)
                        .isGreaterThanOrEqualTo(
                                TABLE.matcher(statement).results().count()));
    }

    /** With the binding of the council and the commit, a booking and a board make at most 13 round trips each. */
    @Test
    void areNoMoreThanABookingAndABoardNeed() {
        var council = TestCouncil.create(port);
        var staff = council.hubStaff();
        var hub = council.hub("Library");
        var tomorrow = TestCouncil.today().plusDays(1);
        var slot = council.session(hub, tomorrow, 1)
                .path("slots")
                .path(0)
                .path("id")
                .asString();
        var person = council.person("Margaret", "Ellison");

        assertThat(statementsOf(() -> book(staff, slot, person), 201)).hasSizeLessThanOrEqualTo(11);
        assertThat(statementsOf(() -> staff.get("/api/hubs/" + hub + "/days/" + tomorrow), 200))
                .hasSizeLessThanOrEqualTo(11);
    }

    private List<String> statementsOf(Supplier<Api.Answer> request, int status) {
        synchronized (log) {
            log.list.clear();
        }
        assertThat(request.get().status()).isEqualTo(status);
        return listened().stream()
                .filter(event -> event.getThreadName().contains("tomcat"))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("app."))
                .toList();
    }

    /** Copies the log under the lock that other writers, such as jobs, use. */
    private List<ILoggingEvent> listened() {
        synchronized (log) {
            return List.copyOf(log.list);
        }
    }

    private void everythingThatTheServiceDoes() {
        var council = TestCouncil.create(port);
        var staff = council.member("hub-staff", "lead", "practitioner");
        var hub = council.hub("Library");
        staff.csv(
                "/api/hubs/imports",
                "venue_name,address_1,postcode\nLibrary,2 High Street,HX1 1UJ\n".getBytes(StandardCharsets.UTF_8));
        var asset = "/api/assets/"
                + staff.post("/api/assets", "{\"name\": \"Shed\"}")
                        .json()
                        .path("id")
                        .asString();
        var changed = "{\"details\": {\"name\": \"Choir\", \"hubId\": \"" + hub + "\"}, \"active\": true}";
        assertThat(staff.put(asset, changed, "If-Match", "\"0\"").status()).isEqualTo(200);
        for (var path : List.of("/api/assets", "/api/assets?search=chior")) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(200);
        }
        var today = TestCouncil.today();
        var session = council.session(hub, today, "00:00", "00:00", 240, 1);
        var slot = session.path("slots").path(5).path("id").asString();
        var person = council.person("Margaret", "Ellison");
        var booking = book(staff, slot, person).json().path("id").asString();
        assertThat(book(staff, slot, council.person("Tom", "Akande")).status()).isEqualTo(409);
        assertThat(staff.post("/api/bookings/" + booking + "/check-in", "").status())
                .isEqualTo(200);
        for (var change : List.of("start", "undo", "finish", "undo", "did-not-attend")) {
            assertThat(staff.post("/api/bookings/" + booking + "/" + change, "{}")
                            .status())
                    .isIn(200, 409);
        }
        var slots = council.session(council.hub("Annex"), today.plusDays(1), 1).path("slots");
        var other = book(staff, slots.path(0).path("id").asString(), person);
        var moving = "/api/bookings/" + other.json().path("id").asString();
        var held = staff.post("/api/slots/" + slots.path(1).path("id").asString() + "/holds", "");
        var heldId = held.json().path("id").asString();
        assertThat(staff.post(
                                moving + "/move",
                                "{\"slotId\": \"" + slots.path(1).path("id").asString() + "\", \"holdId\": \"" + heldId
                                        + "\"}")
                        .status())
                .isEqualTo(200);
        var given = staff.post("/api/slots/" + slots.path(2).path("id").asString() + "/holds", "");
        assertThat(staff.send("DELETE", "/api/holds/" + given.json().path("id").asString(), null)
                        .status())
                .isEqualTo(204);
        assertThat(staff.post(
                                "/api/slots/" + slots.path(2).path("id").asString() + "/extra-places",
                                "{\"reason\": \"family\"}")
                        .status())
                .isEqualTo(201);
        assertThat(staff.post(moving + "/cancel", "{\"askedBy\": \"us\"}").status())
                .isEqualTo(200);
        assertThat(staff.post(moving + "/undo", "").status()).isEqualTo(200);
        assertThat(staff.get(moving).status()).isEqualTo(200);
        var walkIn = staff.post("/api/hubs/" + hub + "/days/" + today + "/walk-ins", "{\"reason\": \"talk\"}");
        for (var change : List.of("start", "finish", "undo")) {
            assertThat(staff.post("/api/walk-ins/" + walkIn.json().path("id").asString() + "/" + change, "")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(staff.put("/api/people/" + person, """
                        {"firstName": "Ann", "lastName": "Ellison", "noContact": true, "needs": []}""", "If-Match", "\"0\"").status())
                .isEqualTo(200);
        assertThat(staff.post("/api/people/search", "{\"text\": \"elisson ann\"}")
                        .json()
                        .path("items"))
                .hasSize(1);
        for (var path : List.of(
                "/api/council",
                "/api/hubs",
                "/api/hubs?search=lib",
                "/api/hubs/" + hub,
                "/api/hubs/" + hub + "/sessions",
                "/api/hubs/" + hub + "/days/" + today,
                "/api/hubs/" + hub + "/days/" + today + "/events?seconds=2",
                "/api/hubs/" + hub + "/free-slots",
                "/api/sessions/" + session.path("id").asString(),
                "/api/people/" + person,
                "/api/people/" + person + "/bookings",
                "/api/people/" + person + "/access-log")) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(200);
        }
        var sessionPath = "/api/sessions/" + session.path("id").asString();
        assertThat(staff.put(sessionPath + "/headcount", "{\"people\": 4}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        assertThat(staff.post(sessionPath + "/paper-records", """
                        {"bookings": [], "walkIns": [{"reason": "talk", "arrived": "00:00"}],
                         "headcount": {"people": 5, "version": 1}}""").status()).isEqualTo(200);
        for (var read : List.of(
                sessionPath + "/headcount/changes",
                "/api/weeks/" + today,
                "/api/overdue-work",
                "/api/figures",
                "/api/figures/wait",
                "/api/figures/wait/publication",
                "/api/figures/wait/notes",
                "/api/figures/waiting-now/sessions?from=" + today + "&hubId=" + hub,
                "/api/evidence",
                "/api/evidence-reports",
                "/api/comparisons",
                "/api/client-level-data/2026-07-01",
                "/api/sheet-sharing",
                "/api/sheets",
                "/api/sheets/next/quarter")) {
            assertThat(staff.get(read).status()).as(read).isEqualTo(200);
        }
        evidence(staff);
        assertThat(staff.post("/api/figures/waiting-now/people", """
                        {"hubId": "%s", "by": "quarter", "from": "%s", "reason": "To ring them"}""".formatted(hub, today))
                        .status())
                .isEqualTo(200);
        var series = staff.post(
                "/api/hubs/" + hub + "/series",
                "{\"repeats\": \"dates\", \"dates\": [\"" + today.plusDays(7)
                        + "\"], \"starts\": \"10:00\", \"ends\": \"11:00\", \"slotMinutes\": 30, \"keep\": [\""
                        + today.plusDays(7) + "\"]}");
        assertThat(series.status()).as(series.toString()).isEqualTo(201);
        for (var path : List.of(
                "/api/hubs/" + hub + "/series",
                "/api/series/" + series.json().path("id").asString())) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(200);
        }
        var form = "{\"name\": \"Hall\", \"address\": [\"1 High Street\"], \"postcode\": \"HX1 1UJ\"}";
        var hall =
                "/api/hubs/" + staff.post("/api/hubs", form).json().path("id").asString();
        assertThat(staff.put(hall, form, "If-Match", "\"0\"").status()).isEqualTo(200);
        var rooms = staff.post(hall + "/rooms", "{\"name\": \"Room 2\"}").json().path("rooms");
        staff.send("DELETE", hall + "/rooms/" + rooms.path(0).path("id").asString(), null);
        var closure = "{\"from\": \"" + today + "\", \"to\": \"" + today + "\", \"reason\": \"New floor\"}";
        var closed = staff.post(hall + "/closures", closure).json().path("id").asString();
        assertThat(staff.send("DELETE", hall + "/closures/" + closed, null).status())
                .isEqualTo(204);
        var merge = "/api/person-merges/"
                + staff.post(
                                "/api/person-merges",
                                "{\"mergedId\": \"" + council.person("Peg", "Ellison") + "\", \"keptId\": \"" + person
                                        + "\", \"reason\": \"The same phone\"}")
                        .json()
                        .path("id")
                        .asString();
        assertThat(staff.post(merge + "/merge", "").status()).isEqualTo(200);
        for (var path : List.of(
                "/api/person-merges?status=merged",
                "/api/people/" + person + "/merges",
                "/api/people/" + person + "/timeline",
                "/api/last-spoken")) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(staff.post(merge + "/undo", "{\"reason\": \"Sisters\"}").status())
                .isEqualTo(200);
        council.member(UUID.randomUUID(), "active", 2, "viewer");
        recordConversations(staff, person, council.person("Tom", "Akande"));
    }

    private static void recordConversations(Api staff, UUID person, UUID other) {
        var body = "{\"personIds\": [\"" + person + "\"]}";
        var empty = staff.post("/api/conversations", body).header("Location");
        assertThat(staff.send("DELETE", empty, null).status()).isEqualTo(204);
        var conversation = staff.post("/api/conversations", body).header("Location");
        for (int version = 0; version < 2; version++) {
            assertThat(staff.put(
                                    conversation + "/boxes/prompt.notes",
                                    "{\"text\": \"Her garden\", \"fromTool\": false}",
                                    "If-Match",
                                    "\"" + version + "\"")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(staff.post(conversation + "/writers/me", "{}").status()).isEqualTo(200);
        assertThat(staff.send("DELETE", conversation + "/writers/me", null).status())
                .isEqualTo(204);
        assertThat(staff.send(
                                "POST",
                                conversation + "/people",
                                "{\"personId\": \"" + other + "\"}",
                                "If-Match",
                                "\"0\"")
                        .status())
                .isEqualTo(200);
        assertThat(staff.send("DELETE", conversation + "/people/" + other, null, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(staff.send(
                                "POST",
                                conversation + "/moves",
                                "{\"fromPersonId\": \"" + person + "\", \"toPersonId\": \"" + other
                                        + "\", \"reason\": \"Namesakes\"}",
                                "If-Match",
                                "\"2\"",
                                "Idempotency-Key",
                                "move")
                        .status())
                .isEqualTo(200);
        assertThat(staff.send(
                                "POST",
                                conversation + "/moves",
                                "{\"fromPersonId\": \"" + other + "\", \"toPersonId\": \"" + person
                                        + "\", \"reason\": \"A slip\"}",
                                "If-Match",
                                "\"3\"",
                                "Idempotency-Key",
                                "back")
                        .status())
                .isEqualTo(200);
        for (var path : List.of(
                conversation,
                conversation + "/moves",
                "/api/people/" + person + "/moved-conversations",
                conversation + "/revisions",
                "/api/conversations?recordedBy=all",
                "/api/people/" + person + "/conversations")) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(200);
        }
        var steps = conversation + "/steps";
        var step = steps + "/"
                + staff.post(steps, "{\"what\": \"ring\"}").json().path("id").asString();
        var done =
                "{\"details\": {\"what\": \"ring\", \"owner\": \"family\", \"due\": \"2026-01-05\"}, \"status\": \"done\"}";
        assertThat(staff.put(step, done, "If-Match", "\"0\"").status()).isEqualTo(200);
        assertThat(staff.get("/api/steps").status()).isEqualTo(200);
        var answers = "\"day\": \"" + TestCouncil.today()
                + "\", \"how\": \"paper\", \"answers\": [{\"item\": \"happy\", \"value\": 6}]";
        var measures = "/api/people/" + person + "/measures";
        var measure = measures + "/"
                + staff.post(measures, "{\"instrument\": \"ons4\", " + answers + "}")
                        .json()
                        .path("id")
                        .asString();
        assertThat(staff.put(measure, "{" + answers + ", \"reason\": \"A slip\"}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        for (var path : List.of(measures, "/api/instruments", "/api/measures/change")) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(200);
        }
        var shed = "{\"name\": \"Shed\", \"way\": \"told\", \"contact\": \"person\"}";
        var connection = conversation + "/connections/"
                + staff.post(conversation + "/connections", shed)
                        .json()
                        .path("id")
                        .asString();
        var happened = "{\"details\": " + shed + ", \"status\": \"happened\"}";
        assertThat(staff.put(connection, happened, "If-Match", "\"0\"").status())
                .isEqualTo(200);
        assertThat(staff.send("DELETE", connection, null, "If-Match", "\"1\"").status())
                .isEqualTo(204);
        var said = "{\"heading\": \"matters\", \"text\": \"I like to see the door.\", \"saidBy\": \"person\","
                + " \"saidOn\": \"" + TestCouncil.today() + "\"}";
        var aboutMe = "/api/people/" + person + "/about-me";
        var sentence =
                aboutMe + "/" + staff.post(aboutMe, said).json().path("id").asString();
        var away = "{\"details\": " + said + ", \"takenAway\": true, \"reason\": \"No longer so\"}";
        assertThat(staff.put(sentence, away, "If-Match", "\"0\"").status()).isEqualTo(200);
        assertThat(staff.post(conversation + "/about-me-looks/" + person, "").status())
                .isEqualTo(200);
        assertThat(staff.put("/api/people/" + person + "/communication", "{}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        for (var path : List.of(
                aboutMe,
                conversation + "/about-me-looks",
                "/api/people/" + person + "/communication",
                "/api/communication-reviews")) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(200);
        }
        var tried = "{\"decisions\": {\"kind\": \"tried-to-reach\", \"day\": \"" + TestCouncil.today()
                + "\"}, \"toolTextRead\": false}";
        assertThat(staff.send(
                                "POST",
                                conversation + "/finish",
                                tried,
                                "If-Match",
                                "\"4\"",
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(200);
        assertThat(staff.put(
                                conversation + "/conclusion",
                                tried.replace("\"toolTextRead\": false", "\"reason\": \"Wrong\""),
                                "If-Match",
                                "\"0\"")
                        .status())
                .isEqualTo(200);
        assertThat(staff.post(conversation + "/addenda", "{\"text\": \"More\"}").status())
                .isEqualTo(201);
    }

    private static Api.Answer book(Api staff, String slot, UUID person) {
        return staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
    }

    /** Writes, changes and removes a note, and publishes a report. */
    private static void evidence(Api staff) {
        var note = "{\"statement\": \"learning\", \"kind\": \"staff\", \"type\": \"story\", \"words\": \"We meet\"}";
        var path = "/api/evidence-notes/"
                + staff.post("/api/evidence-notes", note).json().path("id").asString();
        assertThat(staff.put(path, note, "If-Match", "\"0\"").status()).isEqualTo(200);
        assertThat(staff.send("DELETE", path, null, "If-Match", "\"1\"").status())
                .isEqualTo(204);
        var draft = staff.post("/api/evidence-draft", "");
        assertThat(draft.status()).as(draft.toString()).isEqualTo(201);
        int version = 0;
        for (var section : draft.json().at("/content/sections").findValuesAsString("section")) {
            var written = staff.put(
                    "/api/evidence-draft/sections/" + section,
                    "{\"text\": \"Words\"}",
                    "If-Match",
                    "\"" + version++ + "\"");
            assertThat(written.status()).as(written.toString()).isEqualTo(200);
        }
        var published = staff.send(
                "POST",
                "/api/evidence-reports",
                null,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "If-Match",
                "\"8\"");
        assertThat(published.status()).as(published.toString()).isEqualTo(201);
        assertThat(staff.get(published.header("Location")).status()).isEqualTo(200);
    }
}
