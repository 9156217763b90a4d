package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Follows hub staff through a day, over HTTP. */
@ServiceTest
class JourneyTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
    }

    @Test
    void bookAPersonAndCheckThemIn() {
        var hub = council.hub("Market Street Library");
        var today = TestCouncil.today();
        var session = council.session(hub, today, "00:00", "00:00", 240, 1);
        var slot = session.path("slots").path(5);
        var person = council.person("Margaret", "Ellison");

        var booked = book(slot, person);
        var board = staff.get("/api/hubs/" + hub + "/days/" + today).json();
        var arrived = staff.post("/api/bookings/" + booked.json().path("id").asString() + "/check-in", "");
        var again = staff.post("/api/bookings/" + booked.json().path("id").asString() + "/check-in", "");

        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(booked.json().path("personName").asString()).isEqualTo("Margaret Ellison");
        assertThat(booked.json().path("hubName").asString()).isEqualTo("Market Street Library");
        assertThat(booked.json().path("status").asString()).isEqualTo("expected");
        assertThat(booked.json().path("askedOn").asString()).isEqualTo(today.toString());
        assertThat(board.path("today").asBoolean()).isTrue();
        assertThat(board.path("counts").path("booked").asInt()).isEqualTo(1);
        assertThat(board.path("counts").path("arrived").asInt()).isZero();
        var onBoard = board.path("sessions").path(0).path("slots").path(5);
        assertThat(onBoard.path("left").asInt()).isZero();
        assertThat(onBoard.path("starts").asString()).isEqualTo("20:00");
        assertThat(onBoard.path("bookings").path(0).path("needs").path(0).asString())
                .isEqualTo("step-free");
        assertThat(arrived.status()).as(arrived.toString()).isEqualTo(200);
        assertThat(arrived.json().path("status").asString()).isEqualTo("arrived");
        assertThat(again.text()).isEqualTo(arrived.text());
        assertThat(staff.post("/api/people/search", "{\"text\": \"elli\"}")
                        .json()
                        .path("items")
                        .path(0)
                        .path("lastSeen")
                        .asString())
                .isEqualTo(today.toString());
        assertThat(staff.get("/api/people/" + person + "/bookings")
                        .json()
                        .path("items")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("arrived");
    }

    @Test
    void hearThatNobodyIsBookedAndWhenTheNextSessionIs() {
        var hub = council.hub("Market Street Library");
        var today = TestCouncil.today();
        council.session(hub, today.plusDays(3), 1);

        var board = staff.get("/api/hubs/" + hub + "/days/" + today).json();

        assertThat(board.path("sessions")).isEmpty();
        assertThat(board.path("counts").path("placesLeft").asInt()).isZero();
        assertThat(board.path("next").path("date").asString())
                .isEqualTo(today.plusDays(3).toString());
        assertThat(board.path("next").path("starts").asString()).isEqualTo("09:30");
        assertThat(staff.get("/api/hubs/" + hub + "/days/" + today.plusDays(3))
                        .json()
                        .path("next")
                        .isNull())
                .isTrue();
    }

    @Test
    void getTheNearestThreePlacesWhenASlotIsFull() {
        var hub = council.hub("Market Street Library");
        var day = TestCouncil.today().plusDays(7);
        var session = council.session(hub, day, 1);
        council.session(hub, day.plusDays(1), 1);
        var slots = session.path("slots");
        book(slots.path(1), council.person("Tom", "Akande"));

        var refused = book(slots.path(1), council.person("Margaret", "Ellison"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-full");
        assertThat(refused.json().path("alternatives"))
                .extracting(slot -> slot.path("id").asString())
                .containsExactly(
                        slots.path(0).path("id").asString(),
                        slots.path(2).path("id").asString(),
                        slots.path(3).path("id").asString());
    }

    @Test
    void areToldWhenTheSlotIsOverAndWhatIsLeft() {
        var hub = council.hub("Market Street Library");
        var session = council.session(hub, TestCouncil.today().plusDays(1), 1);
        var slot = session.path("slots").path(0);
        RunningService.superuser()
                .sql("update app.slot set starts_at = :starts, ends_at = :ends where id = :id")
                .param("starts", RunningService.ago(Duration.ofHours(2)))
                .param("ends", RunningService.ago(Duration.ofHours(1)))
                .param("id", TestCouncil.uuid(slot.path("id")))
                .update();

        var refused = book(slot, council.person("Margaret", "Ellison"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-over");
        assertThat(refused.json().path("alternatives")).hasSize(3);
        assertThat(staff.get("/api/hubs/" + hub + "/free-slots").json().path("items"))
                .hasSize(3);
    }

    @Test
    void cannotBookAPersonTwiceIntoOneSlot() {
        var slot = council.session(
                        council.hub("Market Street Library"),
                        TestCouncil.today().plusDays(1),
                        2)
                .path("slots")
                .path(0);
        var person = council.person("Margaret", "Ellison");

        var first = book(slot, person);
        var second = book(slot, person);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("already-booked");
        assertThat(taken(slot)).isEqualTo(1);
    }

    @Test
    void cannotCheckAPersonInTheDayBefore() {
        var slot = council.session(
                        council.hub("Market Street Library"),
                        TestCouncil.today().plusDays(1),
                        2)
                .path("slots")
                .path(0);
        var booking = book(slot, council.person("Margaret", "Ellison"))
                .json()
                .path("id")
                .asString();

        var refused = staff.post("/api/bookings/" + booking + "/check-in", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-today");
    }

    @Test
    void findFreeSlotsPageByPage() {
        var hub = council.hub("Library");
        council.session(hub, TestCouncil.today().plusDays(1), "09:00", "15:00", 5, 1);
        var path = "/api/hubs/" + hub + "/free-slots";

        var first = staff.get(path).json();
        var second = staff.get(path + "?after=" + first.path("next").asString()).json();

        assertThat(first.path("items")).hasSize(60);
        assertThat(first.path("items").path(59).path("starts").asString()).isEqualTo("13:55");
        assertThat(second.path("items")).hasSize(12);
        assertThat(second.path("items").path(0).path("starts").asString()).isEqualTo("14:00");
        assertThat(second.path("next").isMissingNode() || second.path("next").isNull())
                .isTrue();
    }

    @Test
    void findFreeSlotsInOrderAndOnlyThose() {
        var hub = council.hub("Market Street Library");
        var day = TestCouncil.today().plusDays(2);
        var slots = council.session(hub, day, 1).path("slots");
        council.session(hub, TestCouncil.today().plusDays(40), 1);
        book(slots.path(1), council.person("Tom", "Akande"));

        var free = staff.get("/api/hubs/" + hub + "/free-slots?from=" + TestCouncil.today())
                .json()
                .path("items");

        assertThat(free).extracting(slot -> slot.path("starts").asString()).containsExactly("09:30", "11:00", "11:45");
    }

    @Test
    void cannotSetUpTwoSessionsInOneRoomAtOnce() {
        var hub = council.hub("Market Street Library");
        var day = TestCouncil.today().plusDays(2);
        council.session(hub, day, 1);
        var overlapping = """
                {"date": "%s", "starts": "12:00", "ends": "13:00", "slotMinutes": 30, "placesPerSlot": 1%s}""";

        var refused = staff.post("/api/hubs/" + hub + "/sessions", overlapping.formatted(day, ""));
        var elsewhere =
                staff.post("/api/hubs/" + hub + "/sessions", overlapping.formatted(day, ", \"room\": \"Room 2\""));
        var sameRoom =
                staff.post("/api/hubs/" + hub + "/sessions", overlapping.formatted(day, ", \"room\": \"room 2\""));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("session-overlaps");
        assertThat(elsewhere.status()).as(elsewhere.toString()).isEqualTo(201);
        assertThat(sameRoom.status()).isEqualTo(409);
        assertThat(staff.get("/api/hubs/" + hub + "/sessions").json().path("items"))
                .hasSize(2);
    }

    @Test
    void hearAboutTheClocks() {
        var hub = council.hub("Market Street Library");
        var year = TestCouncil.today().getYear() + 1;
        var lastSundayOfMarch = LocalDate.of(year, 3, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));

        var refused = staff.post("/api/hubs/" + hub + "/sessions", """
                {"date": "%s", "starts": "01:30", "ends": "03:00", "slotMinutes": 30, "placesPerSlot": 1}""".formatted(lastSundayOfMarch));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("The clocks go forward on "
                        + DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK)
                                .format(lastSundayOfMarch)
                        + ", so 1:30am does not happen. Choose 2am or later, or a time before 1am.");
        assertThat(refused.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("#/starts");
    }

    @Test
    void knowTheirCouncilAndThemselves() {
        var answer = staff.get("/api/council");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Alongside-Council")).isEqualTo(council.id().toString());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var json = answer.json();
        assertThat(json.path("name").asString()).isEqualTo("Larkshire Council");
        assertThat(json.path("demonstration").asBoolean()).isTrue();
        assertThat(json.path("me").path("name").asString()).isEqualTo("Priya N");
        assertThat(json.path("me").path("roles")).extracting(JsonNode::asString).containsExactly("hub-staff");
        assertThat(json.path("me").path("authorities"))
                .extracting(JsonNode::asString)
                .contains("council:read", "booking:write")
                .doesNotContain("hub:write");
    }

    private Api.Answer book(JsonNode slot, UUID person) {
        return staff.post(
                "/api/slots/" + slot.path("id").asString() + "/bookings", "{\"personId\": \"" + person + "\"}");
    }

    private static int taken(JsonNode slot) {
        return RunningService.superuser()
                .sql("select taken from app.slot where id = :id")
                .param("id", TestCouncil.uuid(slot.path("id")))
                .query(Integer.class)
                .single();
    }
}
