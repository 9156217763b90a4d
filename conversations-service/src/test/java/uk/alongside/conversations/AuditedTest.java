package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * What changes anything, or shows a person, leaves exactly one event; nothing else leaves any.
 */
@ServiceTest
class AuditedTest {

    /** Sent to be answered, not to change anything. */
    private static final Set<String> ONLY_ASK = Set.of(
            "POST /api/hubs/{hubId}/series/preview",
            "POST /api/sessions/{sessionId}/changes/preview",
            "POST /api/sessions/{sessionId}/cancel/preview",
            "POST /api/series/{seriesId}/end/preview",
            "POST /api/audit/verifications");

    private static final Set<String> NEED_A_PREVIEW = Set.of(
            "/api/sessions/{sessionId}/changes", "/api/sessions/{sessionId}/cancel", "/api/series/{seriesId}/end");

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private TestCouncil council;

    @SuppressWarnings("NullAway.Init")
    private Api staff;

    @Test
    void leavesOneEventForEachChangeAndEachReadOfAPerson() {
        council = TestCouncil.create(port);
        staff = council.member("hub-staff", "lead");
        var hub = council.hub("Library");
        var today = TestCouncil.today();
        var session =
                call("POST", "/api/hubs/{hubId}/sessions", "/api/hubs/" + hub + "/sessions", """
                {"date": "%s", "starts": "00:00", "ends": "00:00", "slotMinutes": 240, "placesPerSlot": 2}""".formatted(today));
        var slots = session.path("slots");
        var form = "{\"firstName\": \"%s\", \"lastName\": \"Ellison\", \"noContact\": true, \"needs\": []}";
        var person = call("POST", "/api/people", "/api/people", form.formatted("Margaret"))
                .path("id")
                .asString();
        call("PUT", "/api/people/{personId}", "/api/people/" + person, form.formatted("Ann"));
        var changedMeanwhile = staff.put("/api/people/" + person, form.formatted("Meg"), "If-Match", "\"0\"");
        assertThat(changedMeanwhile.status()).isEqualTo(412);
        call("GET", "/api/people/{personId}", "/api/people/" + person, null);
        call("POST", "/api/people/search", "/api/people/search", "{\"text\": \"ellison\"}");
        call("POST", "/api/people/search", "/api/people/search", "{\"text\": \"nobody\"}");
        var body = "{\"personId\": \"" + person + "\"}";
        var booking = "/api/bookings/"
                + call(
                                "POST",
                                "/api/slots/{slotId}/bookings",
                                "/api/slots/" + slots.path(5).path("id").asString() + "/bookings",
                                body)
                        .path("id")
                        .asString();
        call("GET", "/api/bookings/{bookingId}", booking, null);
        call("GET", "/api/hubs/{hubId}/days/{date}", "/api/hubs/" + hub + "/days/" + today, null);
        for (var change : new String[] {"check-in", "start", "finish", "undo"}) {
            call("POST", "/api/bookings/{bookingId}/" + change, booking + "/" + change, "{}");
        }
        call("GET", "/api/people/{personId}/looks", "/api/people/" + person + "/looks", null);
        call("GET", "/api/audit/events", "/api/audit/events", null);
        call("POST", "/api/audit/verifications", "/api/audit/verifications", "{\"anchors\": []}");
        call("GET", "/api/hubs", "/api/hubs", null);
        call("GET", "/api/hubs/{hubId}", "/api/hubs/" + hub, null);
        call("GET", "/api/hubs/{hubId}/free-slots", "/api/hubs/" + hub + "/free-slots", null);
        call("GET", "/api/council", "/api/council", null);
        call("GET", "/api/team", "/api/team", null);
        changeSessions(hub, person);

        var before = events();
        var imported = staff.csv(
                "/api/hubs/import?dryRun=false",
                "venue_name,address_1,postcode\nHall,2 High Street,HX1 1UJ\n".getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).isEqualTo(200);
        assertThat(events() - before).isEqualTo(1);
    }

    private void changeSessions(UUID hub, String person) {
        var day = TestCouncil.today().plusDays(3);
        var series = call("POST", "/api/hubs/{hubId}/series", "/api/hubs/" + hub + "/series", """
                {"repeats": "dates", "dates": ["%s", "%s"], "starts": "09:30", "ends": "11:00", "slotMinutes": 45,
                 "placesPerSlot": 1, "keep": ["%1$s", "%2$s"]}""".formatted(
                        day, day.plusDays(1)));
        for (int number = 0; number < 2; number++) {
            var slot = staff.get("/api/sessions/"
                            + series.path("sessions").path(number).path("id").asString())
                    .json()
                    .path("slots")
                    .path(0)
                    .path("id")
                    .asString();
            staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
        }
        var session =
                "/api/sessions/" + series.path("sessions").path(0).path("id").asString();
        var later = """
                {"scope": "this", "starts": "10:15", "ends": "11:45", "slotMinutes": 45, "placesPerSlot": 1}""";
        var why = "{\"reason\": \"The heating is broken\"}";
        var end = "{\"last\": \"%s\", \"reason\": \"The library closes\"}".formatted(day);
        for (var preview : new String[] {"/preview", ""}) {
            call("POST", "/api/sessions/{sessionId}/changes" + preview, session + "/changes" + preview, later);
            call(
                    "POST",
                    "/api/series/{seriesId}/end" + preview,
                    "/api/series/" + series.path("id").asString() + "/end" + preview,
                    end);
        }
        for (var preview : new String[] {"/preview", ""}) {
            call("POST", "/api/sessions/{sessionId}/cancel" + preview, session + "/cancel" + preview, why);
        }
    }

    private JsonNode call(String method, String operation, String path, @Nullable String json) {
        var before = events();
        var tag = NEED_A_PREVIEW.contains(operation)
                ? staff.post(path + "/preview", Objects.requireNonNull(json)).header("ETag")
                : method.equals("PUT") ? staff.get(path).header("ETag") : "";
        var looked = events() - before;
        var answer = staff.send(
                method, path, json, "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", tag);
        assertThat(answer.status()).as("%s %s %s", method, path, answer).isBetween(200, 299);
        boolean asks = method.equals("GET") || ONLY_ASK.contains(method + " " + operation);
        boolean showsAPerson = answer.text().matches("(?s).*\"(personId|personName|firstName)\".*")
                || operation.equals("/api/people/search");
        assertThat(events() - before - looked)
                .as("events of %s %s", method, operation)
                .isEqualTo(!asks || showsAPerson ? 1 : 0);
        return answer.json();
    }

    private long events() {
        return RunningService.superuser()
                .sql("select count(*) from app.audit_event where tenant_id = ?")
                .param(council.id())
                .query(Long.class)
                .single();
    }
}
