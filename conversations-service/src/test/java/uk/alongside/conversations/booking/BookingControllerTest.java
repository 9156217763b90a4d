package uk.alongside.conversations.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static uk.alongside.foundation.caller.Role.HUB_STAFF;
import static uk.alongside.foundation.caller.Role.LEAD;
import static uk.alongside.foundation.caller.Role.VIEWER;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.conversations.attendance.AttendanceRefusal;
import uk.alongside.conversations.booking.BookingService.Request;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.person.Need;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.place.FreeSlot;
import uk.alongside.conversations.place.PlaceRefusal;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.Refusal;

@WebMvcTest(BookingController.class)
@ControllerTest
class BookingControllerTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/London"));
    private static final HubName HUB = new HubName(new HubId(UUID.randomUUID()), "Library");
    private static final PersonCard MARGARET =
            new PersonCard(new PersonId(UUID.randomUUID()), "Margaret Ellison", "7KQ2MX4P", List.of(Need.STEP_FREE));
    private static final SlotTime SLOT = new SlotTime(
            new SlotId(UUID.randomUUID()),
            UUID.randomUUID(),
            HUB.id(),
            DAY,
            LocalTime.of(9, 30),
            LocalTime.of(10, 15),
            NOW.plusSeconds(1800),
            NOW.plusSeconds(4500),
            2,
            1,
            false);
    private static final String BODY = "{\"personId\": \"" + MARGARET.id().value() + "\"}";

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private BookingService bookings;

    @MockitoBean
    private AttendanceService attendance;

    @Test
    void booksAPerson() {
        var booking = aStoredBooking();
        given(bookings.book(SLOT.id(), new Request(MARGARET.id(), null, null, false), "key"))
                .willReturn(new BookingDetails(booking, null, SLOT, HUB, MARGARET, null, Map.of()));

        assertThat(book(HUB_STAFF, BODY))
                .hasStatus(201)
                .hasHeader("Location", "/api/bookings/" + booking.id().value())
                .hasHeader("ETag", "\"0\"")
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"hubName": "Library", "date": "2026-11-24", "starts": "09:30", "ends": "10:15",
                         "personName": "Margaret Ellison", "status": "expected", "askedOn": "2026-11-24"}""");
    }

    @Test
    void answersEachRefusal() {
        assertAnswer(new NotFound(), 404, "not-found");
        assertAnswer(new PlaceRefusal.SlotFull(List.of(FreeSlot.of(SLOT, 0))), 409, "slot-full");
        assertAnswer(
                new PlaceRefusal.SlotFull(List.of(FreeSlot.of(SLOT, 0))),
                409,
                "\"alternatives\":[{\"id\":\"" + SLOT.id().value());
        assertAnswer(new PlaceRefusal.SlotOver(List.of()), 409, "slot-over");
        assertAnswer(new PlaceRefusal.HoldExpired(List.of(FreeSlot.of(SLOT, 0))), 410, "hold-expired");
        assertAnswer(new PlaceRefusal.NoMorePlaces(), 409, "no-more-places");
        assertAnswer(new BookingRefusal.AlreadyBooked(), 409, "already-booked");
        assertAnswer(new BookingRefusal.AskedInTheFuture(), 400, "#/askedOn");
        assertAnswer(new AttendanceRefusal.NotToday(DAY), 409, "not-today");
        assertAnswer(new BookingRefusal.NotStarted(), 409, "not-started");
        assertAnswer(new AttendanceRefusal.WrongStatus("did-not-attend"), 409, "wrong-status");
        assertAnswer(new AttendanceRefusal.WrongStatus("did-not-attend"), 409, "\"bookingStatus\":\"did-not-attend\"");
        assertAnswer(new BookingRefusal.MovedMeanwhile(), 409, "moved-meanwhile");
        assertAnswer(new AttendanceRefusal.TooLateToUndo(), 409, "too-late-to-undo");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(book(HUB_STAFF, "{}")).hasStatus(400).bodyText().contains("#/personId", "NotNull");
        assertThat(book(HUB_STAFF, "{\"personId\": \"Margaret\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("#/personId");
        assertThat(mvc.post()
                        .uri("/api/slots/{id}/bookings", SLOT.id().value())
                        .with(As.a(HUB_STAFF))
                        .contentType(APPLICATION_JSON)
                        .content(BODY))
                .hasStatus(400)
                .bodyText()
                .contains("idempotency-key-missing");
    }

    @Test
    void letsOnlyThoseInWhoMeetPeople() {
        for (var role : List.of(LEAD, VIEWER)) {
            assertThat(book(role, BODY)).hasStatus(403);
            for (var change : List.of("check-in", "start", "finish", "did-not-attend", "cancel", "undo")) {
                assertThat(mvc.post()
                                .uri("/api/bookings/{id}/" + change, UUID.randomUUID())
                                .with(As.a(role))
                                .contentType(APPLICATION_JSON)
                                .content("{\"askedBy\": \"us\"}"))
                        .hasStatus(403);
            }
            assertThat(mvc.get().uri("/api/bookings/{id}", UUID.randomUUID()).with(As.a(role)))
                    .hasStatus(403);
        }
    }

    private static Booking aStoredBooking() {
        var booking = BookingBuilder.aBooking(SLOT.id(), MARGARET.id(), CLOCK);
        ReflectionTestUtils.setField(booking, "version", 0L);
        return booking;
    }

    private void assertAnswer(Refusal reason, int status, String word) {
        given(bookings.book(eq(SLOT.id()), any(), any())).willThrow(reason.refused());

        assertThat(book(HUB_STAFF, BODY)).hasStatus(status).bodyText().contains(word);
    }

    private MvcTestResult book(Role role, String body) {
        return mvc.post()
                .uri("/api/slots/{id}/bookings", SLOT.id().value())
                .with(As.a(role))
                .header("Idempotency-Key", "key")
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
