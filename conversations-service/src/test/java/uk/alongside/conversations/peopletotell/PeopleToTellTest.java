package uk.alongside.conversations.peopletotell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests that every change which a person may not know of leaves hub staff with the task of telling them. */
@ServiceTest
class PeopleToTellTest {

    private static final String CANCEL = "{\"reason\": \"The heating is broken\"}";
    private static final String BY_PHONE = "{\"how\": \"phone\"}";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private Api lead;
    private UUID hub;
    private LocalDate day;
    private String session;
    private List<String> slots;

    @BeforeEach
    void aMorningOfTwoSlots() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        lead = council.lead();
        hub = council.hub("Market Street Library");
        day = TestCouncil.today().plusDays(7);
        var made = council.session(hub, day, "09:30", "11:00", 45, 2);
        session = made.path("id").asString();
        slots = List.of(
                made.path("slots").path(0).path("id").asString(),
                made.path("slots").path(1).path("id").asString());
    }

    @Test
    void nobodyIsToBeToldAtFirst() {
        book(slots.getFirst());

        assertThat(toTell()).isEmpty();
    }

    @Test
    void aMovedSessionLeavesEveryoneWhoMustBeTold() {
        var booking = book(slots.getFirst());
        book(slots.getLast());

        moveSession("10:15", "11:45");

        assertThat(toTell()).hasSize(1);
        var person = toTell().path(0);
        assertThat(person.path("bookingId").asString()).isEqualTo(booking);
        assertThat(person.path("personName").asString()).isEqualTo("Tom Akande");
        assertThat(person.path("phone").asString()).isEqualTo("07700 900123");
        assertThat(person.path("cause").asString()).isEqualTo("session-changed");
        assertThat(person.path("was").path("starts").asString()).startsWith("09:30");
        assertThat(person.path("now").path("starts").asString()).startsWith("10:15");
        assertThat(person.path("attempts").path("count").asInt()).isZero();
    }

    @Test
    void aSecondMoveIsToldTogetherWithTheFirst() {
        book(slots.getFirst());
        moveSession("10:15", "11:45");
        moveSession("12:00", "13:30");

        assertThat(toTell()).hasSize(1);
        assertThat(toTell().path(0).path("was").path("starts").asString()).startsWith("09:30");
        assertThat(toTell().path(0).path("now").path("starts").asString()).startsWith("12:00");
    }

    @Test
    void nothingIsToldOfAMoveThatWasTakenBack() {
        var single = council.session(hub, day.plusDays(1), "09:30", "10:15", 45, 2);
        book(single.path("slots").path(0).path("id").asString());
        move(single.path("id").asString(), "12:00", "12:45");
        assertThat(toTell()).hasSize(1);

        move(single.path("id").asString(), "09:30", "10:15");

        assertThat(toTell()).isEmpty();
    }

    @Test
    void aMoveAfterThePersonWasToldIsToldAgain() {
        book(slots.getFirst());
        moveSession("12:00", "13:30");
        tell(toTell().path(0), BY_PHONE);
        assertThat(toTell()).isEmpty();

        moveSession("14:00", "15:30");

        assertThat(toTell()).hasSize(1);
        assertThat(toTell().path(0).path("was").path("starts").asString()).startsWith("12:00");
    }

    @Test
    void aCancelledSessionIsToldWithItsReason() {
        book(slots.getFirst());

        cancelSession();

        assertThat(toTell()).hasSize(1);
        assertThat(toTell().path(0).path("cause").asString()).isEqualTo("session-cancelled");
        assertThat(toTell().path(0).path("reason").asString()).isEqualTo("The heating is broken");
        assertThat(toTell().path(0).path("now").isMissingNode()
                        || toTell().path(0).path("now").isNull())
                .isTrue();
    }

    @Test
    void aCancellationIsToldUnlessThePersonAskedForIt() {
        var byUs = book(slots.getFirst());
        var byPerson = book(slots.getFirst());

        staff.post("/api/bookings/" + byUs + "/cancel", "{\"askedBy\": \"us\"}");
        staff.post("/api/bookings/" + byPerson + "/cancel", "{\"askedBy\": \"person\"}");

        assertThat(toTell()).hasSize(1);
        assertThat(toTell().path(0).path("bookingId").asString()).isEqualTo(byUs);
        staff.post("/api/bookings/" + byUs + "/undo", "");
        assertThat(toTell()).isEmpty();
    }

    @Test
    void anUndoneCancellationLeavesTheEarlierMoveToBeTold() {
        var booking = book(slots.getFirst());
        moveSession("12:00", "13:30");
        staff.post("/api/bookings/" + booking + "/cancel", "{\"askedBy\": \"person\"}");
        assertThat(toTell()).isEmpty();

        staff.post("/api/bookings/" + booking + "/undo", "");

        assertThat(toTell()).hasSize(1);
        assertThat(toTell().path(0).path("now").path("starts").asString()).startsWith("12:00");
    }

    @Test
    void aClosedHubIsToldUntilItOpensAgain() {
        book(slots.getFirst());

        var closure = close();
        assertThat(toTell()).hasSize(1);
        assertThat(toTell().path(0).path("cause").asString()).isEqualTo("hub-closed");
        assertThat(toTell().path(0).path("reason").asString()).isEqualTo("New floor");
        reopen(closure);
        assertThat(toTell()).isEmpty();
    }

    @Test
    void aHubThatIsStillClosedForAnotherReasonIsStillToBeTold() {
        book(slots.getFirst());
        close();
        var second = close(day.plusDays(1));

        reopen(second);

        assertThat(toTell()).hasSize(1);
        assertThat(toTell().path(0).path("cause").asString()).isEqualTo("hub-closed");
    }

    @Test
    void whoWasToldOfAClosureIsToldThatTheHubIsOpenAfterAll() {
        book(slots.getFirst());
        var closure = close();
        tell(toTell().path(0), BY_PHONE);

        reopen(closure);

        assertThat(toTell()).hasSize(1);
        assertThat(toTell().path(0).path("cause").asString()).isEqualTo("hub-reopened");
    }

    @Test
    void aSessionCancelledOnAClosedDayIsToldOnce() {
        book(slots.getFirst());
        close();
        close(day.plusDays(1));
        cancelSession();

        assertThat(toTell()).hasSize(1);
        assertThat(toTell().path(0).path("cause").asString()).isEqualTo("session-cancelled");
    }

    @Test
    void aPersonWhoWasToldStaysOnTheListOfThoseTold() {
        book(slots.getFirst());
        cancelSession();
        var id = toTell().path(0);

        assertThat(post(id, "not-reached", "").status()).isEqualTo(200);
        assertThat(toTell().path(0).path("attempts").path("count").asInt()).isEqualTo(1);
        assertThat(tell(id, BY_PHONE).json().path("told").path("how").asString())
                .isEqualTo("phone");

        assertThat(toTell()).isEmpty();
        var told = staff.get("/api/hubs/" + hub + "/people-to-tell?told=true").json();
        assertThat(told.path("items")).hasSize(1);
        assertThat(post(id, "not-reached", "").problem()).isEqualTo("nothing-to-tell");
        assertThat(post(id, "undo", "").status()).isEqualTo(200);
        assertThat(toTell()).hasSize(1);
        assertThat(post(id, "undo", "").problem()).isEqualTo("not-told");
    }

    @Test
    void whatIsNewerIsNotHiddenByAnUndo() {
        book(slots.getFirst());
        moveSession("12:00", "13:30");
        var first = toTell().path(0);
        tell(first, BY_PHONE);
        moveSession("14:00", "15:30");

        assertThat(post(first, "undo", "").problem()).isEqualTo("not-told");
    }

    @Test
    void twoMembersTellAPersonOnce() throws Exception {
        book(slots.getFirst());
        cancelSession();
        var person = toTell().path(0);
        var other = council.hubStaff();
        var path = "/api/people-to-tell/" + person.path("id").asString() + "/told";

        List<Callable<Api.Answer>> both = List.of(() -> staff.post(path, BY_PHONE), () -> other.post(path, BY_PHONE));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var statuses = threads.invokeAll(both).stream()
                    .map(answer -> answer.resultNow().status())
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(staff.post(path, BY_PHONE).status()
                        + other.post(path, BY_PHONE).status())
                .as("the one who told them may send it again")
                .isEqualTo(200 + 409);
    }

    @Test
    void aPersonWhoHasComeNeedNotBeTold() {
        var today = council.session(hub, TestCouncil.today(), "00:00", "00:00", 240, 2);
        var booking = book(today.path("slots").path(5).path("id").asString());
        var id = today.path("id").asString();
        move(id, "20:30", "23:45");
        assertThat(toTell()).hasSize(1);

        TestCouncil.isToday(booking);
        assertThat(staff.post("/api/bookings/" + booking + "/check-in", "").status())
                .isEqualTo(200);

        assertThat(toTell()).isEmpty();
    }

    @Test
    void aLeadWhoMayNotReadPeopleSeesNoList() {
        assertThat(lead.get("/api/hubs/" + hub + "/people-to-tell").status()).isEqualTo(403);
    }

    private JsonNode toTell() {
        var answer = staff.get("/api/hubs/" + hub + "/people-to-tell");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items");
    }

    private Api.Answer tell(JsonNode person, String how) {
        return post(person, "told", how);
    }

    private Api.Answer post(JsonNode person, String what, String body) {
        return staff.post("/api/people-to-tell/" + person.path("id").asString() + "/" + what, body);
    }

    private String book(String slot) {
        var booked = staff.post(
                "/api/slots/" + slot + "/bookings", "{\"personId\": \"" + council.person("Tom", "Akande") + "\"}");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.json().path("id").asString();
    }

    private void moveSession(String starts, String ends) {
        move(session, starts, ends);
    }

    private void move(String session, String starts, String ends) {
        var change = """
                {"scope": "this", "starts": "%s", "ends": "%s", "slotMinutes": 45, "placesPerSlot": 2,
                 "room": "Room 2"}""".formatted(starts, ends);
        confirm("/api/sessions/" + session + "/changes", change);
    }

    private void cancelSession() {
        confirm("/api/sessions/" + session + "/cancel", CANCEL);
    }

    private void confirm(String path, String body) {
        var preview = lead.post(path + "/preview", body);
        var done = lead.send("POST", path, body, "If-Match", preview.header("ETag"));
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
    }

    private String close() {
        return close(day);
    }

    private String close(LocalDate to) {
        var closed = lead.post("/api/hubs/" + hub + "/closures", """
                {"from": "%s", "to": "%s", "reason": "New floor"}""".formatted(day, to));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        return closed.json().path("id").asString();
    }

    private void reopen(String closure) {
        assertThat(lead.send("DELETE", "/api/hubs/" + hub + "/closures/" + closure, null)
                        .status())
                .isEqualTo(204);
    }
}
