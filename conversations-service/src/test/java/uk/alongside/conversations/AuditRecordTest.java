package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.foundation.audit.Tampering;

/**
 * Tests the record as a lead sees and checks it, including what an intruder with the superuser's password cannot hide.
 */
@ServiceTest
class AuditRecordTest {

    private static final String END = "{\"seq\": %d, \"hash\": \"" + "ab".repeat(32) + "\"}";

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private TestCouncil council;

    @SuppressWarnings("NullAway.Init")
    private Api lead;

    @BeforeEach
    void fiveEvents() {
        council = TestCouncil.create(port);
        lead = council.lead();
        var staff = council.hubStaff();
        for (var name : List.of("Margaret", "Tom", "Raj", "Gwen", "Peter")) {
            TestCouncil.person(staff, name, "Ellison");
        }
        seal();
    }

    @Test
    void tellsLeadsWhoDidWhatToWhichKindOfThing() {
        var events = lead.get("/api/audit/events?kind=person").json().path("items");

        assertThat(events).hasSize(5);
        assertThat(events.path(0).path("memberName").asString()).isEqualTo("Priya N");
        assertThat(events.path(0).path("action").asString()).isEqualTo("added");
        assertThat(events.toString()).doesNotContain("Ellison");
    }

    @Test
    void namesAResidentOnlyToCallersWhoMayReadPeople() {
        var staff = council.member("hub-staff", "lead");
        var person = council.person("Ann", "Lowe");

        var forLead = newest(lead, "").path("subjects").path(0);
        var forStaff = newest(staff, "").path("subjects").path(0);

        assertThat(forLead.path("id").asString()).isEqualTo(person.toString());
        assertThat(forLead.has("name")).isFalse();
        assertThat(forLead.path("reference").asString())
                .isEqualTo(forStaff.path("reference").asString())
                .isNotEmpty();
        assertThat(forStaff.path("name").asString()).isEqualTo("Ann Lowe");
        assertThat(newest(lead, "?kind=audit").path("action").asString())
                .as("a look at people's names is recorded")
                .isEqualTo("read");
        assertThat(staff.get("/api/people/" + person + "/access-log").text()).contains("\"kind\":\"audit\"");
    }

    @Test
    void findsAPersonByReferenceForALeadWhoMayNotReadNames() {
        var person = council.person("Ann", "Lowe");
        var reference = newest(lead, "?subjectId=" + person)
                .path("subjects")
                .path(0)
                .path("reference")
                .asString();

        var spoken = reference.substring(0, 4).toLowerCase(Locale.ROOT) + " - " + reference.substring(4);
        var found = lead.post("/api/audit/subjects/search", "{\"reference\": \"" + spoken + "\"}");

        assertThat(found.json().path("id").asString()).isEqualTo(person.toString());
        assertThat(found.text()).doesNotContain("Lowe");
        assertThat(lead.post("/api/audit/subjects/search", "{\"reference\": \"Lowe\"}")
                        .status())
                .isEqualTo(404);
        assertThat(council.hubStaff()
                        .post("/api/audit/subjects/search", "{\"reference\": \"" + reference + "\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void saysOfAnErasedPersonThatTheyAreNoLongerThere() {
        var person = council.person("Ann", "Lowe");
        tamper("delete from app.person where tenant_id = '%s' and first_name = 'Ann'");

        var subject = newest(council.member("hub-staff", "lead"), "?subjectId=" + person)
                .path("subjects")
                .path(0);

        assertThat(subject.path("exists").asBoolean()).isFalse();
        assertThat(subject.has("name") || subject.has("reference")).isFalse();
    }

    @Test
    void saysAtWhichHubAndOnWhichDay() {
        var hub = council.hub("Fernhill Library");
        var day = TestCouncil.today().plusDays(1);
        var session = council.session(hub, day, 2);
        var slot = session.path("slots").path(0).path("id").asString();
        var person = council.person("Ann", "Lowe");
        var staff = council.hubStaff();
        staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
        staff.get("/api/hubs/" + hub + "/days/" + day);
        staff.get("/api/hubs/" + hub + "/days/" + day);

        var board = newest(lead, "?kind=day");
        var booking = newest(lead, "?kind=booking").path("subjects");
        var planned = newest(lead, "?kind=session").path("subjects").path(0);

        assertThat(board.path("times").asInt()).isEqualTo(2);
        assertThat(board.path("subjects").path(0).path("name").asString()).isEqualTo("Fernhill Library");
        assertThat(board.path("subjects").path(1).path("id").asString()).isEqualTo(person.toString());
        assertThat(board.path("values").toString()).isEqualTo("[{\"name\":\"day\",\"to\":\"" + day + "\"}]");
        assertThat(booking.path(0).path("name").asString()).isEqualTo("Fernhill Library");
        assertThat(booking.path(0).path("date").asString()).isEqualTo(day.toString());
        assertThat(booking.path(0).path("starts").asString())
                .isEqualTo(session.path("slots").path(0).path("starts").asString());
        assertThat(booking.path(1).path("kind").asString()).isEqualTo("person");
        assertThat(planned.path("date").asString()).isEqualTo(day.toString());
    }

    @Test
    void saysWhichSettingsOfAHubWereChanged() {
        var hub = council.hub("Fernhill Library");
        var read = lead.get("/api/hubs/" + hub);
        lead.put("/api/hubs/" + hub, """
                {"name": "Fernhill Library", "address": ["1 High Street"], "postcode": "HX1 2AB", "directions": "Ring Ann",
                 "openingHours": [{"day": "monday", "opens": "10:00", "closes": "16:00"}]}""", "If-Match", read.header("ETag"));

        var values = newest(lead, "?kind=hub").path("values").toString();

        assertThat(values)
                .contains("{\"name\":\"open-monday\",\"to\":\"10:00-16:00\"}")
                .contains("\"name\":\"postcode\"", "\"to\":\"HX1 2AB\"", "{\"name\":\"directions\"}")
                .doesNotContain("Ann", "\"name\":\"name\"");
    }

    @Test
    void exportsWithoutNamesOfResidentsForLeadsOnly() {
        var person = council.person("Ann", "Lowe");

        var file = council.member("hub-staff", "lead").get("/api/audit/export?kind=person&subjectId=" + person);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.text())
                .contains("\"added\",\"person\",\"person " + person + "\"")
                .doesNotContain("Lowe");
        assertThat(file.text().lines()).hasSize(2);
        assertThat(newest(lead, "?kind=audit").path("values").toString())
                .isEqualTo("[{\"name\":\"kind\",\"to\":\"person\"}]");
        assertThat(council.hubStaff().get("/api/audit/export").status()).isEqualTo(403);
    }

    private static JsonNode newest(Api reader, String filter) {
        return reader.get("/api/audit/events" + filter).json().path("items").path(0);
    }

    @Test
    void saysWhichEventsAreSealed() {
        council.person("Ann", "Lowe");

        var events = lead.get("/api/audit/events").json().path("items");

        assertThat(events.path(1).path("sealed").asBoolean()).isTrue();
        assertThat(events.path(1).path("seq").asLong()).isEqualTo(5);
        assertThat(events.path(0).path("sealed").asBoolean())
                .isEqualTo(events.path(0).path("seq").isNumber());
        seal();
        assertThat(lead.get("/api/audit/events")
                        .json()
                        .path("items")
                        .path(0)
                        .path("seq")
                        .asLong())
                .isEqualTo(6);
    }

    @Test
    void sealsAnEventWithinSecondsWithoutARequest() {
        council.person("Ann", "Lowe");

        await().atMost(Duration.ofMinutes(1))
                .until(() -> lead.get("/api/audit/events")
                        .json()
                        .path("items")
                        .path(0)
                        .path("sealed")
                        .asBoolean());
    }

    @Test
    void isForLeadsOnly() {
        for (var path : List.of("events", "anchor", "anchors")) {
            assertThat(council.hubStaff().get("/api/audit/" + path).status()).isEqualTo(403);
        }
        assertThat(council.hubStaff()
                        .post("/api/audit/verifications", "{\"anchors\": []}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void isWholeUntilSomebodyTampersWithIt() {
        assertThat(verified(lead.get("/api/audit/anchor").text()).toString()).isEqualTo("[]");
    }

    @Test
    @DisplayName("A5-32: an altered event")
    void saysWhatWasAltered() {
        tamper(
                "update app.audit_event set actor = '00000000-0000-4000-8000-000000000001' where tenant_id = '%1$s' and id in"
                        + " (select event_id from app.audit_seal where seq = 3 and tenant_id = '%1$s')");

        assertThat(verified("").toString()).isEqualTo("[{\"seq\":3,\"what\":\"altered\"}]");
    }

    @Test
    @DisplayName("A5-32: events in another order")
    void saysWhatWasReordered() {
        tamper("""
                update app.audit_seal set seq = case seq when 2 then 1003 else 1002 end
                where seq in (2, 3) and tenant_id = '%s'""");
        tamper("update app.audit_seal set seq = seq - 1000 where seq > 1000 and tenant_id = '%s'");

        assertThat(verified("").toString())
                .contains("{\"seq\":2,\"what\":\"reordered\"}", "{\"seq\":3,\"what\":\"reordered\"}");
    }

    @Test
    @DisplayName("A5-32: an event taken out")
    void saysWhatIsMissing() {
        remove("seq = 2");

        assertThat(verified("").toString()).isEqualTo("[{\"seq\":2,\"what\":\"missing\"}]");
    }

    @Test
    @DisplayName("A5-32: a cut end, by an end that was kept, and only by it")
    void saysWhatWasCutOff() {
        var kept = lead.get("/api/audit/anchor").text();

        remove("seq > 3");

        assertThat(verified("").toString()).isEqualTo("[]");
        assertThat(verified(kept).toString()).isEqualTo("[{\"seq\":4,\"what\":\"cut\"}]");
    }

    @Test
    @DisplayName("A5-32: a rewritten record, by an end that was kept, and only by it")
    void saysWhatWasWrittenAnew() {
        var kept = lead.get("/api/audit/anchor").text();

        remove("true");
        fiveMoreEvents();
        seal();

        assertThat(verified("").toString()).isEqualTo("[]");
        assertThat(verified(kept).toString()).isEqualTo("[{\"seq\":5,\"what\":\"rewritten\"}]");
    }

    @Test
    void keepsTheEndsThatTheOtherServiceTellsAndShowsThem() {
        for (int seq : new int[] {4, 9}) {
            council.tenantService()
                    .put(
                            "/internal/councils/" + council.id() + "/audit-anchor",
                            "{\"end\": " + END.formatted(seq) + "}");
        }

        var anchors = lead.get("/api/audit/anchors").json().path("items");

        assertThat(anchors.valueStream().map(anchor -> anchor.path("seq").asInt()))
                .containsExactly(9, 4);
        assertThat(anchors.path(0).path("hash").asString()).isEqualTo("ab".repeat(32));
        var stranger = TestCouncil.create(port).lead();
        assertThat(stranger.get("/api/audit/anchors").json().path("items")).isEmpty();
        assertThat(stranger.get("/api/audit/events").json().path("items")).isEmpty();
        assertThat(stranger.get("/api/audit/anchor").status()).isEqualTo(204);
    }

    private void fiveMoreEvents() {
        var staff = council.hubStaff();
        for (int i = 0; i < 5; i++) {
            TestCouncil.person(staff, "Ann", "Lowe");
        }
    }

    /** Seals what was appended, as the service does within seconds. */
    private void seal() {
        assertThat(lead.get("/api/audit/anchor").status()).isEqualTo(200);
    }

    /** Deletes these seals, their events and the rows of the index. */
    private void remove(String seals) {
        for (var table : List.of("audit_subject where event_id", "audit_event where id", "audit_seal where event_id")) {
            tamper("delete from app." + table + " in (select event_id from app.audit_seal where " + seals
                    + " and tenant_id = '%1$s')");
        }
    }

    private JsonNode verified(String anchor) {
        var verdict = lead.post("/api/audit/verifications", "{\"anchors\": [" + anchor + "]}");
        assertThat(verdict.status()).as(verdict.toString()).isEqualTo(200);
        return verdict.json().path("findings");
    }

    private void tamper(String sql) {
        RunningService.superuser()
                .sql(Tampering.withoutTriggers(sql.formatted(council.id())))
                .update();
    }
}
