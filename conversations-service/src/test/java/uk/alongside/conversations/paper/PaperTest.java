package uk.alongside.conversations.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the record of a session from paper on the running service. */
@ServiceTest
class PaperTest {

    private static final int PEOPLE = 4;

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private UUID hub;
    private String session;
    private LocalDate yesterday;

    @BeforeEach
    void aSessionOfYesterday() {
        council = TestCouncil.create(port);
        priya = council.hubStaff();
        sam = council.hubStaff();
        hub = council.hub("Library");
        yesterday = TestCouncil.today().minusDays(1);
        var planned = council.session(hub, TestCouncil.today().plusDays(1), "09:30", "10:15", 45, PEOPLE);
        for (int nth = 0; nth < PEOPLE; nth++) {
            var person = council.person("Tom", "Akande" + (char) ('a' + nth));
            var booked = priya.post(
                    "/api/slots/" + planned.at("/slots/0/id").asString() + "/bookings",
                    "{\"personId\": \"" + person + "\"}");
            assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        }
        var id = TestCouncil.uuid(planned.path("id"));
        session = "/api/sessions/" + id;
        for (var table : List.of("session", "slot")) {
            RunningService.superuser()
                    .sql("update app." + table + " set day = :day, starts_at = :starts, ends_at = :ends where "
                            + ("slot".equals(table) ? "session_id" : "id") + " = :session")
                    .param("day", yesterday)
                    .param("starts", yesterday.atTime(9, 30).atOffset(ZoneOffset.UTC))
                    .param("ends", yesterday.atTime(10, 15).atOffset(ZoneOffset.UTC))
                    .param("session", id)
                    .update();
        }
    }

    @Test
    void savesAllRowsWalkInsAndTheHeadCount() {
        var rows = rows();
        var someone = council.person("Rosa", "Diaz");

        var saved = send(
                priya,
                List.of(
                        row(rows, 0, "came", "09:25"),
                        row(rows, 1, "came"),
                        row(rows, 2, "did-not-come"),
                        row(rows, 3, "cancelled")),
                "{\"personId\": \"" + someone + "\", \"reason\": \"advice\", \"arrived\": \"10:00\"},"
                        + "{\"name\": \"Joe\", \"reason\": \"talk\"}",
                ", \"headcount\": {\"people\": 7, \"version\": 0}");

        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        assertThat(saved.json().path("rows"))
                .extracting(row -> row.path("status").asString())
                .containsExactly("arrived", "arrived", "did-not-attend", "cancelled");
        assertThat(saved.json().at("/rows/0/arrivedAt").asString()).isEqualTo(moment(9, 25));
        assertThat(saved.json().at("/rows/1/arrivedAt").isNull()).isTrue();
        assertThat(saved.json().path("headcount").asInt()).isEqualTo(7);
        var day = priya.get("/api/hubs/" + hub + "/days/" + yesterday).json();
        assertThat(day.path("walkIns"))
                .extracting(each ->
                        each.path("name").asString() + " " + each.path("status").asString())
                .containsExactly("Joe finished", "Rosa Diaz finished");
        assertThat(day.path("walkIns"))
                .extracting(each -> each.path("arrivedAt").asString() + " "
                        + each.path("startedAt").asString() + " "
                        + each.path("finishedAt").asString())
                .containsExactly(
                        moment(9, 30) + " " + moment(9, 30) + " " + moment(10, 15),
                        moment(10, 0) + " " + moment(10, 0) + " " + moment(10, 15));
        assertThat(priya.get("/api/hubs/" + hub + "/to-finish").json().path("items"))
                .isEmpty();
    }

    @Test
    void savesNothingIfOneRowIsRejected() {
        var rows = rows();
        priya.post("/api/bookings/" + rows.at("/1/bookingId").asString() + "/late-arrival", "{}");
        rows = rows();

        var refused =
                send(priya, List.of(row(rows, 0, "came"), row(rows, 1, "did-not-come")), "{\"reason\": \"talk\"}", "");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("paper-rows-rejected");
        assertThat(refused.json().path("rows").toString())
                .isEqualTo("[{\"kind\":\"booking\",\"row\":1,\"reason\":\"recorded-already\"}]");
        assertThat(statuses()).containsExactly("expected", "arrived", "expected", "expected");
        assertThat(priya.get(session + "/paper-sheet")
                        .json()
                        .path("walkInsOfDay")
                        .asInt())
                .isZero();
    }

    @Test
    void changesNothingWhenItIsSentTwice() {
        var key = UUID.randomUUID().toString();
        var body = body(List.of(row(rows(), 0, "came")), "{\"reason\": \"talk\"}", "");

        var first = priya.send("POST", session + "/paper-records", body, "Idempotency-Key", key);
        var second = priya.send("POST", session + "/paper-records", body, "Idempotency-Key", key);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.json().path("walkInsOfDay").asInt()).isEqualTo(1);
    }

    @Test
    void doesNotOverwriteWhatAnotherMemberHasRecorded() {
        var rows = rows();
        var booking = rows.at("/1/bookingId").asString();
        sam.post("/api/bookings/" + booking + "/did-not-attend", "{}");

        var late = send(priya, List.of(row(rows, 0, "came"), row(rows, 1, "came")), "", "");

        assertThat(late.status()).as(late.toString()).isEqualTo(412);
        assertThat(late.json().path("bookings")).hasSize(1);
        assertThat(late.json().at("/bookings/0/bookingId").asString()).isEqualTo(booking);
        assertThat(late.json().at("/bookings/0/status").asString()).isEqualTo("did-not-attend");
        assertThat(statuses()).containsExactly("expected", "did-not-attend", "expected", "expected");
    }

    @Test
    void savesTheRowsOfOneOfTwoMembersAtOnce() throws Exception {
        var rows = rows();
        var all = new ArrayList<String>();
        for (int nth = 0; nth < PEOPLE; nth++) {
            all.add(row(rows, nth, "came"));
        }

        var both = together(
                () -> send(priya, all, "{\"name\": \"Joe\", \"reason\": \"talk\"}", ""),
                () -> send(sam, all, "{\"name\": \"Joe\", \"reason\": \"talk\"}", ""));

        assertThat(both).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(statuses()).containsOnly("arrived");
        assertThat(priya.get(session + "/paper-sheet")
                        .json()
                        .path("walkInsOfDay")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void saysWhichTimesAreInTheFuture() {
        var today = council.session(hub, TestCouncil.today(), "00:00", "00:00", 240, 1);
        var path = "/api/sessions/" + today.path("id").asString();
        RunningService.superuser()
                .sql("update app.session set starts = '23:59:59' where id = ?")
                .param(TestCouncil.uuid(today.path("id")))
                .update();

        var refused = priya.post(path + "/paper-records", """
                {"bookings": [], "walkIns": [{"reason": "talk"}]}""");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.json().path("rows").toString())
                .isEqualTo("[{\"kind\":\"walk-in\",\"row\":0,\"reason\":\"in-the-future\"}]");
    }

    @Test
    void isNotForASessionOnALaterDayOrForTheBookingOfAnother() {
        var later = council.session(hub, TestCouncil.today().plusDays(2), 1);
        var path = "/api/sessions/" + later.path("id").asString() + "/paper-records";
        assertThat(priya.post(path, "{\"bookings\": [], \"walkIns\": []}").problem())
                .isEqualTo("session-not-begun");

        var foreign = row(rows(), 0, "came")
                .replaceFirst("\"bookingId\": \"[^\"]+\"", "\"bookingId\": \"" + UUID.randomUUID() + "\"");

        assertThat(send(priya, List.of(foreign), "", "").status()).isEqualTo(404);
    }

    @Test
    void isForHubStaffAndPractitioners() {
        for (var role : List.of("lead", "viewer")) {
            assertThat(council.member(role).get(session + "/paper-sheet").status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(council.member("practitioner").get(session + "/paper-sheet").status())
                .isEqualTo(200);
    }

    private String moment(int hour, int minute) {
        return yesterday
                .atTime(hour, minute)
                .atZone(RunningService.CLOCK.getZone())
                .toInstant()
                .toString();
    }

    private JsonNode rows() {
        return priya.get(session + "/paper-sheet").json().path("rows");
    }

    private List<String> statuses() {
        return rows().valueStream().map(row -> row.path("status").asString()).toList();
    }

    private static String row(JsonNode rows, int nth, String outcome) {
        return "{\"bookingId\": \"%s\", \"version\": %d, \"outcome\": \"%s\"}"
                .formatted(
                        rows.path(nth).path("bookingId").asString(),
                        rows.path(nth).path("version").asLong(),
                        outcome);
    }

    private static String row(JsonNode rows, int nth, String outcome, String arrived) {
        return row(rows, nth, outcome).replace("}", ", \"arrived\": \"" + arrived + "\"}");
    }

    private Answer send(Api by, List<String> rows, String walkIns, String more) {
        return by.post(session + "/paper-records", body(rows, walkIns, more));
    }

    private static String body(List<String> rows, String walkIns, String more) {
        return "{\"bookings\": [" + String.join(",", rows) + "], \"walkIns\": [" + walkIns + "]" + more + "}";
    }

    private static List<Answer> together(Callable<Answer> first, Callable<Answer> second) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(threads.submit(first), threads.submit(second));
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }
}
