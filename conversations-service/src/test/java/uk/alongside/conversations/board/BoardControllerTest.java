package uk.alongside.conversations.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.conversations.board.BoardService.Board;
import uk.alongside.conversations.booking.Booking;
import uk.alongside.conversations.booking.BookingBuilder;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.person.Need;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.place.Holds.Held;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionTime;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;

@WebMvcTest({BoardController.class, FreeSlotController.class})
@ControllerTest
class BoardControllerTest {

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

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private DayWatch watch;

    @MockitoBean
    private BoardService board;

    @Test
    void showsTheDay() {
        var session = new SessionTime(
                new SessionId(SLOT.session()),
                HUB.id(),
                DAY,
                LocalTime.of(9, 30),
                LocalTime.of(10, 15),
                null,
                null,
                false,
                false,
                List.of(SLOT));
        given(board.day(HUB.id(), DAY))
                .willReturn(new Board(
                        HUB,
                        DAY,
                        DAY,
                        NOW,
                        List.of(session),
                        Map.of(SLOT.id(), List.of(booking())),
                        new Held(Map.of(), Map.of()),
                        Map.of(MARGARET.id(), MARGARET),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        Map.of(new SessionId(SLOT.session()), 7),
                        Optional.empty()));

        assertThat(mvc.get()
                        .uri("/api/hubs/{hub}/days/2026-11-24", HUB.id().value())
                        .with(As.a(HUB_STAFF)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"today": true, "counts": {"booked": 1, "arrived": 0, "withoutName": 7, "placesLeft": 1}, "next": null,
                         "sessions": [{"headcount": 7, "slots": [{"starts": "09:30", "startsAt": "2026-11-24T09:30:00Z", "left": 1,
                           "bookings": [{"personReference": "7KQ2MX4P", "status": "expected", "needs": ["step-free"]}]}]}]}""");
        assertThat(mvc.get().uri("/api/hubs/{hub}/days/today", HUB.id().value()).with(As.a(HUB_STAFF)))
                .hasStatus(404);
    }

    @Test
    void letsOnlyThoseInWhoMeetPeople() {
        for (var role : List.of(LEAD, VIEWER)) {
            assertThat(mvc.get()
                            .uri("/api/hubs/{hub}/days/2026-11-24", HUB.id().value())
                            .with(As.a(role)))
                    .hasStatus(403);
            assertThat(mvc.get()
                            .uri("/api/hubs/{hub}/free-slots", HUB.id().value())
                            .with(As.a(role)))
                    .hasStatus(403);
        }
    }

    private static Booking booking() {
        return BookingBuilder.aBooking(SLOT.id(), MARGARET.id(), CLOCK);
    }
}
