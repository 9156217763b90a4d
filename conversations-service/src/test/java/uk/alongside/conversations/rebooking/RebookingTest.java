package uk.alongside.conversations.rebooking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the choice for each booking that a change of a session or a closure affects. */
@ServiceTest
class RebookingTest {

    private static final String REASON = "\"reason\": \"The heating is broken\"";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private Api lead;
    private UUID hub;
    private LocalDate day;
    private JsonNode session;
    private String tom;
    private String ivy;

    /** Books two people into the two slots of one morning. The next morning has the same slots, with one place each. */
    @BeforeEach
    void twoBookingsAndANextMorning() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        lead = council.lead();
        hub = council.hub("Market Street Library");
        day = TestCouncil.today().plusDays(7);
        session = council.session(hub, day, "09:30", "11:00", 45, 1);
        tom = book(slot(session, 0), council.person("Tom", "Akande"));
        ivy = book(slot(session, 1), council.person("Ivy", "Marsh"));
    }

    @Test
    void offersEveryBookingAFirstPlaceOfItsOwn() {
        nextMorning();

        var offers = previewOfCancelling().path("bookings");

        assertThat(offers).hasSize(2);
        assertThat(offers.path(0).path("outcome").asString()).isEqualTo("cancelled");
        assertThat(offers.path(0).path("offers").path(0).path("starts").asString())
                .startsWith("09:30");
        assertThat(offers.path(1).path("offers").path(0).path("starts").asString())
                .startsWith("10:15");
    }

    @Test
    void movesOneBookingOfACancelledSessionAndCancelsTheOtherAndBothPeopleMustBeTold() {
        var next = nextMorning();

        var cancelled = cancel(moves(tom, slotStart(next, 1)), List.of(ivy));

        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(booking(tom).path("status").asString()).isEqualTo("expected");
        assertThat(booking(tom).path("date").asString())
                .isEqualTo(day.plusDays(1).toString());
        assertThat(booking(tom).path("starts").asString()).startsWith("10:15");
        assertThat(booking(ivy).path("status").asString()).isEqualTo("cancelled");
        assertThat(toTell())
                .containsExactlyInAnyOrderEntriesOf(Map.of(tom, "session-cancelled 10:15", ivy, "session-cancelled"));
    }

    @Test
    void cancelsOneBookingOfAMovedSessionInsteadOfMovingIt() {
        var change = "{\"scope\": \"this\", \"starts\": \"10:30\", \"ends\": \"12:00\", \"slotMinutes\": 45}";
        var path = "/api/sessions/" + id(session) + "/changes";

        var changed = apply(path, change, List.of(), List.of(ivy));

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().path("moved").asInt()).isEqualTo(1);
        assertThat(changed.json().path("cancelled").asInt()).isEqualTo(1);
        assertThat(booking(ivy).path("status").asString()).isEqualTo("cancelled");
        assertThat(toTell()).containsOnlyKeys(tom, ivy);
    }

    @Test
    void choosesAPlaceThatTheChangeItselfAdds() {
        var path = "/api/sessions/" + id(session) + "/changes";
        var longer = "{\"scope\": \"this\", \"starts\": \"10:30\", \"ends\": \"12:45\", \"slotMinutes\": 45}";
        var offered = staff.post(path + "/preview", longer)
                .json()
                .path("bookings")
                .path(0)
                .path("offers");
        var last = offered.path(offered.size() - 1);
        assertThat(last.path("starts").asString()).startsWith("12:00");

        var changed = apply(path, longer, moves(tom, last), List.of());

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(booking(tom).path("starts").asString()).startsWith("12:00");
        assertThat(booking(ivy).path("status").asString()).isEqualTo("expected");
    }

    @Test
    void isRejectedAsAWholeOnceAChosenPlaceIsTaken() {
        var next = nextMorning();
        var chosen = moves(tom, slotStart(next, 0));
        book(slot(next, 0), council.person("Ada", "Lowe"));

        var cancelled = cancel(chosen, List.of(ivy));

        assertThat(cancelled.status()).isEqualTo(409);
        assertThat(cancelled.problem()).isEqualTo("chosen-place-taken");
        assertThat(booking(ivy).path("status").asString()).isEqualTo("expected");
        assertThat(staff.get("/api/sessions/" + id(session))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("planned");
    }

    @Test
    void isRejectedForABookingThatIsNotAffectedAndForTwoChoicesForOne() {
        var next = nextMorning();
        var other = book(slot(next, 0), council.person("Ada", "Lowe"));

        assertThat(cancel(List.of(), List.of(other)).problem()).isEqualTo("preview-outdated");
        assertThat(cancel(moves(tom, slotStart(next, 1)), List.of(tom)).problem())
                .isEqualTo("preview-outdated");
    }

    @Test
    void isRejectedForAPlaceAtAnotherHubOrOfAnotherCouncil() {
        var barn = council.session(council.hub("Chapel Barn"), day, "09:30", "11:00", 45, 1);
        var foreign = TestCouncil.create(port);
        var elsewhere = foreign.session(foreign.hub("Library"), day, "09:30", "11:00", 45, 1);

        assertThat(cancel(moves(tom, slotStart(barn, 0)), List.of()).problem()).isEqualTo("chosen-place-taken");
        assertThat(cancel(moves(tom, slotStart(elsewhere, 0)), List.of()).problem())
                .isEqualTo("chosen-place-taken");
    }

    @Test
    void offersNoPlaceAtATimeAtWhichThePersonIsBookedElsewhere() {
        var next = nextMorning();
        var barn = council.session(council.hub("Chapel Barn"), day.plusDays(1), "09:30", "10:15", 45, 1);
        book(slot(barn, 0), TestCouncil.uuid(booking(tom).path("personId")));

        var offers = previewOfCancelling().path("bookings").path(0).path("offers");

        assertThat(offers).hasSize(1);
        assertThat(offers.path(0).path("starts").asString()).startsWith("10:15");
        assertThat(cancel(moves(tom, slotStart(next, 0)), List.of()).problem()).isEqualTo("chosen-place-taken");
    }

    @Test
    void leavesMovesOrCancelsEachBookingOfAClosedDay() {
        var next = nextMorning();
        var ada = book(slot(council.session(hub, day, "13:00", "13:45", 45, 1), 0), council.person("Ada", "Lowe"));
        var path = "/api/hubs/" + hub + "/closures";
        var closure = "{\"from\": \"%1$s\", \"to\": \"%1$s\", \"reason\": \"New floor\"}".formatted(day);

        var preview = lead.post(path + "/preview", closure);
        var closed = lead.post(path, with(closure, moves(tom, slotStart(next, 0)), List.of(ivy)));

        assertThat(preview.json().path("bookings")).hasSize(3);
        assertThat(preview.json().path("bookings").path(0).path("outcome").asString())
                .isEqualTo("kept");
        assertThat(preview.toString()).doesNotContain("Akande");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        assertThat(toTell())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(tom, "session-changed 09:30", ivy, "session-cancelled", ada, "hub-closed 13:00"));
    }

    @Test
    void offersNoPlaceOnADayOnWhichTheHubCloses() {
        nextMorning();
        var path = "/api/hubs/" + hub + "/closures";
        var closure = "{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"New floor\"}".formatted(day, day.plusDays(1));

        var preview = lead.post(path + "/preview", closure);

        assertThat(preview.json().path("bookings").path(0).path("offers")).isEmpty();
    }

    private JsonNode nextMorning() {
        return council.session(hub, day.plusDays(1), "09:30", "11:00", 45, 1);
    }

    private JsonNode previewOfCancelling() {
        return staff.post("/api/sessions/" + id(session) + "/cancel/preview", "{" + REASON + "}")
                .json();
    }

    private Api.Answer cancel(List<String> moves, List<String> cancellations) {
        return apply("/api/sessions/" + id(session) + "/cancel", "{" + REASON + "}", moves, cancellations);
    }

    private Api.Answer apply(String path, String body, List<String> moves, List<String> cancellations) {
        var mark = staff.post(path + "/preview", body).header("ETag");
        return staff.send("POST", path, with(body, moves, cancellations), "If-Match", mark);
    }

    private static String with(String body, List<String> moves, List<String> cancellations) {
        var quoted = cancellations.stream().map(id -> "\"" + id + "\"").toList();
        return body.replaceFirst(
                "\\}$", ", \"bookings\": {\"moves\": %s, \"cancellations\": %s}}".formatted(moves, quoted));
    }

    private static List<String> moves(String booking, JsonNode place) {
        return List.of("{\"bookingId\": \"%s\", \"sessionId\": %s, \"startsAt\": %s}"
                .formatted(booking, place.path("sessionId"), place.path("startsAt")));
    }

    /** Returns the place of a slot as a preview offers it. */
    private JsonNode slotStart(JsonNode made, int slot) {
        var starts = made.path("slots").path(slot).path("starts").asString();
        var at = LocalDate.parse(made.path("date").asString())
                .atTime(LocalTime.parse(starts))
                .atZone(ZoneId.of("Europe/London"))
                .toInstant();
        return JsonMapper.shared().createObjectNode().put("sessionId", id(made)).put("startsAt", at.toString());
    }

    private Map<String, String> toTell() {
        var items = staff.get("/api/hubs/" + hub + "/people-to-tell").json().path("items");
        return items.valueStream()
                .collect(Collectors.toMap(
                        person -> person.path("bookingId").asString(),
                        person -> (person.path("cause").asString() + " "
                                        + person.path("now").path("starts").asString(""))
                                .strip(),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private JsonNode booking(String id) {
        return staff.get("/api/bookings/" + id).json();
    }

    private String book(String slot, UUID person) {
        var booked = staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.json().path("id").asString();
    }

    private static String id(JsonNode session) {
        return session.path("id").asString();
    }

    private static String slot(JsonNode session, int slot) {
        return session.path("slots").path(slot).path("id").asString();
    }
}
