package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

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
    void findsNothingLessForACharacterThatCannotBePrinted() {
        var found = lead.get("/api/hubs?search=lib%00rary%07");

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(lead.get("/api/hubs?search=%00Library").json().path("total").asInt())
                .isEqualTo(1);
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
