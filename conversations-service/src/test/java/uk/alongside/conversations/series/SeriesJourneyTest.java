package uk.alongside.conversations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.Tokens;
import uk.alongside.conversations.calendar.HubCalendarBuilder;
import uk.alongside.conversations.calendar.HubCalendars;
import uk.alongside.foundation.wall.CouncilContext;

/** Follows a series from its preview to its sessions, over HTTP and a real database. */
@ServiceTest
class SeriesJourneyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SeriesService series;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private TestCouncil council;
    private Api staff;
    private UUID hub;
    private LocalDate tuesday;

    @BeforeEach
    void aHub() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        hub = council.hub("Market Street Library");
        tuesday = Series.today(clock).plusDays(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    }

    @Test
    void isSetUpForAYearOnceHoweverOftenItIsSent() {
        var preview = staff.post("/api/hubs/" + hub + "/series/preview", weekly("Room 2"));
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        assertThat(preview.json().path("dates")).hasSize(8);
        assertThat(preview.json().path("dates").path(0).path("date").asString()).isEqualTo(tuesday.toString());

        var made = once(weekly("Room 2"), "key");
        var again = once(weekly("Room 2"), "key");

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(again.json().path("id")).isEqualTo(made.json().path("id"));
        assertThat(made.json().path("recurrence").asString()).isEqualTo("RRULE:FREQ=WEEKLY;BYDAY=TU");
        assertThat(made.json().path("ahead").asInt())
                .isEqualTo(preview.json().path("sessions").asInt());
        var found = staff.get("/api/series/" + made.json().path("id").asString());
        assertThat(found.header("ETag")).isEqualTo("\"0\"");
        assertThat(found.json().path("ahead")).isEqualTo(made.json().path("ahead"));
        var listed = staff.get("/api/hubs/" + hub + "/series").json().path("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("next").asString()).isEqualTo(tuesday.toString());
        var sessions = staff.get("/api/hubs/" + hub + "/sessions").json().path("items");
        assertThat(sessions.path(0).path("kind").asString()).isEqualTo("First contact");
        assertThat(sessions.path(0).path("places").asInt()).isEqualTo(8);
        assertThat(staff.get("/api/hubs/" + hub + "/free-slots").json().path("items"))
                .isNotEmpty();
    }

    @Test
    void tellsWhoeverHasOneOfItsDaysOpen() {
        once(weekly("Room 2"), "one");

        for (var day : List.of(tuesday, tuesday.plusWeeks(1))) {
            assertThat(RunningService.superuser()
                            .sql("select revision from app.day_revision where tenant_id = :council and day = :day")
                            .param("council", council.id())
                            .param("day", day)
                            .query(Long.class)
                            .list())
                    .containsExactly(1L);
        }
    }

    @Test
    void isRefusedInWordsWhereTheRoomIsTaken() {
        once(weekly("Room 2"), "one");

        var refused = once(
                weekly("room 2")
                        .replace("\"starts\": \"09:30\"", "\"starts\": \"12:00\"")
                        .replace("12:30", "15:00"),
                "two");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("session-overlaps");
        assertThat(refused.json().path("detail").asString())
                .contains("this overlaps First contact, 9:30am to 12:30pm, in Room 2");
        assertThat(once(weekly("Room 3"), "three").status()).isEqualTo(201);
    }

    @Test
    void isRefusedInWordsWhereADateMakesNoSense() {
        assertInvalid("{\"repeats\": \"dates\", \"dates\": []", "#/dates", "NoDates");
        assertInvalid("{\"repeats\": \"weekly\", \"from\": \"" + tuesday + "\"", "#/days", "NoDays");
        assertInvalid(
                "{\"repeats\": \"weekly\", \"days\": [\"tuesday\"], \"from\": \"%s\", \"until\": \"%s\""
                        .formatted(tuesday, tuesday.minusDays(1)),
                "#/until",
                "EndsBeforeItBegins");
        assertInvalid("{\"repeats\": \"dates\", \"dates\": [\"2027-02-29\"]", "#/dates/0", "Format");
        assertInvalid("{\"repeats\": \"yearly\"", "#/repeats", "Format");
    }

    @Test
    void mayHaveBreaksOrOnlyBeDroppedInto() {
        var breaks = weekly("Room 2")
                .replace("\"kind\"", "\"breaks\": [{\"starts\": \"11:00\", \"ends\": \"11:30\"}], \"kind\"");
        var dropIn = weekly("Hall").replace("\"slotMinutes\": 45,", "");

        once(breaks, "one");
        once(dropIn, "two");

        var sessions = staff.get("/api/hubs/" + hub + "/sessions").json().path("items");
        assertThat(sessions.path(0).path("places").asInt()
                        + sessions.path(1).path("places").asInt())
                .isEqualTo(6);
        var day = staff.get("/api/hubs/" + hub + "/days/" + tuesday).json().path("sessions");
        assertThat(day).hasSize(2);
    }

    @Test
    void aMachineClientIsNotAmongTheStaffToChoose() {
        var machine = UUID.randomUUID();
        var stored = council.tenantService()
                .put("/internal/councils/" + council.id() + "/members/" + machine, """
                        {"version": 1, "issuer": "%s", "subject": "subject-%s", "name": "Import", "roles": ["lead"],
                         "status": "active", "machine": true}""".formatted(
                                Tokens.ISSUER, machine));
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);

        assertThat(staff.get("/api/team").text()).contains("Priya N").doesNotContain(machine.toString());
    }

    @Test
    void isHeldInARoomThatTheHubHasByMembersThatTheCouncilHas() {
        var lead = council.lead();
        var room = lead.post("/api/hubs/" + hub + "/rooms", "{\"name\": \"Garden room\"}")
                .json()
                .path("rooms")
                .path(0)
                .path("id")
                .asString();
        var elsewhere = lead.post("/api/hubs/" + council.hub("Annex") + "/rooms", "{\"name\": \"Attic\"}")
                .json()
                .path("rooms")
                .path(0)
                .path("id")
                .asString();
        var team = staff.get("/api/team").json().path("items");
        var member = team.path(0).path("id").asString();
        assertThat(team.path(0).path("name").asString()).isEqualTo("Priya N");

        var made = once(in(room, member), "one");

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().path("room").asString()).isEqualTo("Garden room");
        assertThat(made.json().path("roomId").asString()).isEqualTo(room);
        var session = staff.get("/api/sessions/"
                        + made.json().path("sessions").path(0).path("id").asString())
                .json();
        assertThat(session.path("roomId").asString()).isEqualTo(room);
        assertThat(session.path("room").asString()).isEqualTo("Garden room");
        assertThat(session.path("staff").path(0).asString()).isEqualTo(member);
        assertThat(once(weekly("garden ROOM"), "clash").problem()).isEqualTo("session-overlaps");
        assertThat(errors(once(in(elsewhere, member), "two"))).containsExactly(List.of("#/roomId", "NoSuchRoom"));
        assertThat(errors(once(in(room, UUID.randomUUID().toString()), "three")))
                .containsExactly(List.of("#/staff", "NoSuchMember"));
    }

    private String in(String room, String member) {
        return weekly("Somewhere")
                .replace("\"room\": \"Somewhere\"", "\"roomId\": \"" + room + "\", \"staff\": [\"" + member + "\"]");
    }

    @Test
    void hasSessionsThatAreOnTheDayThatTheClockOnTheWallSays() {
        var today = Series.today(clock);
        var night = LocalDate.of(today.getYear() + (today.getMonthValue() < 7 ? 0 : 1), 7, 6);

        council.session(hub, night, "23:30", "00:00", 30, 1);
        council.session(hub, night.plusDays(1), "00:00", "00:30", 30, 1);

        assertThat(startsOn(night)).containsExactly("23:30");
        assertThat(startsOn(night.plusDays(1))).containsExactly("00:00");
        assertThat(startsOn(night.minusDays(1))).isEmpty();
        var free = staff.get("/api/hubs/" + hub + "/free-slots?from=" + night.plusDays(1))
                .json()
                .path("items");
        assertThat(free).extracting(slot -> slot.path("starts").asString()).containsExactly("00:00");
    }

    private List<String> startsOn(LocalDate day) {
        return staff.get("/api/hubs/" + hub + "/days/" + day)
                .json()
                .path("sessions")
                .valueStream()
                .map((JsonNode session) ->
                        session.path("slots").path(0).path("starts").asString().substring(0, 5))
                .toList();
    }

    @Test
    void isRolledOnAsTimeGoesBy() {
        var horizon = Series.today(clock).plus(HubCalendars.AHEAD);
        assumeThat(HubCalendarBuilder.of(List.of(), List.of()).knownUntil(horizon, horizon))
                .isEqualTo(horizon);
        var id = once(weekly("Room 2"), "one").json().path("id").asString();
        var before = staff.get("/api/series/" + id).json().path("ahead").asInt();
        CouncilContext.run(
                council.id(),
                () -> transaction.executeWithoutResult(_ -> jdbc.sql("""
                        update app.series set planned_until = planned_until - 40
                        where tenant_id = :council and id = :id""")
                        .param("council", council.id())
                        .param("id", UUID.fromString(id))
                        .update()));
        CouncilContext.run(
                council.id(),
                () -> transaction.executeWithoutResult(_ -> jdbc.sql("""
                        update app.session set series_id = null, series_day = null, status = 'CANCELLED'
                        where tenant_id = :council and series_id = :id and day > :day""")
                        .param("council", council.id())
                        .param("id", UUID.fromString(id))
                        .param("day", Series.today(clock).plusMonths(12).minusDays(40))
                        .update()));

        CouncilContext.run(council.id(), () -> assertThat(series.roll()).isBetween(4, 6));
        CouncilContext.run(council.id(), () -> assertThat(series.roll()).isZero());

        assertThat(staff.get("/api/series/" + id).json().path("ahead").asInt()).isBetween(before - 1, before + 1);
    }

    private void assertInvalid(String beginning, String pointer, String code) {
        var refused = staff.post(
                "/api/hubs/" + hub + "/series/preview",
                beginning + ", \"starts\": \"09:30\", \"ends\": \"12:30\", \"slotMinutes\": 45}");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(errors(refused)).containsExactly(List.of(pointer, code));
    }

    private static List<List<String>> errors(Api.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map((JsonNode error) -> List.of(
                        error.path("pointer").asString(), error.path("code").asString()))
                .toList();
    }

    private Api.Answer once(String body, String key) {
        return staff.send("POST", "/api/hubs/" + hub + "/series", body, "Idempotency-Key", key);
    }

    private String weekly(String room) {
        return """
                {"repeats": "weekly", "days": ["tuesday"], "from": "%s", "starts": "09:30", "ends": "12:30",
                 "slotMinutes": 45, "placesPerSlot": 2, "kind": "First contact", "room": "%s"}""".formatted(tuesday, room);
    }
}
