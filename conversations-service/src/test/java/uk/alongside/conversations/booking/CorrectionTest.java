package uk.alongside.conversations.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.capacity.CapacityCheck;
import uk.alongside.foundation.wall.CouncilContext;

/** Tests corrections of bookings and walk-ins, on the running service. */
@ServiceTest
class CorrectionTest {

    private static final String CANCELLED =
            "\"status\": \"cancelled\", \"askedBy\": \"%s\", \"reason\": \"They rang yesterday\"";

    @LocalServerPort
    private int port;

    @Autowired
    private CapacityCheck check;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private UUID hub;
    private String slot;
    private UUID margaret;
    private String booking;

    /** The time of the corrected visit is midnight, which is never in the future. */
    @BeforeEach
    void aBookingTodayInASlotWithOnePlaceThatHasStartedAndIsNotOver() {
        council = TestCouncil.create(port);
        priya = council.hubStaff();
        sam = council.hubStaff();
        hub = council.hub("Library");
        slot = slot(hub);
        RunningService.superuser()
                .sql("update app.slot set starts_at = :starts where id = :id")
                .param("starts", RunningService.ago(Duration.ofHours(1)))
                .param("id", UUID.fromString(slot))
                .update();
        margaret = council.person("Margaret", "Ellison");
        booking = book(margaret).json().path("id").asString();
    }

    @Test
    void makesAWrongCheckInAnAbsenceAndCountsNoVisit() {
        post("check-in");
        post("start");

        var corrected = correct(priya, "\"status\": \"did-not-attend\", \"reason\": \"Wrong Margaret\"");

        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(201);
        assertThat(corrected.json().path("status").asString()).isEqualTo("did-not-attend");
        assertThat(corrected.json().path("arrivedAt").isNull()).isTrue();
        assertThat(priya.get("/api/hubs/" + hub + "/days/" + TestCouncil.today())
                        .json()
                        .path("counts")
                        .path("arrived")
                        .asInt())
                .isZero();
        assertThat(priya.post("/api/people/search", "{\"text\": \"elli\"}")
                        .json()
                        .path("items")
                        .path(0)
                        .path("lastSeen")
                        .isNull())
                .isTrue();
        assertThat(post("undo").problem()).isEqualTo("too-late-to-undo");
    }

    @Test
    void isKeptWithWhoWhenFromWhatToWhatAndWhyAndCanBeCorrectedAgain() {
        post("check-in");
        correct(priya, "\"status\": \"expected\", \"reason\": \"Wrong Margaret\"");
        var again = correct(
                sam,
                "\"status\": \"finished\", \"arrived\": \"00:00\", \"started\": \"00:00\", \"finished\": \"00:00\","
                        + " \"reason\": \"She had been here\"");

        assertThat(again.json().path("status").asString()).isEqualTo("finished");
        assertThat(again.json().path("withName").asString()).isEqualTo("Priya N");
        var history = priya.get(path()).json().path("items");
        assertThat(history)
                .extracting(each -> each.path("from").path("status").asString() + " "
                        + each.path("to").path("status").asString() + " "
                        + each.path("reason").asString())
                .containsExactly("expected finished She had been here", "arrived expected Wrong Margaret");
        assertThat(history.path(1).path("correctedByName").asString()).isEqualTo("Priya N");
        assertThat(history.path(1).path("from").path("arrivedAt").asString()).isNotEmpty();
        assertThat(history.path(1).path("to").path("arrivedAt").isNull()).isTrue();
        assertThat(history.path(1).path("correctedAt").asString()).isNotEmpty();
    }

    @Test
    void isMadeOnceForARepeatedRequest() {
        post("check-in");
        var tag = tag();
        var body = "{\"status\": \"expected\", \"reason\": \"Wrong Margaret\"}";

        for (int i = 0; i < 2; i++) {
            assertThat(priya.send("POST", path(), body, "If-Match", tag, "Idempotency-Key", "one")
                            .status())
                    .isEqualTo(201);
        }

        assertThat(priya.get(path()).json().path("items")).hasSize(1);
    }

    @Test
    void isRefusedToTheSecondOfTwoMembersAtTheSameMoment() throws Exception {
        post("check-in");
        post("start");
        var tag = tag();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(
                    threads.submit(() -> correct(priya, tag, "\"status\": \"arrived\", \"reason\": \"Not yet\"")),
                    threads.submit(() -> correct(sam, tag, "\"status\": \"expected\", \"reason\": \"Wrong person\"")));

            assertThat(both).extracting(each -> each.get().status()).containsExactlyInAnyOrder(201, 412);
        }
        assertThat(priya.get(path()).json().path("items")).hasSize(1);
    }

    @Test
    void isRefusedOnceAnotherMemberHasStartedTheConversation() {
        post("check-in");
        var tag = tag();
        post("start");

        var refused = correct(sam, tag, "\"status\": \"expected\", \"reason\": \"Wrong person\"");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("stale-version");
        assertThat(refused.json().path("current").path("status").asString()).isEqualTo("in-conversation");
    }

    @Test
    void revivesACancelledBookingOnlyWhileItsPlaceIsFree() {
        cancel();
        assertThat(correct(sam, "\"status\": \"expected\", \"reason\": \"Wrong Margaret\"")
                        .status())
                .isEqualTo(201);
        cancel();
        book(council.person("Tom", "Akande"));

        var refused = correct(sam, "\"status\": \"expected\", \"reason\": \"Wrong Margaret\"");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-full");
        assertThat(CouncilContext.call(council.id(), check::run)).isEmpty();
    }

    @Test
    void revivesACancelledBookingOnlyByTheRulesForEveryBooking() {
        cancel();
        var other = slot(council.hub("Annex"));
        priya.post("/api/slots/" + other + "/bookings", "{\"personId\": \"" + margaret + "\"}");

        assertThat(correct(priya, "\"status\": \"expected\", \"reason\": \"Wrong Margaret\"")
                        .problem())
                .isEqualTo("overlapping-booking");
        assertThat(correct(
                                priya,
                                "\"status\": \"expected\", \"reason\": \"Wrong Margaret\", \"overlapConfirmed\": true")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void isToldToAPersonWhoWasToldOfTheCancellation() {
        cancel();
        var list = "/api/hubs/" + hub + "/people-to-tell";
        var toTell = priya.get(list).json().path("items").path(0).path("id").asString();
        priya.post("/api/people-to-tell/" + toTell + "/told", "{\"how\": \"phone\"}");

        correct(priya, "\"status\": \"expected\", \"reason\": \"Wrong Margaret\"");

        assertThat(priya.get(list).json().path("items"))
                .singleElement()
                .satisfies(each -> assertThat(each.path("cause").asString()).isEqualTo("booking-restored"));
    }

    @Test
    void cancelsABookingFromEveryStatusAndFreesItsPlace() {
        var statuses = List.of(
                "\"expected\"",
                "\"arrived\", \"arrived\": \"00:00\"",
                "\"in-conversation\", \"arrived\": \"00:00\", \"started\": \"00:00\"",
                "\"finished\", \"arrived\": \"00:00\", \"started\": \"00:00\", \"finished\": \"00:00\"",
                "\"did-not-attend\"");
        for (var status : statuses) {
            if (!status.equals("\"expected\"")) {
                assertThat(correct(priya, "\"status\": " + status + ", \"reason\": \"As it was\"")
                                .status())
                        .as(status)
                        .isEqualTo(201);
            }

            var cancelled = correct(priya, CANCELLED.formatted("person"));

            assertThat(cancelled.status()).as("%s %s", status, cancelled).isEqualTo(201);
            assertThat(cancelled.json().path("status").asString()).isEqualTo("cancelled");
            assertThat(cancelled.json().path("cancelledFor").asString()).isEqualTo("person");
            assertThat(cancelled.json().path("arrivedAt").isNull()).isTrue();
            assertThat(CouncilContext.call(council.id(), check::run)).isEmpty();
            assertThat(correct(priya, CANCELLED.formatted("us")).problem()).isEqualTo("nothing-to-correct");
            assertThat(correct(sam, "\"status\": \"expected\", \"reason\": \"Once more\"")
                            .status())
                    .isEqualTo(201);
        }
        assertThat(priya.get(path()).json().path("items"))
                .filteredOn(each -> each.path("to").path("status").asString().equals("cancelled"))
                .extracting(each -> each.path("from").path("status").asString() + " "
                        + each.path("reason").asString())
                .containsExactly(
                        "did-not-attend They rang yesterday",
                        "finished They rang yesterday",
                        "in-conversation They rang yesterday",
                        "arrived They rang yesterday",
                        "expected They rang yesterday");
    }

    @Test
    void givesThePlaceOfACancelledBookingToAnotherPerson() {
        post("check-in");
        correct(priya, CANCELLED.formatted("person"));

        book(council.person("Tom", "Akande"));

        assertThat(post("undo").problem()).isEqualTo("too-late-to-undo");
        assertThat(correct(sam, "\"status\": \"expected\", \"reason\": \"Wrong Margaret\"")
                        .problem())
                .isEqualTo("slot-full");
    }

    @Test
    void isToldToAPersonWhoseBookingTheCouncilCancelsSo() {
        var list = "/api/hubs/" + hub + "/people-to-tell";
        correct(priya, CANCELLED.formatted("person"));
        assertThat(priya.get(list).json().path("items")).isEmpty();
        correct(priya, "\"status\": \"expected\", \"reason\": \"Once more\"");

        correct(priya, CANCELLED.formatted("us"));

        assertThat(priya.get(list).json().path("items"))
                .singleElement()
                .satisfies(each -> assertThat(each.path("cause").asString()).isEqualTo("cancelled-by-us"));
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(correct(priya, "\"status\": \"expected\", \"reason\": \"No change\"")
                        .problem())
                .isEqualTo("nothing-to-correct");
        assertThat(correct(priya, "\"status\": \"arrived\", \"reason\": \" \"").problem())
                .isEqualTo("invalid");
        assertThat(correct(priya, "\"status\": \"arrived\", \"reason\": \"" + "x".repeat(201) + "\"")
                        .problem())
                .isEqualTo("invalid");
        var unasked = correct(priya, "\"status\": \"cancelled\", \"reason\": \"Gone\"");
        assertThat(unasked.problem()).isEqualTo("invalid");
        assertThat(unasked.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("#/askedBy");
        assertThat(correct(priya, "\"status\": \"arrived\", \"reason\": \"They are here\"")
                        .problem())
                .isEqualTo("wrong-times");
        assertThat(priya.post(path(), "{\"status\": \"arrived\", \"reason\": \"They are here\"}")
                        .status())
                .isEqualTo(428);
    }

    @Test
    void putsAWalkInRightInTheSameWay() {
        var walkIn = "/api/walk-ins/"
                + priya.post(
                                "/api/hubs/" + hub + "/days/" + TestCouncil.today() + "/walk-ins",
                                "{\"reason\": \"talk\", \"personId\": \"" + margaret + "\"}")
                        .json()
                        .path("id")
                        .asString();
        priya.post(walkIn + "/start", "");
        var stale = tag(walkIn);
        priya.post(walkIn + "/finish", "");

        assertThat(correctWalkIn(walkIn, stale, "\"status\": \"left\"").status())
                .isEqualTo(412);
        var left = correctWalkIn(walkIn, tag(walkIn), "\"status\": \"left\"");
        assertThat(left.status()).as(left.toString()).isEqualTo(201);
        assertThat(left.json().path("status").asString()).isEqualTo("left");
        assertThat(left.json().path("startedAt").isNull()).isTrue();
        var seen = correctWalkIn(
                walkIn,
                tag(walkIn),
                "\"status\": \"finished\", \"arrived\": \"00:00\", \"started\": \"00:00\", \"finished\": \"00:00\"");
        assertThat(seen.json().path("status").asString()).isEqualTo("finished");
        assertThat(priya.post(walkIn + "/undo", "").problem()).isEqualTo("too-late-to-undo");
        assertThat(priya.get(walkIn + "/corrections").json().path("items")).hasSize(2);
    }

    private String slot(UUID hub) {
        return council.session(hub, TestCouncil.today(), "00:00", "00:00", 240, 1)
                .path("slots")
                .path(5)
                .path("id")
                .asString();
    }

    private Answer correctWalkIn(String walkIn, String tag, String fields) {
        return priya.send(
                "POST",
                walkIn + "/corrections",
                "{" + fields + ", \"reason\": \"A mistake\"}",
                "If-Match",
                tag,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private Answer correct(Api member, String fields) {
        return correct(member, tag(), fields);
    }

    private Answer correct(Api member, String tag, String fields) {
        return member.send(
                "POST",
                path(),
                "{" + fields + "}",
                "If-Match",
                tag,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private String tag() {
        return tag("/api/bookings/" + booking);
    }

    private String tag(String path) {
        return priya.get(path).header("ETag");
    }

    private String path() {
        return "/api/bookings/" + booking + "/corrections";
    }

    private Answer post(String change) {
        return priya.post("/api/bookings/" + booking + "/" + change, "");
    }

    private void cancel() {
        assertThat(priya.post("/api/bookings/" + booking + "/cancel", "{\"askedBy\": \"us\"}")
                        .status())
                .isEqualTo(200);
    }

    private Answer book(UUID person) {
        var made = priya.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }
}
