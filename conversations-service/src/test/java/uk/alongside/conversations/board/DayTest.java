package uk.alongside.conversations.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.capacity.CapacityCheck;
import uk.alongside.foundation.wall.CouncilContext;

/** Tests a day at a hub, over HTTP. */
@ServiceTest
class DayTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CapacityCheck check;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private UUID hub;
    private String slot;
    private String later;
    private UUID margaret;

    @BeforeEach
    void aDayWithOnePlaceInEachSlot() {
        council = TestCouncil.create(port);
        priya = council.hubStaff();
        sam = council.hubStaff();
        hub = council.hub("Library");
        var slots = council.session(hub, TestCouncil.today().plusDays(1), 1).path("slots");
        slot = slots.path(0).path("id").asString();
        later = slots.path(1).path("id").asString();
        margaret = council.person("Margaret", "Ellison");
    }

    @Test
    void goesFromExpectedToFinishedAndSaysWithWhom() {
        var booking = booked(slot, margaret);

        assertThat(change(priya, booking, "start").problem()).isEqualTo("wrong-status");
        TestCouncil.isToday(booking);
        assertThat(change(priya, booking, "check-in").status()).isEqualTo(200);
        var started = change(sam, booking, "start");
        assertThat(started.json().path("status").asString()).isEqualTo("in-conversation");
        assertThat(started.json().path("withName").asString()).isEqualTo("Priya N");
        assertThat(onBoard(booking).path("withName").asString()).isEqualTo("Priya N");
        assertThat(change(sam, booking, "finish").json().path("finishedAt").asString())
                .isNotEmpty();

        var counts = board().path("counts");
        assertThat(counts.path("arrived").asInt()).isEqualTo(1);
        assertThat(priya.get("/api/people/" + margaret + "/bookings")
                        .json()
                        .path("items")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("finished");
    }

    @Test
    void freesThePlaceOfACancelledBookingAndLetsThePersonBookAgain() {
        var booking = booked(slot, margaret);
        var cancelled = cancel(priya, booking, "person");
        assertThat(cancelled.json().path("status").asString()).isEqualTo("cancelled");
        assertThat(cancelled.json().path("cancelledFor").asString()).isEqualTo("person");
        assertThat(cancel(priya, booking, "us").json().path("cancelledFor").asString())
                .isEqualTo("person");
        assertThat(onBoard(booking).path("status").asString()).isEqualTo("cancelled");
        assertThat(board().path("counts").path("booked").asInt()).isZero();

        booked(slot, margaret);

        assertThat(change(priya, booking, "undo").problem()).isEqualTo("already-booked");
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void takesTheOnlyPlaceBackWhenACancellationIsUndoneUnlessItHasGone() {
        var booking = booked(slot, margaret);
        cancel(priya, booking, "us");
        assertThat(change(priya, booking, "undo").json().path("status").asString())
                .isEqualTo("expected");
        cancel(priya, booking, "us");
        booked(slot, council.person("Tom", "Akande"));

        var refused = change(priya, booking, "undo");

        assertThat(refused.problem()).isEqualTo("slot-full");
        assertThat(refused.json().path("alternatives")).hasSize(3);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void undoesACancellationAndAMoveOfATimeThatIsOver() {
        var cancelled = booked(slot, margaret);
        cancel(priya, cancelled, "us");
        itIsOver(slot);
        assertThat(change(priya, cancelled, "undo").json().path("status").asString())
                .isEqualTo("expected");

        assertThat(priya.post("/api/bookings/" + cancelled + "/move", "{\"slotId\": \"" + later + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(change(priya, cancelled, "undo").json().path("slotId").asString())
                .isEqualTo(slot);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void countsThePlacesLeftLikeTheListOfSessionsWithoutTimesThatAreOver() {
        itIsOver(slot);

        var listed = council.lead()
                .get("/api/hubs/" + hub + "/sessions")
                .json()
                .path("items")
                .path(0);

        assertThat(listed.path("left").asInt())
                .isEqualTo(board().path("counts").path("placesLeft").asInt())
                .isEqualTo(listed.path("places").asInt() - 1);
    }

    private static void itIsOver(String slot) {
        RunningService.superuser()
                .sql("update app.slot set starts_at = :starts, ends_at = :ends where id = :id")
                .param("starts", RunningService.ago(Duration.ofMinutes(2)))
                .param("ends", RunningService.ago(Duration.ofMinutes(1)))
                .param("id", UUID.fromString(slot))
                .update();
    }

    @Test
    void saysNothingOfWhatHasNotChanged() {
        var booking = booked(slot, margaret);
        TestCouncil.isToday(booking);
        change(priya, booking, "check-in");
        change(priya, booking, "start");
        change(priya, booking, "finish");
        var other = booked(later, margaret);
        cancel(priya, other, "us");
        var changes = changes();

        for (var again : List.of("check-in", "finish")) {
            assertThat(change(priya, booking, again).status()).isEqualTo(200);
        }
        assertThat(cancel(priya, other, "us").status()).isEqualTo(200);
        assertThat(priya.post("/api/bookings/" + other + "/move", "{\"slotId\": \"" + later + "\"}")
                        .problem())
                .isEqualTo("wrong-status");

        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void staysWhereItIsWhenItIsMovedThere() {
        var booking = booked(slot, margaret);
        var changes = changes();

        var moved = priya.post("/api/bookings/" + booking + "/move", "{\"slotId\": \"" + slot + "\"}");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().path("slotId").asString()).isEqualTo(slot);
        assertThat(changes()).isEqualTo(changes);
    }

    /** Counts the changes of bookings that the record and the boards received. */
    private List<Long> changes() {
        return Stream.of(
                        "select coalesce(sum(revision), 0) from app.day_revision where tenant_id = :council",
                        "select count(*) from app.audit_event where tenant_id = :council and kind = 'booking'"
                                + " and action <> 'read'")
                .map(sql -> RunningService.superuser()
                        .sql(sql)
                        .param("council", council.id())
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    void forgetsABookingThatIsUndoneAsSoonAsItIsMade() {
        var booking = booked(slot, margaret);

        assertThat(change(sam, booking, "undo").problem()).isEqualTo("too-late-to-undo");
        assertThat(change(priya, booking, "undo").status()).isEqualTo(200);

        assertThat(board().toString()).doesNotContain(booking);
        assertThat(priya.get("/api/people/" + margaret + "/bookings").json().path("items"))
                .isEmpty();
        booked(slot, council.person("Tom", "Akande"));
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void allowsAnUndoForTwoMinutes() {
        var booking = booked(slot, margaret);
        TestCouncil.isToday(booking);
        change(priya, booking, "check-in");
        RunningService.superuser()
                .sql("update app.attendance a set changed_at = :changed from app.booking b"
                        + " where b.tenant_id = a.tenant_id and b.attendance_id = a.id and b.id = :id")
                .param("changed", RunningService.ago(Duration.ofMinutes(3)))
                .param("id", UUID.fromString(booking))
                .update();

        assertThat(change(priya, booking, "undo").problem()).isEqualTo("too-late-to-undo");
    }

    @Test
    void recordsNoAbsenceBeforeTheSlotStarts() {
        var booking = booked(later, margaret);

        assertThat(priya.post("/api/bookings/" + booking + "/did-not-attend", "{\"reason\": \"ill\"}")
                        .problem())
                .isEqualTo("not-started");
        assertThat(priya.post("/api/bookings/" + booking + "/did-not-attend", "{\"reason\": \"bored\"}")
                        .problem())
                .isEqualTo("invalid");
    }

    @Test
    void keepsTheReasonAndTheNextStepOfAPersonWhoDidNotCome() {
        var booking = booked(slot, margaret);
        RunningService.superuser()
                .sql("update app.slot set starts_at = :starts where id = :id")
                .param("starts", RunningService.ago(Duration.ofMinutes(15)))
                .param("id", UUID.fromString(slot))
                .update();
        assertThat(onBoard(booking).path("late").asBoolean()).isTrue();

        priya.post("/api/bookings/" + booking + "/did-not-attend", "{\"reason\": \"ill\", \"next\": \"ring-them\"}");

        var missed = onBoard(booking);
        assertThat(missed.path("status").asString()).isEqualTo("did-not-attend");
        assertThat(missed.path("late").asBoolean()).isFalse();
        assertThat(missed.path("absenceReason").asString()).isEqualTo("ill");
        assertThat(missed.path("absenceNext").asString()).isEqualTo("ring-them");
        assertThat(wrongSlots()).isEmpty();
        TestCouncil.isToday(booking);
        assertThat(change(priya, booking, "check-in").json().path("status").asString())
                .isEqualTo("arrived");
    }

    @Test
    void letsThoseWaitWhoCameWithoutABooking() {
        var today = "/api/hubs/" + hub + "/days/" + TestCouncil.today();
        var known = priya.post(
                today + "/walk-ins", "{\"personId\": \"" + margaret + "\", \"name\": \"Peg\", \"reason\": \"advice\"}");
        var shy = priya.post(today + "/walk-ins", "{\"reason\": \"help-with-a-form\", \"name\": \" \"}");
        assertThat(known.status()).as("%s", known).isEqualTo(201);
        assertThat(known.json().path("name").asString()).isEqualTo("Margaret Ellison");
        assertThat(known.json().path("askedOn").asString())
                .isEqualTo(TestCouncil.today().toString());
        assertThat(shy.json().path("name").isNull()).isTrue();

        var path = "/api/walk-ins/" + known.json().path("id").asString() + "/";
        assertThat(priya.post(path + "finish", "").problem()).isEqualTo("wrong-status");
        assertThat(priya.post(path + "leave", "").json().path("status").asString())
                .isEqualTo("left");
        assertThat(priya.post(path + "undo", "").json().path("status").asString())
                .isEqualTo("waiting");
        var started = sam.post(path + "start", "");
        assertThat(started.json().path("withName").asString()).isEqualTo("Priya N");
        assertThat(priya.post(path + "leave", "").problem()).isEqualTo("wrong-status");
        assertThat(priya.post(path + "undo", "").problem()).isEqualTo("too-late-to-undo");
        assertThat(priya.post(path + "finish", "").status()).isEqualTo(200);

        var day = priya.get(today).json();
        assertThat(day.path("walkIns").findValuesAsString("status")).containsExactly("finished", "waiting");
        assertThat(day.path("counts").path("walkIns").asInt()).isEqualTo(2);
    }

    @Test
    void isRememberedOfAPersonWhoOnlyWalkedIn() {
        var today = TestCouncil.today().toString();
        var walkIn = priya.post(
                "/api/hubs/" + hub + "/days/" + today + "/walk-ins",
                "{\"personId\": \"" + margaret + "\", \"reason\": \"advice\"}");
        assertThat(lastSeen().isNull()).isTrue();

        priya.post("/api/walk-ins/" + walkIn.json().path("id").asString() + "/start", "");
        booked(slot, margaret);

        assertThat(lastSeen().asString()).isEqualTo(today);
        var visits = priya.get("/api/people/" + margaret + "/bookings").json().path("items");
        assertThat(visits).hasSize(2);
        assertThat(visits.path(0).path("walkIn").asBoolean()).isFalse();
        assertThat(visits.path(0).path("status").asString()).isEqualTo("expected");
        assertThat(visits.path(1).path("walkIn").asBoolean()).isTrue();
        assertThat(visits.path(1).path("hubName").asString()).isEqualTo("Library");
        assertThat(visits.path(1).path("date").asString()).isEqualTo(today);
        assertThat(visits.path(1).path("starts").asString()).matches("\\d\\d:\\d\\d");
        assertThat(visits.path(1).path("status").asString()).isEqualTo("in-conversation");
    }

    private JsonNode lastSeen() {
        return priya.post("/api/people/search", "{\"text\": \"ellison\"}")
                .json()
                .path("items")
                .path(0)
                .path("lastSeen");
    }

    @Test
    void undoesEachStepOfAWalkInAndForgetsTheVisitThatDidNotHappen() {
        var today = "/api/hubs/" + hub + "/days/" + TestCouncil.today();
        var walkIn = priya.post(today + "/walk-ins", "{\"personId\": \"" + margaret + "\", \"reason\": \"advice\"}");
        var path = walkIn.header("Location");
        assertThat(walkIn.header("ETag")).isEqualTo("\"0\"");

        priya.post(path + "/start", "");
        assertThat(priya.post(path + "/start", "").json().path("status").asString())
                .isEqualTo("in-conversation");
        priya.post(path + "/finish", "");
        assertThat(priya.post(path + "/start", "").problem()).isEqualTo("wrong-status");
        assertThat(priya.post(path + "/undo", "").json().path("status").asString())
                .isEqualTo("in-conversation");
        assertThat(priya.post(path + "/undo", "").problem()).isEqualTo("too-late-to-undo");

        var other = priya.post(today + "/walk-ins", "{\"personId\": \"" + margaret + "\", \"reason\": \"talk\"}")
                .header("Location");
        priya.post(other + "/start", "");
        assertThat(priya.post(other + "/undo", "").json().path("status").asString())
                .isEqualTo("waiting");
        assertThat(priya.get(other).json().path("withName").isNull()).isTrue();
        assertThat(attendances()).isEqualTo(1);
    }

    private long attendances() {
        return RunningService.superuser()
                .sql("select count(*) from app.attendance where tenant_id = :council")
                .param("council", council.id())
                .query(Long.class)
                .single();
    }

    @Test
    void takesNoWalkInsForAnotherDayOrWithoutAReason() {
        var tomorrow = "/api/hubs/" + hub + "/days/" + TestCouncil.today().plusDays(1) + "/walk-ins";
        var today = "/api/hubs/" + hub + "/days/" + TestCouncil.today() + "/walk-ins";

        assertThat(priya.post(tomorrow, "{\"reason\": \"talk\"}").problem()).isEqualTo("not-today");
        assertThat(priya.post(today, "{}").problem()).isEqualTo("invalid");
        assertThat(priya.post(
                                today,
                                "{\"reason\": \"talk\", \"askedOn\": \""
                                        + TestCouncil.today().plusDays(1) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(priya.post(today, "{\"reason\": \"talk\", \"personId\": \"" + UUID.randomUUID() + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void marksWalkInsThatWaitOvernightAsLeft() {
        var added =
                priya.post("/api/hubs/" + hub + "/days/" + TestCouncil.today() + "/walk-ins", "{\"reason\": \"talk\"}");
        var id = UUID.fromString(added.json().path("id").asString());
        wrongSlots();
        assertThat(statusOf(id)).isEqualTo("WAITING");
        RunningService.superuser()
                .sql("update app.walk_in set day = day - 1 where id = :id")
                .param("id", id)
                .update();

        wrongSlots();

        assertThat(statusOf(id)).isEqualTo("LEFT");
    }

    private static String statusOf(UUID walkIn) {
        return RunningService.superuser()
                .sql("select status from app.walk_in where id = :id")
                .param("id", walkIn)
                .query(String.class)
                .single();
    }

    private String booked(String slot, UUID person) {
        var booked = priya.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        return booked.json().path("id").asString();
    }

    private static Answer change(Api member, String booking, String change) {
        return member.post("/api/bookings/" + booking + "/" + change, "");
    }

    private static Answer cancel(Api member, String booking, String askedBy) {
        return member.post("/api/bookings/" + booking + "/cancel", "{\"askedBy\": \"" + askedBy + "\"}");
    }

    private JsonNode board() {
        return priya.get("/api/hubs/" + hub + "/days/" + TestCouncil.today().plusDays(1))
                .json();
    }

    private JsonNode onBoard(String booking) {
        return board().path("sessions")
                .path(0)
                .path("slots")
                .valueStream()
                .flatMap(each -> each.path("bookings").valueStream())
                .filter(each -> each.path("id").asString().equals(booking))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> wrongSlots() {
        return CouncilContext.call(council.id(), check::run);
    }
}
