package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One record of every kind that a council can hold, freshly made through the API, by the names that the API's paths
 * use.
 *
 * @param ids each record's id by the name of its path parameter, for example {@code slotId}
 */
record World(Map<String, String> ids) {

    /** Makes a hub, a session for tomorrow with two slots of two places, a person, and their booking. */
    static World in(Client council) {
        var ids = new HashMap<String, String>();
        ids.put("importId", imported(council, "Made-up hall " + UUID.randomUUID()));
        ids.put("hubId", hub(council, "Made-up hub " + UUID.randomUUID()));
        var session = session(council, ids.get("hubId"), TestClock.today().plusDays(1), 2);
        ids.put("sessionId", session.json().path("id").asString());
        ids.put("slotId", session.json().path("slots").get(0).path("id").asString());
        ids.put("personId", person(council, "Gwen", "Prŷs-Jones"));
        ids.put("bookingId", booking(council, ids.get("slotId"), ids.get("personId")));
        var withRoom = council.post("/api/hubs/" + ids.get("hubId") + "/rooms", Map.of("name", "Room 2"));
        ids.put("roomId", withRoom.json().path("rooms").get(0).path("id").asString());
        var closure = council.post(
                "/api/hubs/" + ids.get("hubId") + "/closures",
                closureOf(TestClock.today().plusDays(30)));
        ids.put("closureId", closure.json().path("id").asString());
        ids.put("seriesId", series(council, ids.get("hubId")));
        ids.put(
                "seriesSessionId",
                council.get("/api/series/" + ids.get("seriesId"))
                        .json()
                        .path("sessions")
                        .get(0)
                        .path("id")
                        .asString());
        ids.put(
                "holdId",
                hold(council, session.json().path("slots").get(1).path("id").asString()));
        var extraPlace = council.post(
                "/api/slots/" + session.json().path("slots").get(1).path("id").asString() + "/extra-places",
                Map.of("reason", "They are family"));
        ids.put("extraPlaceId", extraPlace.json().path("id").asString());
        ids.put("walkInId", walkIn(council, ids.get("hubId")));
        return new World(Map.copyOf(ids));
    }

    String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
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
}
