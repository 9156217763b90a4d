package uk.alongside.conversations.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the places of a day for which the hub closed after a session was planned. */
@ServiceTest
class ClosedDayTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private Api lead;
    private UUID hub;
    private LocalDate day;
    private String closed;
    private String open;

    @BeforeEach
    void aSessionBeforeTheHubClosesForItsDay() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        lead = council.lead();
        hub = council.hub("Market Street Library");
        day = TestCouncil.today().plusDays(7);
        closed = slot(council.session(hub, day, 2));
        open = slot(council.session(hub, day.plusDays(1), 2));
    }

    @Test
    void offersNoPlaceAndRejectsBookingsMovesAndHolds() {
        var booking = book(open).json().path("id").asString();
        close();

        var refused = book(closed);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("hub-closed");
        assertThat(refused.json().path("alternatives").path(0).path("date").asString())
                .isEqualTo(day.plusDays(1).toString());
        assertThat(staff.post("/api/slots/" + closed + "/holds", "").problem()).isEqualTo("hub-closed");
        assertThat(staff.post("/api/bookings/" + booking + "/move", "{\"slotId\": \"" + closed + "\"}")
                        .problem())
                .isEqualTo("hub-closed");
        assertThat(taken(closed)).isZero();
        assertThat(freeDays()).contains(day.plusDays(1).toString()).doesNotContain(day.toString());
        assertThat(board().path("counts").path("placesLeft").asInt()).isZero();
        assertThat(board().path("sessions")
                        .path(0)
                        .path("slots")
                        .path(0)
                        .path("left")
                        .asInt())
                .isZero();
    }

    @Test
    void keepsItsBookingsAndTakesNewOnesOnceTheHubIsOpenAgain() {
        book(closed);
        var closure = close();
        assertThat(board().path("counts").path("booked").asInt()).isEqualTo(1);

        lead.send("DELETE", "/api/hubs/" + hub + "/closures/" + closure, null);

        assertThat(book(closed).status()).isEqualTo(201);
        assertThat(freeDays()).contains(day.toString());
    }

    @Test
    void aBookingThatWasCancelledByMistakeCanStillBeUndone() {
        var booking = book(closed).json().path("id").asString();
        staff.post("/api/bookings/" + booking + "/cancel", "{\"askedBy\": \"us\"}");
        close();

        assertThat(staff.post("/api/bookings/" + booking + "/undo", "").status())
                .isEqualTo(200);
    }

    private String close() {
        var made = lead.post(
                "/api/hubs/" + hub + "/closures",
                "{\"from\": \"%1$s\", \"to\": \"%1$s\", \"reason\": \"New floor\"}".formatted(day));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private Api.Answer book(String slot) {
        var person = council.person("Tom", "Akande");
        return staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
    }

    private int taken(String slot) {
        return board().path("sessions")
                .path(0)
                .path("slots")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(slot))
                .mapToInt(each -> each.path("taken").asInt())
                .sum();
    }

    private List<String> freeDays() {
        return staff.get("/api/hubs/" + hub + "/free-slots")
                .json()
                .path("items")
                .valueStream()
                .map(slot -> slot.path("date").asString())
                .toList();
    }

    private JsonNode board() {
        return staff.get("/api/hubs/" + hub + "/days/" + day).json();
    }

    private static String slot(JsonNode session) {
        return session.path("slots").path(0).path("id").asString();
    }
}
