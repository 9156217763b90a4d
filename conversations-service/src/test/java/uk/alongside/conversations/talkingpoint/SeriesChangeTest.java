package uk.alongside.conversations.talkingpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Sessions that change under the people who are booked in them. */
@ServiceTest
class SeriesChangeTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private String series;
    private JsonNode sessions;

    @BeforeEach
    void threeMornings() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        var hub = council.hub("Market Street Library");
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

        var preview = staff.post(changes("/preview"), change("this", 1, "10:15", "11:45"));

        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        assertThat(preview.json().path("sessions")).hasSize(1);
        assertThat(preview.json().path("moved").asInt()).isEqualTo(1);
        assertThat(session(1).path("starts").asString()).startsWith("09:30");
        var applied = apply(change("this", 1, "10:15", "11:45"), preview.header("ETag"));
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        assertThat(applied.json()).isEqualTo(preview.json());
        assertThat(session(1).path("starts").asString()).startsWith("10:15");
        assertThat(session(1).path("slots").path(0).path("taken").asInt()).isEqualTo(1);
        assertThat(session(2).path("starts").asString()).startsWith("09:30");
    }

    @Test
    void isRefusedOnceSomebodyElseIsBooked() {
        var preview = staff.post(changes("/preview"), change("all", 0, "10:15", "11:45"));
        book(2, 1);

        assertThat(apply(change("all", 0, "10:15", "11:45"), preview.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(staff.send("POST", changes(""), change("all", 0, "10:15", "11:45"))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void goesOnAsAnotherSeriesFromADayOn() {
        apply(change("later", 1, "13:00", "14:30"), null);

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
        var shorter = change("all", 0, "09:30", "10:15");

        var refused = apply(shorter, null);
        assertThat(refused.problem()).isEqualTo("bookings-do-not-fit");
        assertThat(session(0).path("slots")).hasSize(2);

        var meant = shorter.replace("{", "{\"cancelWhoDoesNotFit\": true, ");
        assertThat(apply(meant, null).json().path("cancelled").asInt()).isEqualTo(1);
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

    private Api.Answer apply(String change, @Nullable String seen) {
        var mark = seen == null ? staff.post(changes("/preview"), change).header("ETag") : seen;
        return staff.send("POST", changes(""), change, "If-Match", mark);
    }

    private void book(int session, int slot) {
        var person = council.person("Tom", "Akande");
        var booked = staff.post(
                "/api/slots/"
                        + session(session).path("slots").path(slot).path("id").asString() + "/bookings",
                "{\"personId\": \"" + person + "\"}");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
    }

    private String changes(String more) {
        return "/api/series/" + series + "/changes" + more;
    }

    private UUID id(int session) {
        return TestCouncil.uuid(sessions.path(session).path("id"));
    }

    private JsonNode session(int session) {
        return staff.get("/api/sessions/" + id(session)).json();
    }

    private String change(String scope, int session, String starts, String ends) {
        return """
                {"scope": "%s", "sessionId": "%s", "starts": "%s", "ends": "%s", "slotMinutes": 45,
                 "placesPerSlot": 1, "room": "Room 2"}""".formatted(scope, id(session), starts, ends);
    }
}
