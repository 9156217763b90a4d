package uk.alongside.conversations.sessionchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests sessions that change while people are booked in them. */
@ServiceTest
class SessionChangeTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private UUID hub;
    private String series;
    private JsonNode sessions;

    @BeforeEach
    void threeMornings() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        hub = council.hub("Market Street Library");
        var day = TestCouncil.today();
        var dates = "\"%s\", \"%s\", \"%s\"".formatted(day.plusDays(7), day.plusDays(14), day.plusDays(21));
        var made = staff.post("/api/hubs/" + hub + "/series", """
                {"repeats": "dates", "dates": [%1$s], "keep": [%1$s], "starts": "09:30", "ends": "11:00",
                 "slotMinutes": 45, "placesPerSlot": 1, "room": "Room 2"}""".formatted(dates));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        series = made.json().path("id").asString();
        sessions = made.json().path("sessions");
    }

    @Test
    void showsWhatItTouchesBeforeItDoesIt() {
        book(1, 0);

        var preview = staff.post(changes(1, "/preview"), change("this", "10:15", "11:45"));

        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        assertThat(preview.json().path("sessions")).hasSize(1);
        assertThat(preview.json().path("moved").asInt()).isEqualTo(1);
        assertThat(session(1).path("starts").asString()).startsWith("09:30");
        var applied = apply(1, change("this", "10:15", "11:45"), preview.header("ETag"));
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        assertThat(applied.json().path("sessions")).isEqualTo(preview.json().path("sessions"));
        assertThat(applied.json().path("bookings").path(0).path("movedTo"))
                .isEqualTo(preview.json().path("bookings").path(0).path("movedTo"));
        assertThat(session(1).path("starts").asString()).startsWith("10:15");
        assertThat(session(1).path("slots").path(0).path("taken").asInt()).isEqualTo(1);
        assertThat(session(2).path("starts").asString()).startsWith("09:30");
    }

    @Test
    void isRefusedOnceSomebodyElseIsBooked() {
        var preview = staff.post(changes(0, "/preview"), change("all", "10:15", "11:45"));
        book(2, 1);

        assertThat(apply(0, change("all", "10:15", "11:45"), preview.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(staff.send("POST", changes(0, ""), change("all", "10:15", "11:45"))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void isRefusedOnceSomebodyWouldGoElsewhereThanWasShown() {
        book(0, 0);
        var asked = change("this", "10:15", "11:45");
        var preview = staff.post(changes(0, "/preview"), asked);
        assertThat(movedTo(preview)).startsWith("10:15");
        var held = staff.post(
                "/api/slots/" + session(0).path("slots").path(1).path("id").asString() + "/holds", "");
        assertThat(held.status()).isEqualTo(201);

        assertThat(apply(0, asked, preview.header("ETag")).status()).isEqualTo(412);

        assertThat(session(0).path("starts").asString()).startsWith("09:30");
        assertThat(movedTo(staff.post(changes(0, "/preview"), asked))).startsWith("11:00");
    }

    private static String movedTo(Api.Answer preview) {
        return preview.json()
                .path("bookings")
                .path(0)
                .path("movedTo")
                .path("starts")
                .asString();
    }

    @Test
    void putsNobodyTwiceIntoOneSlot() {
        var person = council.person("Tom", "Akande");
        book(0, 0, person);
        book(0, 1, person);
        var longer = """
                {"scope": "this", "starts": "09:30", "ends": "11:00", "slotMinutes": 90, "placesPerSlot": 2,
                 "room": "Room 2", "cancelBookingsWithoutPlace": true}""";

        var preview = staff.post(changes(0, "/preview"), longer);
        var applied = apply(0, longer, preview.header("ETag"));

        assertThat(preview.json().path("moved").asInt()).isEqualTo(1);
        assertThat(preview.json().path("cancelled").asInt()).isEqualTo(1);
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        assertThat(session(0).path("slots").path(0).path("taken").asInt()).isEqualTo(1);
    }

    @Test
    void leavesThePlacesThatALeadAdded() {
        var slot = session(0).path("slots").path(0).path("id").asString();
        council.lead().post("/api/slots/" + slot + "/extra-places", "{\"reason\": \"family\"}");
        assertThat(placesInTheFirstSlot()).isEqualTo(2);

        apply(0, change("this", "09:30", "11:00").replace("Room 2", "Room 3"), null);
        assertThat(placesInTheFirstSlot()).isEqualTo(2);

        apply(0, change("this", "09:30", "11:00").replace("\"placesPerSlot\": 1", "\"placesPerSlot\": 3"), null);
        assertThat(placesInTheFirstSlot()).isEqualTo(4);

        apply(0, change("this", "09:30", "11:00").replace("\"placesPerSlot\": 1", "\"placesPerSlot\": 50"), null);
        assertThat(placesInTheFirstSlot()).isEqualTo(50);
    }

    private int placesInTheFirstSlot() {
        return session(0).path("slots").path(0).path("places").asInt();
    }

    @Test
    void goesOnAsAnotherSeriesFromADayOn() {
        apply(1, change("later", "13:00", "14:30"), null);

        assertThat(session(0).path("starts").asString()).startsWith("09:30");
        assertThat(session(1).path("starts").asString()).startsWith("13:00");
        assertThat(session(2).path("starts").asString()).startsWith("13:00");
        assertThat(session(0).path("seriesId").asString()).isEqualTo(series);
        assertThat(session(1).path("seriesId").asString()).isNotEqualTo(series);
        assertThat(session(2).path("seriesId")).isEqualTo(session(1).path("seriesId"));
    }

    @Test
    void cancelsNobodyWithoutSayingSo() {
        book(0, 0);
        book(0, 1);
        var shorter = change("all", "09:30", "10:15");

        var refused = apply(0, shorter, null);
        assertThat(refused.problem()).isEqualTo("bookings-do-not-fit");
        assertThat(session(0).path("slots")).hasSize(2);

        var meant = shorter.replace("{", "{\"cancelBookingsWithoutPlace\": true, ");
        assertThat(apply(0, meant, null).json().path("cancelled").asInt()).isEqualTo(1);
        assertThat(session(0).path("slots")).hasSize(1);
    }

    @Test
    void cancelsASessionWithItsBookings() {
        book(0, 0);
        var path = "/api/sessions/" + id(0) + "/cancel";
        var why = "{\"reason\": \"The heating is broken\"}";

        var preview = staff.post(path + "/preview", why);
        var cancelled = staff.send("POST", path, why, "If-Match", preview.header("ETag"));

        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(cancelled.json().path("cancelled").asInt()).isEqualTo(1);
        assertThat(session(0).path("status").asString()).isEqualTo("cancelled");
        assertThat(staff.post(path + "/preview", why).problem()).isEqualTo("session-cancelled");
    }

    @Test
    void saysWhoIsTouchedToThoseWhoMayReadPeopleOnly() {
        book(0, 0);
        book(0, 1);
        var shorter = change("this", "10:15", "11:00");
        var before = reads();

        var seen = staff.post(changes(0, "/preview"), shorter).json();
        var asLead = council.lead().post(changes(0, "/preview"), shorter).json();

        assertThat(seen.path("booked").asInt()).isEqualTo(2);
        assertThat(seen.path("bookings")).hasSize(1);
        assertThat(seen.path("bookings").path(0).path("personName").asString()).isEqualTo("Tom Akande");
        assertThat(seen.path("bookings").path(0).path("starts").asString()).startsWith("09:30");
        assertThat(seen.path("bookings").path(0).path("outcome").asString()).isEqualTo("cancelled");
        assertThat(asLead.path("cancelled").asInt()).isEqualTo(1);
        assertThat(asLead.path("bookings")).hasSize(1);
        assertThat(asLead.path("bookings").path(0).path("personId").isString()).isFalse();
        assertThat(asLead.toString()).doesNotContain("Akande");
        assertThat(reads() - before).isEqualTo(1);
    }

    @Test
    void changesASessionThatIsNoneOfASeries() {
        var single = council.session(hub, TestCouncil.today().plusDays(5), 1)
                .path("id")
                .asString();
        var path = "/api/sessions/" + single + "/changes";
        var change = change("this", "10:00", "12:00");

        var later = staff.post(path + "/preview", change.replace("this", "later"));
        var preview = staff.post(path + "/preview", change);
        var changed = staff.send("POST", path, change, "If-Match", preview.header("ETag"));

        assertThat(later.status()).isEqualTo(400);
        assertThat(later.json().path("errors").path(0).path("code").asString()).isEqualTo("NotOfASeries");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        var now = staff.get("/api/sessions/" + single).json();
        assertThat(now.path("starts").asString()).startsWith("10:00");
        assertThat(now.path("slotMinutes").asInt()).isEqualTo(45);
        assertThat(now.path("placesPerSlot").asInt()).isEqualTo(1);
    }

    @Test
    void isRefusedIfAnotherChangeIsAskedForThanWasShown() {
        var preview = staff.post(changes(0, "/preview"), change("this", "10:15", "11:45"));

        assertThat(apply(0, change("all", "10:15", "11:45"), preview.header("ETag"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void tellsWhoeverHasTheDayOpen() {
        var day = LocalDate.parse(session(0).path("date").asString());
        var other = LocalDate.parse(session(1).path("date").asString());
        staff.post(changes(0, "/preview"), change("this", "10:15", "11:45"));
        assertThat(changesOf(day)).isEqualTo(1);

        apply(0, change("this", "10:15", "11:45"), null);
        assertThat(changesOf(day)).isEqualTo(2);
        assertThat(changesOf(other)).isEqualTo(1);

        var path = "/api/sessions/" + id(0) + "/cancel";
        var why = "{\"reason\": \"The heating is broken\"}";
        staff.send(
                "POST",
                path,
                why,
                "If-Match",
                staff.post(path + "/preview", why).header("ETag"));
        assertThat(changesOf(day)).isEqualTo(3);

        apply(1, change("all", "10:15", "11:45"), null);
        assertThat(changesOf(day)).isEqualTo(3);
        assertThat(changesOf(other)).isEqualTo(2);
    }

    @Test
    void leavesThoseOnTheBoardWhoHaveComeToACancelledSession() {
        var today = TestCouncil.today();
        var session = council.session(hub, today, "00:00", "00:00", 240, 2);
        var slot = session.path("slots").path(5).path("id").asString();
        var arrived = bookIn(slot);
        bookIn(slot);
        staff.post("/api/bookings/" + arrived + "/check-in", "");
        var path = "/api/sessions/" + session.path("id").asString() + "/cancel";
        var why = "{\"reason\": \"The heating is broken\"}";

        var cancelled = staff.send(
                "POST",
                path,
                why,
                "If-Match",
                staff.post(path + "/preview", why).header("ETag"));

        assertThat(cancelled.json().path("booked").asInt()).isEqualTo(2);
        assertThat(cancelled.json().path("cancelled").asInt()).isEqualTo(1);
        var board = staff.get("/api/hubs/" + hub + "/days/" + today).json();
        assertThat(board.path("sessions")).hasSize(1);
        assertThat(board.path("sessions").path(0).path("cancelled").asBoolean()).isTrue();
        assertThat(board.path("counts").path("arrived").asInt()).isEqualTo(1);
        assertThat(board.path("counts").path("placesLeft").asInt()).isZero();
    }

    @Test
    void endsWithWhatFallsAwayShownBefore() {
        book(1, 0);
        book(2, 1);
        var last = session(1).path("date").asString();
        var path = "/api/series/" + series + "/end";
        var end = "{\"last\": \"" + last + "\", \"reason\": \"The library closes\"}";

        var preview = staff.post(path + "/preview", end);
        assertThat(session(2).path("status").asString()).isEqualTo("planned");
        var ended = staff.send("POST", path, end, "If-Match", preview.header("ETag"));

        assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
        assertThat(ended.json().path("sessions")).isEqualTo(preview.json().path("sessions"));
        assertThat(ended.json().path("sessions")).hasSize(1);
        assertThat(ended.json().path("cancelled").asInt()).isEqualTo(1);
        assertThat(ended.json().path("bookings").path(0).path("personName").asString())
                .isEqualTo("Tom Akande");
        assertThat(session(1).path("status").asString()).isEqualTo("planned");
        assertThat(session(2).path("status").asString()).isEqualTo("cancelled");
        assertThat(session(2).path("cancelReason").asString()).isEqualTo("The library closes");
        assertThat(staff.get("/api/series/" + series)
                        .json()
                        .path("repeats")
                        .path("until")
                        .asString())
                .isEqualTo(last);
        assertThat(staff.send("POST", path, end).status()).isEqualTo(428);
        assertThat(staff.post(path + "/preview", end)
                        .json()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("EndsAlready");
        var past = end.replace(last, TestCouncil.today().minusDays(1).toString());
        assertThat(staff.post(path + "/preview", past)
                        .json()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("EndsInThePast");
    }

    private long changesOf(LocalDate day) {
        return count(
                "select coalesce(sum(revision), 0) from app.day_revision where tenant_id = :council and day = :day",
                day);
    }

    private long reads() {
        return count(
                "select count(*) from app.audit_event where tenant_id = :council and :day is not null",
                TestCouncil.today());
    }

    private long count(String sql, LocalDate day) {
        return RunningService.superuser()
                .sql(sql)
                .param("council", council.id())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private Api.Answer apply(int session, String change, @Nullable String seen) {
        var mark =
                seen == null ? staff.post(changes(session, "/preview"), change).header("ETag") : seen;
        return staff.send("POST", changes(session, ""), change, "If-Match", mark);
    }

    private void book(int session, int slot) {
        bookIn(session(session).path("slots").path(slot).path("id").asString());
    }

    private void book(int session, int slot, UUID person) {
        bookIn(session(session).path("slots").path(slot).path("id").asString(), person);
    }

    private String bookIn(String slot) {
        return bookIn(slot, council.person("Tom", "Akande"));
    }

    private String bookIn(String slot, UUID person) {
        var booked = staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.json().path("id").asString();
    }

    private String changes(int session, String more) {
        return "/api/sessions/" + id(session) + "/changes" + more;
    }

    private UUID id(int session) {
        return TestCouncil.uuid(sessions.path(session).path("id"));
    }

    private JsonNode session(int session) {
        return staff.get("/api/sessions/" + id(session)).json();
    }

    private static String change(String scope, String starts, String ends) {
        return """
                {"scope": "%s", "starts": "%s", "ends": "%s", "slotMinutes": 45,
                 "placesPerSlot": 1, "room": "Room 2"}""".formatted(scope, starts, ends);
    }
}
