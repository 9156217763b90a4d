package uk.alongside.conversations.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the list of what is left over at a hub, on the running service. */
@ServiceTest
class ToFinishTest {

    private static final String RING = "{\"reason\": \"ill\", \"next\": \"ring-them\"}";
    private static final String RUNG = "{\"outcome\": \"rung\"}";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private UUID hub;
    private LocalDate yesterday;
    private int sessions;

    @BeforeEach
    void aHub() {
        council = TestCouncil.create(port);
        priya = council.hubStaff();
        sam = council.hubStaff();
        hub = council.hub("Library");
        yesterday = TestCouncil.today().minusDays(1);
    }

    @Test
    void hasPeopleWhoAreStillExpectedOfASessionThatIsOver() {
        var booking = bookedFor(yesterday);

        assertThat(list().path("items")).hasSize(1);
        var entry = list().path("items").path(0);
        assertThat(entry.path("bookingId").asString()).isEqualTo(booking);
        assertThat(entry.path("toDo").asString()).isEqualTo("record-attendance");
        assertThat(entry.path("personName").asString()).isEqualTo("Tom Akande");
        assertThat(entry.path("date").asString()).isEqualTo(yesterday.toString());
        assertThat(entry.path("phone").isNull()).isTrue();
        assertThat(list().path("attendanceToRecord").asInt()).isEqualTo(1);
    }

    @Test
    void leavesOutASessionThatIsNotOver() {
        var today = TestCouncil.today();
        move(booked(), today, yesterday.atStartOfDay(), today.plusDays(2).atStartOfDay());

        assertThat(list().path("items")).isEmpty();
    }

    @Test
    void leavesOutAnotherHub() {
        bookedFor(yesterday);

        assertThat(priya.get("/api/hubs/" + council.hub("Town hall") + "/to-finish")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void countsWhatIsOlderThanFourteenDaysAndListsItWhenAsked() {
        bookedFor(TestCouncil.today().minusDays(14));
        bookedFor(TestCouncil.today().minusDays(15));

        assertThat(list().path("items")).hasSize(1);
        assertThat(list().path("earlier").asInt()).isEqualTo(1);
        var all = priya.get(path() + "?all=true").json();
        assertThat(all.path("items")).hasSize(2);
        assertThat(all.path("earlier").asInt()).isZero();
        assertThat(all.path("attendanceToRecord").asInt()).isEqualTo(2);
    }

    @Test
    void givesTheNextPageBehindAnEntry() {
        var older = bookedFor(yesterday.minusDays(1));
        var newer = bookedFor(yesterday);

        var rest = priya.get(path() + "?after=" + newer).json().path("items");

        assertThat(rest).extracting(each -> each.path("bookingId").asString()).containsExactly(older);
        change(priya, newer, "late-arrival", "{}");
        assertThat(priya.get(path() + "?after=" + newer).json().path("items")).hasSize(1);
    }

    @Test
    void recordsAnArrivalOfAnEarlierDayAtItsTrueTime() {
        var booking = bookedFor(yesterday);

        var came = change(priya, booking, "late-arrival", "{\"arrived\": \"10:20\"}");

        assertThat(came.status()).as(came.toString()).isEqualTo(200);
        assertThat(came.json().path("status").asString()).isEqualTo("arrived");
        assertThat(came.json().path("arrivedAt").asString())
                .isEqualTo(yesterday
                        .atTime(10, 20)
                        .atZone(RunningService.CLOCK.getZone())
                        .toInstant()
                        .toString());
        assertThat(list().path("items")).isEmpty();
        assertThat(priya.post("/api/people/search", "{\"text\": \"akande\"}")
                        .json()
                        .path("items")
                        .path(0)
                        .path("lastSeen")
                        .asString())
                .isEqualTo(yesterday.toString());
    }

    @Test
    void recordsAnArrivalWhoseTimeNoMemberKnowsAndTakesItBack() {
        var booking = bookedFor(yesterday);

        var came = change(priya, booking, "late-arrival", "{}");

        assertThat(came.json().path("status").asString()).isEqualTo("arrived");
        assertThat(came.json().path("arrivedAt").isNull()).isTrue();
        assertThat(change(priya, booking, "undo", "").json().path("status").asString())
                .isEqualTo("expected");
        assertThat(list().path("items")).hasSize(1);
    }

    @Test
    void refusesAnArrivalBeforeTheStartAndOneInTheFuture() {
        assertThat(change(priya, booked(), "late-arrival", "{}").problem()).isEqualTo("not-started");
        var tomorrow = TestCouncil.today().plusDays(1);
        var booking = booked();
        move(booking, tomorrow, yesterday.atStartOfDay(), tomorrow.plusDays(1).atStartOfDay());

        assertThat(change(priya, booking, "late-arrival", "{\"arrived\": \"10:20\"}")
                        .problem())
                .isEqualTo("wrong-times");
    }

    @Test
    void recordsOneOfTwoArrivalsAtTheSameMoment() throws Exception {
        var booking = bookedFor(yesterday);

        var both = together(
                () -> change(priya, booking, "late-arrival", "{\"arrived\": \"10:20\"}"),
                () -> change(sam, booking, "late-arrival", "{}"));

        assertThat(both).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(both).extracting(Answer::problem).contains("wrong-status");
    }

    @Test
    void doesNotReplaceAnAbsenceThatAnotherMemberRecorded() {
        var booking = bookedFor(yesterday);
        change(sam, booking, "did-not-attend", "{}");

        assertThat(change(priya, booking, "late-arrival", "{}").problem()).isEqualTo("wrong-status");
    }

    @Test
    void hasPeopleToRingWithTheirNumberUntilOneMemberRecordsTheCall() {
        var booking = bookedFor(yesterday);
        change(priya, booking, "did-not-attend", RING);
        var entry = list().path("items").path(0);
        assertThat(entry.path("toDo").asString()).isEqualTo("ring");
        assertThat(entry.path("phone").asString()).isEqualTo("07700 900123");
        assertThat(entry.path("absenceReason").asString()).isEqualTo("ill");
        assertThat(list().path("peopleToRing").asInt()).isEqualTo(1);

        var rung = change(priya, booking, "follow-up", RUNG);

        assertThat(rung.json().path("followUp").path("outcome").asString()).isEqualTo("rung");
        assertThat(rung.json().path("followUp").path("byName").asString()).isEqualTo("Priya N");
        assertThat(rung.json().path("followUp").path("at").asString()).isNotEmpty();
        assertThat(list().path("items")).isEmpty();
        assertThat(change(priya, booking, "follow-up", RUNG).status()).isEqualTo(200);
    }

    @Test
    void letsNoSecondMemberRecordTheSameCall() throws Exception {
        var booking = bookedFor(yesterday);
        change(priya, booking, "did-not-attend", RING);

        var both = together(
                () -> change(priya, booking, "follow-up", RUNG), () -> change(sam, booking, "follow-up", RUNG));

        assertThat(both).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(both).extracting(Answer::problem).contains("nothing-to-follow-up");
    }

    @Test
    void hasAPersonAgainWhoseCallWasRecordedByMistake() {
        var booking = bookedFor(yesterday);
        change(priya, booking, "did-not-attend", RING);
        change(priya, booking, "follow-up", "{\"outcome\": \"not-needed\"}");
        assertThat(list().path("items")).isEmpty();

        assertThat(change(sam, booking, "follow-up/undo", "").status()).isEqualTo(200);

        assertThat(list().path("items")).hasSize(1);
        assertThat(change(sam, booking, "follow-up/undo", "").problem()).isEqualTo("not-followed-up");
    }

    @Test
    void hasAPersonAgainWhoMustBeRungForANewReason() {
        var booking = bookedFor(yesterday);
        change(priya, booking, "did-not-attend", RING);
        change(priya, booking, "follow-up", RUNG);

        change(priya, booking, "did-not-attend", "{\"reason\": \"forgot\", \"next\": \"ring-them\"}");

        assertThat(list().path("items")).hasSize(1);
    }

    @Test
    void refusesACallToAPersonWhoNeedNotBeRung() {
        var booking = bookedFor(yesterday);
        assertThat(change(priya, booking, "follow-up", RUNG).problem()).isEqualTo("nothing-to-follow-up");
        change(priya, booking, "did-not-attend", "{\"next\": \"nothing\"}");

        assertThat(change(priya, booking, "follow-up", RUNG).problem()).isEqualTo("nothing-to-follow-up");
        assertThat(list().path("items")).isEmpty();
    }

    @Test
    void changesTodayOnOpenBoardsWhenAnEarlierDayIsFinished() {
        var booking = bookedFor(yesterday);
        long before = revisionOfToday();

        change(priya, booking, "late-arrival", "{}");

        assertThat(revisionOfToday()).isGreaterThan(before);
    }

    @Test
    void isNotForViewers() {
        assertThat(council.member("viewer").get(path()).status()).isEqualTo(403);
    }

    private long revisionOfToday() {
        return RunningService.superuser()
                .sql("select coalesce(max(revision), 0) from app.day_revision where hub_id = :hub and day = :day")
                .param("hub", hub)
                .param("day", TestCouncil.today())
                .query(Long.class)
                .single();
    }

    private String booked() {
        sessions++;
        var slot = council.session(hub, TestCouncil.today().plusDays(sessions), "09:30", "10:15", 45, 1)
                .path("slots")
                .path(0)
                .path("id")
                .asString();
        var person = council.person("Tom", "Akande");
        var made = priya.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    /** Makes a booking of a session that was on an earlier day. */
    private String bookedFor(LocalDate day) {
        var booking = booked();
        move(booking, day, day.atTime(9, 30), day.atTime(10, 15));
        return booking;
    }

    private static void move(String booking, LocalDate day, LocalDateTime starts, LocalDateTime ends) {
        RunningService.superuser()
                .sql("""
                        update app.slot set day = :day, starts_at = :starts, ends_at = :ends
                        where id = (select slot_id from app.booking where id = :booking)""")
                .param("day", day)
                .param("starts", starts.atOffset(ZoneOffset.UTC))
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .param("booking", UUID.fromString(booking))
                .update();
    }

    private static Answer change(Api by, String booking, String change, String body) {
        return by.post("/api/bookings/" + booking + "/" + change, body);
    }

    private static List<Answer> together(Callable<Answer> first, Callable<Answer> second) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(threads.submit(first), threads.submit(second));
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }

    private JsonNode list() {
        return priya.get(path()).json();
    }

    private String path() {
        return "/api/hubs/" + hub + "/to-finish";
    }
}
