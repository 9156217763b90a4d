package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Records of the kinds that a council can hold, freshly made through the API, by the names that the API's paths use. Each
 * is made once, together with the records that it needs.
 */
final class World {

    static final String EVIDENCE_DRAFT = "/api/evidence-draft";

    private static final List<String> NAMES = List.of(
            "importId",
            "hubId",
            "roomId",
            "closureId",
            "sessionId",
            "slotId",
            "personId",
            "bookingId",
            "holdId",
            "extraPlaceId",
            "seriesId",
            "seriesSessionId",
            "walkInId",
            "personToTellId",
            "conversationId",
            "stepId",
            "noteId",
            "evidenceNoteId",
            "reportId",
            "concernId",
            "measureId",
            "assetId",
            "connectionId",
            "sentenceId",
            "mergeId");

    private final Client council;
    private final Map<String, String> ids = new HashMap<>();

    private World(Client council) {
        this.council = council;
    }

    /** Makes one record of every kind. Its session is tomorrow and has two slots of two places. */
    static World in(Client council) {
        return in(council, NAMES);
    }

    /** Makes the records whose names are given, and leaves out names of other kinds. */
    static World in(Client council, Collection<String> names) {
        var world = new World(council);
        names.stream().filter(NAMES::contains).forEach(world::make);
        return world;
    }

    /** Returns the id of each record by the name of its path parameter, for example {@code slotId}. */
    Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    private String make(String name) {
        var known = ids.get(name);
        if (known != null) {
            return known;
        }
        var id = made(name);
        ids.put(name, id);
        return id;
    }

    private String made(String name) {
        return switch (name) {
            case "importId" -> imported(council, "Made-up hall " + UUID.randomUUID());
            case "hubId" -> hub(council, "Made-up hub " + UUID.randomUUID());
            case "roomId" ->
                at(council.post("/api/hubs/" + make("hubId") + "/rooms", Map.of("name", "Room 2")), "/rooms/0/id");
            case "closureId" ->
                at(
                        council.post(
                                "/api/hubs/" + make("hubId") + "/closures",
                                closureOf(TestClock.today().plusDays(30))),
                        "/id");
            case "sessionId" ->
                at(session(council, make("hubId"), TestClock.today().plusDays(1), 2), "/id");
            case "slotId" -> slot(0);
            case "personId" -> person(council, "Gwen", "Prŷs-Jones");
            case "mergeId" ->
                at(
                        council.post(
                                "/api/person-merges",
                                Map.of(
                                        "mergedId",
                                        person(council, "Gwen", "Jones"),
                                        "keptId",
                                        make("personId"),
                                        "reason",
                                        "The same phone")),
                        "/id");
            case "bookingId" -> booking(council, make("slotId"), make("personId"));
            case "holdId" -> hold(council, slot(1));
            case "extraPlaceId" ->
                at(council.post("/api/slots/" + slot(1) + "/extra-places", Map.of("reason", "They are family")), "/id");
            case "seriesId" -> series(council, make("hubId"));
            case "seriesSessionId" -> at(council.get("/api/series/" + make("seriesId")), "/sessions/0/id");
            case "walkInId" -> walkIn(council, make("hubId"));
            case "personToTellId" -> personToTell();
            case "conversationId" ->
                at(council.post("/api/conversations", Map.of("personIds", List.of(make("personId")))), "/id");
            case "stepId" ->
                at(
                        council.post(
                                "/api/conversations/" + make("conversationId") + "/steps",
                                Map.of("what", "ring Colin")),
                        "/id");
            case "noteId" -> at(council.post("/api/figures/wait/notes", CrossCouncilTest.FIGURE_NOTE), "/id");
            case "evidenceNoteId" -> at(council.post("/api/evidence-notes", CrossCouncilTest.EVIDENCE_NOTE), "/id");
            case "reportId" -> at(publish(council, evidenceDraft(council)), "/id");
            case "concernId" ->
                at(council.post("/api/concerns", Map.of("worry", "A bruise", "actions", List.of("not-yet"))), "/id");
            case "measureId" ->
                at(council.post("/api/people/" + make("personId") + "/measures", answers("ons4")), "/id");
            case "connectionId" ->
                at(council.post("/api/conversations/" + make("conversationId") + "/connections", connection()), "/id");
            case "assetId" -> at(council.post("/api/assets", asset()), "/id");
            case "sentenceId" -> at(council.post("/api/people/" + make("personId") + "/about-me", sentence()), "/id");
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Returns the body of answers to this instrument on paper. */
    static Map<String, Object> answers(String instrument) {
        var item = instrument.equals("ons4") ? "happy" : "listened";
        return Map.of(
                "instrument",
                instrument,
                "day",
                "2026-01-05",
                "how",
                "paper",
                "answers",
                List.of(Map.of("item", item, "value", 2)));
    }

    /** Returns a new sentence of About me. */
    static Map<String, Object> sentence() {
        return Map.of(
                "heading",
                "matters",
                "text",
                "I like to see the door.",
                "saidBy",
                "person",
                "saidOn",
                TestClock.today().toString());
    }

    /** Makes a booking that staff cancel, so that its person must be told. */
    private String personToTell() {
        var booking = booking(council, slot(1), person(council, "Peter", "Lowe"));
        council.call("POST", "/api/bookings/" + booking + "/cancel", Map.of("askedBy", "us"), Map.of());
        return at(council.get("/api/hubs/" + make("hubId") + "/people-to-tell"), "/items/0/id");
    }

    private String slot(int number) {
        return at(council.get("/api/sessions/" + make("sessionId")), "/slots/" + number + "/id");
    }

    private static String at(Answer answer, String pointer) {
        assertThat(answer.succeeded()).as("%s", answer).isTrue();
        return answer.json().at(pointer).asString();
    }

    static String hub(Client council, String name) {
        imported(council, name);
        var found = council.get("/api/hubs?search=" + name.replace(" ", "%20"));
        return found.json().path("items").get(0).path("id").asString();
    }

    private static String imported(Client council, String name) {
        var imported = council.post(
                "/api/hubs/imports", "venue_name,address_1,postcode\n" + name + ",1 Made-up Street,ZY1 1ZZ\n");
        assertThat(imported.status()).as("import of a hub: %s", imported).isEqualTo(201);
        return imported.json().path("id").asString();
    }

    static Answer session(Client council, String hubId, LocalDate date, int placesPerSlot) {
        return session(
                council, hubId, new TestClock.Span(date, LocalTime.of(9, 30), LocalTime.of(11, 0)), placesPerSlot);
    }

    static Map<String, Object> connection() {
        return Map.of("name", "Made-up group", "way", "told", "contact", "person");
    }

    static Map<String, Object> asset() {
        return Map.of("name", "Made-up group " + UUID.randomUUID());
    }

    static Map<String, Object> hubForm() {
        return Map.of(
                "name",
                "Made-up hall " + UUID.randomUUID(),
                "address",
                List.of("1 Made-up Street"),
                "postcode",
                "ZY1 1ZZ",
                "accessFeatures",
                List.of("step-free"));
    }

    static Map<String, Object> closureOf(LocalDate day) {
        return Map.of("from", day.toString(), "to", day.toString(), "reason", "New floor");
    }

    /** Returns a series of two afternoons, each in a room of its own, so that the series overlaps no other session. */
    static Map<String, Object> seriesOf(LocalDate... days) {
        return Map.of(
                "repeats",
                "dates",
                "dates",
                Stream.of(days).map(LocalDate::toString).toList(),
                "keep",
                Stream.of(days).map(LocalDate::toString).toList(),
                "starts",
                "14:00",
                "ends",
                "15:00",
                "slotMinutes",
                30,
                "placesPerSlot",
                1,
                "room",
                "Room " + UUID.randomUUID());
    }

    static Map<String, Object> change() {
        return Map.of(
                "scope",
                "this",
                "starts",
                "15:00",
                "ends",
                "16:00",
                "slotMinutes",
                30,
                "placesPerSlot",
                1,
                "room",
                "Room " + UUID.randomUUID());
    }

    static String series(Client council, String hubId) {
        var today = TestClock.today();
        var made = council.post("/api/hubs/" + hubId + "/series", seriesOf(today.plusDays(3), today.plusDays(10)));
        assertThat(made.status()).as("a new series: %s", made).isEqualTo(201);
        return made.json().path("id").asString();
    }

    static String person(Client council, String firstName, String lastName) {
        var made = council.post(
                "/api/people",
                Map.of(
                        "firstName",
                        firstName,
                        "lastName",
                        lastName,
                        "phone",
                        "07700 900123",
                        "needs",
                        List.of("step-free")));
        assertThat(made.status()).as("a new person: %s", made).isEqualTo(201);
        return made.json().path("id").asString();
    }

    static String walkIn(Client council, String hubId) {
        var made = council.post(
                "/api/hubs/" + hubId + "/days/" + TestClock.today() + "/walk-ins", Map.of("reason", "talk"));
        assertThat(made.status()).as("a walk-in: %s", made).isEqualTo(201);
        return made.json().path("id").asString();
    }

    static String hold(Client council, String slotId) {
        var made = council.post("/api/slots/" + slotId + "/holds", Map.of());
        assertThat(made.status()).as("a hold: %s", made).isEqualTo(201);
        return made.json().path("id").asString();
    }

    static String booking(Client council, String slotId, String personId) {
        var made = council.post("/api/slots/" + slotId + "/bookings", Map.of("personId", personId));
        assertThat(made.status()).as("a booking: %s", made).isEqualTo(201);
        return made.json().path("id").asString();
    }

    /** Returns the session that a booking is in. */
    static String sessionOfBooking(Client council, String bookingId) {
        return at(council.get("/api/bookings/" + bookingId), "/sessionId");
    }

    /** Makes a booking whose time has come, at a hub of its own. */
    static String bookingNow(Client council) {
        var session = sessionNow(council, hub(council, "Made-up hub " + UUID.randomUUID()), 1);
        return booking(
                council, session.json().path("slots").get(0).path("id").asString(), person(council, "Peter", "Lowe"));
    }

    /** Makes a session around now, whose first slot has begun and is not over. */
    static Answer sessionNow(Client council, String hubId, int placesPerSlot) {
        return session(council, hubId, TestClock.aroundNow(), placesPerSlot);
    }

    /** Makes a session with slots of 45 minutes in Room 2. */
    static Answer session(Client council, String hubId, TestClock.Span span, int placesPerSlot) {
        var made = council.post(
                "/api/hubs/" + hubId + "/sessions",
                Map.of(
                        "date",
                        span.date().toString(),
                        "starts",
                        span.starts().toString(),
                        "ends",
                        span.ends().toString(),
                        "slotMinutes",
                        45,
                        "placesPerSlot",
                        placesPerSlot,
                        "room",
                        "Room 2"));
        assertThat(made.status()).as("a new session: %s", made).isEqualTo(201);
        return made;
    }

    /** Deletes the draft of a report, if there is one. */
    static void withoutEvidenceDraft(Client council) {
        var draft = council.get(EVIDENCE_DRAFT);
        if (draft.status() == 200) {
            council.call("DELETE", EVIDENCE_DRAFT, null, Map.of("If-Match", draft.header("ETag")));
        }
    }

    static Answer beginEvidenceDraft(Client council) {
        return council.call(
                "POST",
                EVIDENCE_DRAFT,
                null,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Makes a new draft of a report with a text in each section, and returns its ETag. */
    static String evidenceDraft(Client council) {
        withoutEvidenceDraft(council);
        beginEvidenceDraft(council);
        for (var section : council.get(EVIDENCE_DRAFT).json().at("/content/sections")) {
            council.put(
                    EVIDENCE_DRAFT + "/sections/" + section.path("section").asString(),
                    Map.of("text", "Made-up words of a section.\n\nA second paragraph."),
                    Map.of("If-Match", council.get(EVIDENCE_DRAFT).header("ETag")));
        }
        return council.get(EVIDENCE_DRAFT).header("ETag");
    }

    /** Publishes the draft of a report of this version. */
    static Answer publish(Client council, String version) {
        return council.call(
                "POST",
                "/api/evidence-reports",
                null,
                Map.of("If-Match", version, "Idempotency-Key", UUID.randomUUID().toString()));
    }
}
