package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Checks that the service rejects characters that the database cannot hold and days outside the calendar, without a
 * 500.
 */
@ServiceTest
class WhatIsTypedTest {

    private static final String NUL = "\\u0000";
    private static final String HALF = "\\ud800";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api lead;
    private UUID hub;

    @BeforeEach
    void aHub() {
        council = TestCouncil.create(port);
        lead = council.member("lead", "hub-staff");
        hub = council.hub("Library");
    }

    @Test
    void hasNoCharacterThatCannotBePrinted() {
        var tomorrow = TestCouncil.today().plusDays(1);
        var session = council.session(hub, tomorrow, 1);
        var slot = session.path("slots").path(0).path("id").asString();
        var id = session.path("id").asString();
        for (var typed : new String[] {"a" + NUL, HALF}) {
            assertRefused(
                    "/api/hubs/" + hub + "/days/" + TestCouncil.today() + "/walk-ins",
                    "{\"reason\": \"talk\", \"name\": \"%s\"}",
                    typed,
                    "name");
            assertRefused("/api/slots/" + slot + "/extra-places", "{\"reason\": \"%s\"}", typed, "reason");
            assertRefused("/api/sessions/" + id + "/cancel/preview", "{\"reason\": \"%s\"}", typed, "reason");
            assertRefused(
                    "/api/series/" + UUID.randomUUID() + "/end/preview",
                    "{\"last\": \"" + tomorrow + "\", \"reason\": \"%s\"}",
                    typed,
                    "reason");
            assertRefused(
                    "/api/hubs/" + hub + "/sessions",
                    "{\"date\": \"" + tomorrow + "\", \"starts\": \"14:00\", \"ends\": \"15:00\", \"room\": \"%s\"}",
                    typed,
                    "room");
            for (var field : new String[] {"name", "directions", "website"}) {
                var hall = "{\"name\": \"Hall\", \"address\": [\"1 High Street\"], \"postcode\": \"HX1 1UJ\"}";
                assertRefused(
                        "/api/hubs",
                        field.equals("name")
                                ? hall.replace("Hall", "%s")
                                : hall.replace("\"address\"", "\"" + field + "\": \"https://a%s\", \"address\""),
                        typed,
                        field);
            }
            assertRefused("/api/hubs/" + hub + "/rooms", "{\"name\": \"%s\"}", typed, "name");
            assertRefused(
                    "/api/hubs/" + hub + "/closures",
                    "{\"from\": \"" + tomorrow + "\", \"to\": \"" + tomorrow + "\", \"reason\": \"%s\"}",
                    typed,
                    "reason");
        }
    }

    @Test
    void findsAHubWhateverInvisibleCharactersAreTyped() {
        assertThat(total("%E2%80%8Blib%C2%ADrary%C2%A0")).isEqualTo(1);
        for (var typed : new String[] {"%00Library", "lib%07rary", "%EF%BF%BD"}) {
            var refused = lead.get("/api/hubs?search=" + typed);
            assertThat(refused.status()).as(typed).isEqualTo(400);
            assertThat(refused.text()).contains("\"pointer\":\"#/search\",\"code\":\"TypedText\"");
        }
    }

    @Test
    void isOneRoomHoweverItIsSpelt() {
        var tomorrow = TestCouncil.today().plusDays(1);
        var plan = "{\"date\": \"" + tomorrow + "\", \"starts\": \"14:00\", \"ends\": \"15:00\", \"room\": \"%s\"}";
        assertThat(lead.post("/api/hubs/" + hub + "/sessions", plan.formatted("Room 2"))
                        .status())
                .isEqualTo(201);
        assertThat(lead.post("/api/hubs/" + hub + "/sessions", plan.formatted("Tŷ Bach"))
                        .status())
                .isEqualTo(201);
        assertThat(lead.post("/api/hubs/" + hub + "/rooms", "{\"name\": \"Tŷ Bach\"}")
                        .status())
                .isEqualTo(201);
        for (var room : new String[] {
            "Room  2", "Room\\u00a02", "Room 2\\u00a0", "room 2", "\\u200bRoom 2", "Ty\\u0302 Bach", "TY BACH"
        }) {
            var refused = lead.post("/api/hubs/" + hub + "/sessions", plan.formatted(room));
            assertThat(refused.problem()).as(room + refused).isEqualTo("session-overlaps");
        }
        for (var room : new String[] {"Ty\\u0302 Bach", "ty  bach", "Tŷ\\u00a0Bach\\u200b"}) {
            var refused = lead.post("/api/hubs/" + hub + "/rooms", "{\"name\": \"" + room + "\"}");
            assertThat(refused.problem()).as(room + refused).isEqualTo("room-exists");
        }
    }

    @Test
    void isOneHubHoweverItIsSpelt() {
        var hall = "{\"name\": \"%s\", \"address\": [\"1 High Street\"], \"postcode\": \"%s\"}";
        assertThat(lead.post("/api/hubs", hall.formatted("St. Mary's Tŷ", "HX1 1UJ"))
                        .status())
                .isEqualTo(201);
        for (var name : new String[] {"St. Mary’s Ty\\u0302", "ST. MARYS TY", "St.\\u00a0Mary\\u2018s\\u200b Tŷ"}) {
            var refused = lead.post("/api/hubs", hall.formatted(name, "hx1\\u00a01uj"));
            assertThat(refused.problem()).as(name + refused).isEqualTo("hub-exists");
        }
        var file = "venue_name,address_1,postcode\nst. mary’s ty,1 High Street,HX1 1UJ\n";
        var report = lead.csv("/api/hubs/imports/preview", file.getBytes(StandardCharsets.UTF_8));
        assertThat(report.json().path("added").asInt()).as(report.toString()).isZero();
        for (var typed : new String[] {"St.%20Mary", "st%20mary%E2%80%98s", "ST%20MARYS", "mary%20t%C5%B7"}) {
            assertThat(total(typed)).as(typed).isEqualTo(1);
        }
    }

    @Test
    void isMissingIfNothingOfItCanBeSeen() {
        for (var blank : new String[] {"\\u00a0", "\\u200b", "\\u3164", "\\u2800", "\\u2066\\u2069"}) {
            assertRefused(
                    "/api/hubs", "{\"name\": \"%s\", \"address\": [\"1\"], \"postcode\": \"HX1 1UJ\"}", blank, "name");
            assertRefused("/api/hubs/" + hub + "/rooms", "{\"name\": \"%s\"}", blank, "name");
            assertRefused(
                    "/api/people", "{\"firstName\": \"%s\", \"noContact\": true, \"needs\": []}", blank, "firstName");
            assertRefused(
                    "/api/hubs/" + hub + "/closures/preview",
                    "{\"from\": \"2027-01-01\", \"to\": \"2027-01-01\", \"reason\": \"%s\"}",
                    blank,
                    "reason");
            var walkIn = council.hubStaff()
                    .post(
                            "/api/hubs/" + hub + "/days/" + TestCouncil.today() + "/walk-ins",
                            "{\"reason\": \"talk\", \"name\": \"" + blank + "\"}");
            assertThat(walkIn.json().hasNonNull("name")).as(walkIn.toString()).isFalse();
        }
    }

    @Test
    void comesBackInTheFormAsItCameInTheFile() {
        var file = "venue_name,address_1,postcode,mon,url\nHall,,HX1 1UJ,9am-5pm,https://hall.example\n";
        assertThat(lead.csv("/api/hubs/imports", file.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
        var path = "/api/hubs/"
                + lead.get("/api/hubs?search=hall")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        var read = lead.get(path);

        var put = lead.put(path, read.text(), "If-Match", read.header("ETag"));

        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        assertThat(put.json()).isEqualTo(read.json());
    }

    @Test
    void isNoFormulaInAForm() {
        var hall =
                "{\"name\": \"Hall\", \"address\": [\"1 High Street\", \"Town\"], \"postcode\": \"HX1 1UJ\", \"coLocated\": [\"Cafe\"]}";
        assertRefused("/api/hubs", hall.replace("Hall", "%s"), "\\u00a0=1+1", "name");
        assertRefused("/api/hubs", hall.replace("Town", "%s"), "@SUM(A1)", "address");
        assertRefused("/api/hubs", hall.replace("Cafe", "%s"), "\\uff1d1+1", "coLocated");
    }

    @Test
    void isANameInOnePartWithoutBidirectionalOverrides() {
        var staff = council.hubStaff();
        var added = staff.post(
                "/api/people",
                "{\"firstName\": \"Suhar\\u202eto\", \"phone\": \"07700\\u2011900342 (daughter Jane)\", \"needs\": []}");

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.json().path("name").asString()).isEqualTo("Suharto");
        assertThat(added.json().hasNonNull("lastName")).isFalse();
        assertThat(added.json().path("phone").asString()).isEqualTo("07700-900342 (daughter Jane)");
        for (var typed :
                new String[] {"suharto", "07700 900342", "\\u202a07700\\u2011900342\\u202c", "\\u200b900342"}) {
            var found = staff.post("/api/people/search", "{\"text\": \"" + typed + "\"}");
            assertThat(found.json().path("items")).as(typed).hasSize(1);
        }
    }

    private int total(String search) {
        return lead.get("/api/hubs?search=" + search).json().path("total").asInt();
    }

    @Test
    void isADayThatCanBeCountedFrom() {
        for (var day : new String[] {"+999999999-12-31", "+10000-01-01", "2201-01-01", "-0001-01-01", "0000-12-31"}) {
            var inPath = day.replace("+", "%2B");
            for (var query : new String[] {
                "/api/hubs/" + hub + "/sessions?from=",
                "/api/hubs/" + hub + "/free-slots?from=",
                "/api/audit/events?to="
            }) {
                var answer = lead.get(query + inPath);
                assertThat(answer.status()).as(query + day + answer).isEqualTo(400);
                assertThat(answer.text()).contains("\"code\":\"Format\"");
            }
            assertThat(lead.get("/api/hubs/" + hub + "/days/" + inPath).status())
                    .as(day)
                    .isEqualTo(404);
            var series = lead.post(
                    "/api/hubs/" + hub + "/series/preview",
                    "{\"repeats\": \"dates\", \"dates\": [\"" + day
                            + "\"], \"starts\": \"10:00\", \"ends\": \"11:00\"}");
            assertThat(series.status()).as(day + series).isEqualTo(400);
            assertThat(series.text()).contains("\"pointer\":\"#/dates/0\",\"code\":\"Format\"");
        }
        assertThat(lead.get("/api/hubs/" + hub + "/sessions?from=").status()).isEqualTo(200);
    }

    private void assertRefused(String path, String body, String typed, String field) {
        var refused = lead.post(path, body.formatted(typed));

        assertThat(refused.status()).as(path + " " + typed + refused).isEqualTo(400);
        assertThat(refused.text()).contains("#/" + field);
    }
}
