package uk.alongside.conversations.session;

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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.session.SessionService.Listed;
import uk.alongside.conversations.session.SessionService.Planned;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.Refusal;

@WebMvcTest(SessionController.class)
@ControllerTest
class SessionControllerTest {

    private static final HubId HUB = new HubId(UUID.randomUUID());
    private static final String BODY =
            "{\"date\": \"2026-10-25\", \"starts\": \"00:30\", \"ends\": \"03:00\", \"slotMinutes\": 30, \"placesPerSlot\": 2}";
    private static final SessionPlan PLAN = new SessionPlan(
            LocalDate.parse("2026-10-25"),
            new SessionPattern(LocalTime.of(0, 30), LocalTime.of(3, 0), List.of(), 30, 2, null, null, null, List.of()));

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private SessionService sessions;

    @Test
    void plansASessionAndExplainsTheClocks() {
        var clock = Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), Session.LONDON);
        var session = Session.planned(SessionId.random(), HUB, PLAN, clock);
        var slots = session.slots(2);
        given(sessions.plan(HUB, PLAN, "key")).willReturn(new Planned(session, new HubName(HUB, "Library"), slots));

        assertThat(create(LEAD, BODY)).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                        {"hubName": "Library", "date": "2026-10-25", "starts": "00:30", "ends": "03:00",
                         "clockChange": "back"}""");
    }

    @Test
    void showsTheSlotsOfASessionWhileTheClocksGoBackBeforeItIsPlanned() {
        var clock = Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), Session.LONDON);
        given(sessions.preview(HUB, PLAN)).willReturn(Session.planned(SessionId.random(), HUB, PLAN, clock));

        assertThat(mvc.post()
                        .uri("/api/hubs/{hub}/sessions/preview", HUB.value())
                        .with(As.a(LEAD))
                        .contentType(APPLICATION_JSON)
                        .content(BODY))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"places": 14, "clockChange": "back",
                         "slots": [{"starts": "00:30", "places": 2}, {}, {}, {}, {}, {}, {"ends": "03:00"}]}""");
    }

    @Test
    void pagesThroughTheSessionsOfAHub() {
        given(sessions.list(HUB, LocalDate.parse("2026-11-24"), LocalDate.parse("2026-12-01"), 7))
                .willReturn(new Listed(List.of(), LocalDate.parse("2027-01-12"), Instant.EPOCH));

        assertThat(mvc.get()
                        .uri("/api/hubs/{hub}/sessions?from=2026-11-24&days=7&after=2026-12-01", HUB.value())
                        .with(As.a(HUB_STAFF)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [], \"next\": \"2027-01-12\"}");
        assertThat(mvc.get()
                        .uri("/api/hubs/{hub}/sessions?days=93", HUB.value())
                        .with(As.a(HUB_STAFF)))
                .hasStatus(400);
    }

    @Test
    void needsAKey() {
        assertThat(mvc.post()
                        .uri("/api/hubs/{hub}/sessions", HUB.value())
                        .with(As.a(LEAD))
                        .contentType(APPLICATION_JSON)
                        .content(BODY))
                .hasStatus(400)
                .bodyText()
                .contains("idempotency-key-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"slotMinutes\": 30 | \"slotMinutes\": 4 | #/slotMinutes | Min",
                "\"slotMinutes\": 30 | \"slotMinutes\": 241 | #/slotMinutes | Max",
                "\"placesPerSlot\": 2 | \"placesPerSlot\": 0 | #/placesPerSlot | Min",
                "\"placesPerSlot\": 2 | \"placesPerSlot\": 51 | #/placesPerSlot | Max",
                "\"2026-10-25\" | null | #/date | NotNull",
                "\"2026-10-25\" | \"2026-02-30\" | #/date | Format",
                "\"00:30\" | \"25:00\" | #/starts | Format",
                "\"00:30\" | \"half past\" | #/starts | Format",
            })
    void saysWhatIsWrong(String right, String wrong, String pointer, String code) {
        assertThat(create(LEAD, BODY.replace(right, wrong)))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\": [{\"pointer\": \"%s\", \"code\": \"%s\"}]}".formatted(pointer, code));
    }

    @Test
    void answersEachRefusal() {
        assertAnswer(new NotFound(), 404, "not-found");
        assertAnswer(new SessionRefusal.EndsBeforeItStarts(), 400, "EndsBeforeItStarts");
        assertAnswer(new SessionRefusal.LongerThanADay(), 400, "LongerThanADay");
        assertAnswer(new SessionRefusal.SlotDoesNotFit(30), 400, "SlotDoesNotFit");
        assertAnswer(
                new SessionRefusal.TimeLeftOut("starts", LocalDate.EPOCH, LocalTime.of(1, 30), LocalTime.of(2, 0)),
                400,
                "#/starts");
        assertAnswer(new SessionRefusal.Over(), 400, "Over");
        assertAnswer(new SessionRefusal.TooFarAhead(LocalDate.EPOCH), 400, "TooFarAhead");
        assertAnswer(new SessionRefusal.NoSuchRoom(), 400, "#/roomId");
        assertAnswer(new SessionRefusal.NoSuchMember(), 400, "#/staff");
        assertAnswer(new SessionRefusal.BreakDoesNotFit(LocalTime.NOON, LocalTime.NOON), 400, "#/breaks");
        assertAnswer(new SessionRefusal.AlreadyCancelled(), 409, "session-cancelled");
        assertAnswer(
                new SessionRefusal.Overlaps(
                        LocalDate.EPOCH, LocalTime.of(9, 30), LocalTime.of(12, 30), "First contact", "Room 2"),
                409,
                "this overlaps First contact, 9:30am to 12:30pm, in Room 2");
    }

    @Test
    void letsTheRightPeopleReadAndWrite() {
        given(sessions.list(HUB, null, null, 28)).willReturn(new Listed(List.of(), null, Instant.EPOCH));

        assertThat(create(VIEWER, BODY)).hasStatus(403);
        assertThat(mvc.get().uri("/api/hubs/{hub}/sessions", HUB.value()).with(As.a(VIEWER)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/api/sessions/{id}", HUB.value()).with(As.a(VIEWER)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/api/hubs/{hub}/sessions", HUB.value()).with(As.a(HUB_STAFF)))
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri("/api/hubs/{hub}/sessions?from=soon", HUB.value())
                        .with(As.a(HUB_STAFF)))
                .hasStatus(400);
    }

    private void assertAnswer(Refusal reason, int status, String word) {
        given(sessions.plan(eq(HUB), any(), any())).willThrow(reason.refused());

        assertThat(create(LEAD, BODY)).hasStatus(status).bodyText().contains(word);
    }

    private MvcTestResult create(Role role, String body) {
        return mvc.post()
                .uri("/api/hubs/{hub}/sessions", HUB.value())
                .with(As.a(role))
                .header("Idempotency-Key", "key")
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
