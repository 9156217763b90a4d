package uk.alongside.conversations.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Tests places that are held, moved and added, over HTTP. */
@ServiceTest
class HoldTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CapacityCheck check;

    @Autowired
    private HoldService holds;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private UUID hub;
    private String session;
    private String slot;
    private String later;
    private UUID margaret;
    private UUID tom;

    @BeforeEach
    void slotsWithOnePlace() {
        council = TestCouncil.create(port);
        priya = council.hubStaff();
        sam = council.hubStaff();
        hub = council.hub("Library");
        var planned = council.session(hub, TestCouncil.today().plusDays(1), 1);
        session = "/api/sessions/" + planned.path("id").asString();
        var slots = planned.path("slots");
        slot = slots.path(0).path("id").asString();
        later = slots.path(1).path("id").asString();
        margaret = council.person("Margaret", "Ellison");
        tom = council.person("Tom", "Akande");
    }

    @Test
    void keepsThePlaceFromEverybodyElse() {
        held(priya, slot);

        assertThat(book(sam, slot, tom, null).problem()).isEqualTo("slot-full");
        assertThat(sam.post("/api/slots/" + slot + "/holds", "").problem()).isEqualTo("slot-full");
        assertThat(sam.get("/api/hubs/" + hub + "/free-slots").text()).doesNotContain(slot);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void countsAsLeftForItsMemberOnTheBoardAndAmongTheFreeSlots() {
        var free = left(priya);
        held(priya, slot);

        assertThat(slotOnBoard(priya).path("left").asInt()).isEqualTo(1);
        assertThat(slotOnBoard(priya).path("held").asInt()).isZero();
        assertThat(left(priya)).isEqualTo(free);
        var offered = priya.get("/api/hubs/" + hub + "/free-slots")
                .json()
                .path("items")
                .path(0);
        assertThat(offered.path("id").asString()).isEqualTo(slot);
        assertThat(offered.path("left").asInt()).isEqualTo(1);
        assertThat(slotOnBoard(sam).path("left").asInt()).isZero();
        assertThat(slotOnBoard(sam).path("held").asInt()).isEqualTo(1);
        assertThat(left(sam)).isEqualTo(free - 1);
    }

    @Test
    void becomesTheBooking() {
        var hold = held(priya, slot);

        var booked = book(priya, slot, margaret, hold);

        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        assertThat(taken(slot)).isEqualTo(1);
        assertThat(wrongSlots()).isEmpty();
        var again = book(priya, slot, tom, hold);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.problem()).isEqualTo("hold-expired");
        assertThat(again.json().path("alternatives")).hasSize(3);
    }

    @Test
    void isUsedForItsMemberInAnotherWindow() {
        held(priya, slot);
        var booked = book(priya, slot, margaret, null);
        var first = held(priya, later);
        held(priya, later);

        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        assertThat(taken(later)).isEqualTo(1);
        assertThat(book(sam, later, tom, null).problem()).isEqualTo("slot-full");
        assertThat(book(priya, later, tom, first).status()).isEqualTo(201);
        assertThat(book(priya, later, council.person("Joan", "Mbeki"), null).problem())
                .isEqualTo("slot-full");
        assertThat(taken(slot)).isEqualTo(1);
        assertThat(taken(later)).isEqualTo(1);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void saysThatTheSessionIsCancelled() {
        var hold = held(priya, slot);
        var why = "{\"reason\": \"The heating is broken\"}";
        var preview = priya.post(session + "/cancel/preview", why);
        var cancelled = priya.send("POST", session + "/cancel", why, "If-Match", preview.header("ETag"));
        assertThat(cancelled.status()).as("%s", cancelled).isEqualTo(200);

        assertThat(book(priya, slot, margaret, hold).problem()).isEqualTo("slot-withdrawn");
        assertThat(book(sam, slot, tom, null).problem()).isEqualTo("slot-withdrawn");
        assertThat(sam.post("/api/slots/" + slot + "/holds", "").problem()).isEqualTo("slot-withdrawn");
    }

    @Test
    void isGoodForOneMemberAndOneSlotOnly() {
        var hold = held(priya, slot);

        assertThat(book(sam, slot, tom, hold).problem()).isEqualTo("hold-expired");
        assertThat(book(priya, later, tom, hold).problem()).isEqualTo("hold-expired");
        assertThat(sam.send("DELETE", "/api/holds/" + hold, null).status()).isEqualTo(404);
        assertThat(priya.send("DELETE", "/api/holds/" + hold, null).status()).isEqualTo(204);
        assertThat(priya.send("DELETE", "/api/holds/" + hold, null).status()).isEqualTo(404);
        assertThat(taken(slot)).isZero();
    }

    @Test
    void isNoLongerGoodAfterItsTimeAndSaysThatThePlaceIsStillFree() {
        var hold = held(priya, slot);
        expire();

        var refused = book(priya, slot, margaret, hold);

        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.json().path("alternatives").path(0).path("id").asString())
                .isEqualTo(slot);
        assertThat(refused.json().path("alternatives").path(0).path("left").asInt())
                .isEqualTo(1);
        assertThat(book(priya, slot, margaret, null).status()).isEqualTo(201);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void makesWayForAnotherBookingOnceItHasExpired() {
        held(priya, slot);
        expire();

        assertThat(book(sam, slot, tom, null).status()).isEqualTo(201);
        assertThat(taken(slot)).isEqualTo(1);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void isTidiedAwayByTheTask() {
        stopTheTask();
        held(priya, slot);
        held(priya, later);
        assertThat(CouncilContext.call(council.id(), holds::releaseExpired)).isZero();
        expire();

        assertThat(CouncilContext.call(council.id(), holds::releaseExpired)).isEqualTo(2);

        assertThat(taken(slot)).isZero();
        assertThat(priya.get("/api/hubs/" + hub + "/free-slots").text()).contains(slot, later);
    }

    @Test
    void isFoundByTheNightlyCheckIfNothingTidiesItAway() {
        stopTheTask();
        held(priya, slot);
        assertThat(wrongSlots()).isEmpty();
        RunningService.superuser()
                .sql("update app.hold set expires_at = :expired where tenant_id = :id")
                .param("expired", RunningService.ago(Duration.ofHours(2)))
                .param("id", council.id())
                .update();

        assertThat(wrongSlots()).containsExactly(UUID.fromString(slot));
        CouncilContext.call(council.id(), holds::releaseExpired);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void movesABookingIntoAPlaceThatIsHeldAndSaysWhereItWas() {
        var booking = id(book(priya, slot, margaret, null));
        var hold = held(priya, later);

        var moved = move(priya, booking, later, hold);

        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        assertThat(moved.json().path("slotId").asString()).isEqualTo(later);
        assertThat(moved.json().path("original").path("starts").asString()).isEqualTo("09:30");
        assertThat(taken(slot)).isZero();
        assertThat(taken(later)).isEqualTo(1);
        var undone = priya.post("/api/bookings/" + booking + "/undo", "");
        assertThat(undone.json().path("slotId").asString()).isEqualTo(slot);
        assertThat(undone.json().path("original").isNull()).isTrue();
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void keepsABookingWhereItIsIfThereIsNoPlaceToMoveTo() {
        var booking = id(book(priya, slot, margaret, null));
        book(priya, later, tom, null);

        assertThat(move(priya, booking, later, null).problem()).isEqualTo("slot-full");
        assertThat(move(priya, booking, later, UUID.randomUUID().toString()).problem())
                .isEqualTo("hold-expired");
        assertThat(move(priya, booking, slot, null).status()).isEqualTo(200);
        assertThat(taken(slot)).isEqualTo(1);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void isNotNeededWhereALeadAddsAPlaceAndSaysWhy() {
        book(priya, slot, margaret, null);
        var lead = council.lead();

        assertThat(priya.post("/api/slots/" + slot + "/extra-places", "{\"reason\": \"They are family\"}")
                        .status())
                .isEqualTo(403);
        assertThat(lead.post("/api/slots/" + slot + "/extra-places", "{\"reason\": \" \"}")
                        .status())
                .isEqualTo(400);
        var added = lead.post("/api/slots/" + slot + "/extra-places", "{\"reason\": \"They are family\"}");

        assertThat(added.status()).as("%s", added).isEqualTo(201);
        assertThat(added.json().path("places").asInt()).isEqualTo(2);
        assertThat(book(priya, slot, tom, null).status()).isEqualTo(201);
        assertThat(book(priya, slot, council.person("Joan", "Mbeki"), null).problem())
                .isEqualTo("slot-full");
        assertThat(wrongSlots()).isEmpty();
    }

    private JsonNode board(Api member) {
        return member.get("/api/hubs/" + hub + "/days/" + TestCouncil.today().plusDays(1))
                .json();
    }

    private int left(Api member) {
        return board(member).path("counts").path("placesLeft").asInt();
    }

    private JsonNode slotOnBoard(Api member) {
        return board(member).path("sessions").path(0).path("slots").path(0);
    }

    private String held(Api member, String slot) {
        var held = member.post("/api/slots/" + slot + "/holds", "");
        assertThat(held.status()).as("%s", held).isEqualTo(201);
        return id(held);
    }

    private static Answer book(Api member, String slot, UUID person, @Nullable String hold) {
        var held = hold == null ? "" : ", \"holdId\": \"" + hold + "\"";
        return member.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"" + held + "}");
    }

    private static Answer move(Api member, String booking, String slot, @Nullable String hold) {
        var held = hold == null ? "" : ", \"holdId\": \"" + hold + "\"";
        return member.post("/api/bookings/" + booking + "/move", "{\"slotId\": \"" + slot + "\"" + held + "}");
    }

    private void expire() {
        RunningService.superuser()
                .sql("update app.hold set expires_at = :expired where tenant_id = :id")
                .param("expired", RunningService.ago(Duration.ofSeconds(1)))
                .param("id", council.id())
                .update();
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static int taken(String slot) {
        return RunningService.superuser()
                .sql("select taken from app.slot where id = :id")
                .param("id", UUID.fromString(slot))
                .query(Integer.class)
                .single();
    }

    /** The task of a new council is due at once, and would release what a test lets expire. */
    private void stopTheTask() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> RunningService.superuser()
                                .sql("delete from ops.scheduled_tasks where task_name = 'expired-holds'"
                                        + " and task_instance = :council and not picked")
                                .param("council", council.id().toString())
                                .update()
                        == 1);
    }

    private List<UUID> wrongSlots() {
        return CouncilContext.call(council.id(), check::run);
    }
}
