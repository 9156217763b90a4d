package uk.alongside.conversations.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests hubs as leads type them in, over HTTP and a real database. */
@ServiceTest
class HubByHandTest {

    private static final String LIBRARY = """
            {"name": " Tŷ  Golau ", "address": ["1 Market Street"], "postcode": "hx11uj", "dropIn": true,
             "coLocated": ["Citizens Advice", "Credit union"], "accessFeatures": ["parking", "step-free"],
             "openingHours": [{"day": "tuesday", "opens": "13:00", "closes": "17:00"},
                              {"day": "tuesday", "opens": "09:00", "closes": "12:00"}]}""";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api lead;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        lead = council.lead();
    }

    @Test
    void isAddedOnceAndPutInOrder() {
        var added = lead.send("POST", "/api/hubs", LIBRARY, "Idempotency-Key", "key");
        var again = lead.send("POST", "/api/hubs", LIBRARY, "Idempotency-Key", "key");

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(again.json().path("id")).isEqualTo(added.json().path("id"));
        var hub = lead.get("/api/hubs/" + id(added));
        assertThat(hub.json().path("name").asString()).isEqualTo("Tŷ Golau");
        assertThat(hub.json().path("postcode").asString()).isEqualTo("HX1 1UJ");
        assertThat(hub.json().path("accessFeatures").path(0).asString()).isEqualTo("step-free");
        assertThat(hub.json().path("openingHours").path(0).path("opens").asString())
                .startsWith("09:00");
        assertThat(hub.json().path("coLocated")).hasSize(2);
        var same = lead.post("/api/hubs", LIBRARY);
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.problem()).isEqualTo("hub-exists");
    }

    @Test
    void isRefusedInWords() {
        assertInvalid(LIBRARY.replace("hx11uj", "market"), "#/postcode");
        assertInvalid(LIBRARY.replace("\"dropIn\"", "\"website\": \"javascript:alert(1)\", \"dropIn\""), "#/website");
        assertInvalid(LIBRARY.replace("13:00", "11:00"), "#/openingHours");
        assertInvalid(LIBRARY.replace("17:00", "13:00"), "#/openingHours");
        assertInvalid(LIBRARY.replace("parking", "helipad"), "#/accessFeatures/0");
        assertThat(council.hubStaff().post("/api/hubs", LIBRARY).status()).isEqualTo(403);
    }

    @Test
    void isNotChangedOverSomebodyElsesChange() {
        var hub = "/api/hubs/" + id(lead.post("/api/hubs", LIBRARY));
        var tag = lead.get(hub).header("ETag");

        var changed = lead.put(hub, LIBRARY.replace("1 Market Street", "2 Market Street"), "If-Match", tag);
        var stale = lead.put(hub, LIBRARY.replace("1 Market Street", "3 Market Street"), "If-Match", tag);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("current").path("address").path(0).asString())
                .isEqualTo("2 Market Street");
        assertThat(lead.put(hub, LIBRARY).status()).isEqualTo(428);
    }

    @Test
    void hasRoomsUntilTheyAreRetired() {
        var hub = "/api/hubs/" + id(lead.post("/api/hubs", LIBRARY));

        var added = lead.post(hub + "/rooms", "{\"name\": \"Room 2\", \"capacity\": 8}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(hub);
        assertThat(added.header("ETag")).isEqualTo("\"0\"");
        assertThat(lead.post(hub + "/rooms", "{\"name\": \"ROOM 2\"}").problem())
                .isEqualTo("room-exists");
        var room = added.json().path("rooms").path(0).path("id").asString();
        var retired = lead.send("DELETE", hub + "/rooms/" + room, null);
        assertThat(retired.status()).isEqualTo(204);
        assertThat(lead.get(hub).json().path("rooms")).isEmpty();
        assertThat(lead.send("DELETE", hub + "/rooms/" + room, null).status()).isEqualTo(404);

        var back = lead.post(hub + "/rooms", "{\"name\": \"Room 2\"}");
        assertThat(back.json().path("rooms").path(0).path("id").asString()).isEqualTo(room);
    }

    @Test
    void hasARoomOnceHoweverOftenItIsSent() {
        var rooms = "/api/hubs/" + id(lead.post("/api/hubs", LIBRARY)) + "/rooms";

        var first = lead.send("POST", rooms, "{\"name\": \"Room 2\"}", "Idempotency-Key", "key");
        var again = lead.send("POST", rooms, "{\"name\": \"Room 2\"}", "Idempotency-Key", "key");
        var other = lead.send("POST", rooms, "{\"name\": \"Room 3\"}", "Idempotency-Key", "key");
        var without = lead.send("POST", rooms, "{\"name\": \"Room 4\"}");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(without.problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void saysWhichSessionsAClosureTouches() {
        var hub = council.hub("Market Street Library");
        var day = TestCouncil.today().plusDays(7);
        var session = council.session(hub, day, 2);
        var slot = session.path("slots").path(0).path("id").asString();
        council.hubStaff()
                .post(
                        "/api/slots/" + slot + "/bookings",
                        "{\"personId\": \"" + council.person("Tom", "Akande") + "\"}");
        var closure = closure(day.minusDays(1), day.plusDays(1));

        var preview = lead.post("/api/hubs/" + hub + "/closures/preview", closure);
        var closed = lead.post("/api/hubs/" + hub + "/closures", closure);

        assertThat(preview.json()
                        .path("affectedSessions")
                        .path(0)
                        .path("booked")
                        .asInt())
                .isEqualTo(1);
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        assertThat(closed.json().path("affectedSessions"))
                .isEqualTo(preview.json().path("affectedSessions"));
        var id = closed.json().path("id").asString();
        var read = lead.get(closed.header("Location"));
        assertThat(read.json()).isEqualTo(closed.json());
        assertThat(read.header("ETag")).isEqualTo(closed.header("ETag"));
        assertThat(lead.get("/api/hubs/" + hub)
                        .json()
                        .path("closures")
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("New floor");
        assertThat(lead.send("DELETE", "/api/hubs/" + hub + "/closures/" + id, null)
                        .status())
                .isEqualTo(204);
        assertThat(lead.get("/api/hubs/" + hub).json().path("closures")).isEmpty();
        var backwards =
                closure.replace(day.plusDays(1).toString(), day.minusDays(2).toString());
        assertThat(lead.post("/api/hubs/" + hub + "/closures", backwards).text())
                .contains("ClosureBackwards");
        var over = closure.replace(day.minusDays(1).toString(), "2020-01-01")
                .replace(day.plusDays(1).toString(), "2020-01-02");
        assertThat(lead.post("/api/hubs/" + hub + "/closures", over).text()).contains("ClosureOver");
    }

    @Test
    void isNotClosedTwice() {
        var closures = "/api/hubs/" + council.hub("Market Street Library") + "/closures";
        var day = TestCouncil.today().plusDays(7);
        var closed = lead.post(closures, closure(day, day.plusDays(2)));

        for (var path : List.of(closures, closures + "/preview")) {
            var again = lead.post(path, closure(day, day.plusDays(2)));
            assertThat(again.text()).contains("AlreadyClosed");
            var within = lead.post(path, closure(day.plusDays(1), day.plusDays(1)));
            assertThat(within.text()).contains("AlreadyClosed");
        }
        var longer = lead.post(closures, closure(day, day.plusDays(3)));
        assertThat(longer.status()).as(longer.toString()).isEqualTo(201);

        lead.send("DELETE", closed.header("Location"), null);
        lead.send("DELETE", longer.header("Location"), null);
        var afterwards = lead.post(closures, closure(day, day));
        assertThat(afterwards.status()).as(afterwards.toString()).isEqualTo(201);
    }

    private static String closure(LocalDate from, LocalDate to) {
        return "{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"New floor\"}".formatted(from, to);
    }

    private void assertInvalid(String body, String pointer) {
        var refused = lead.post("/api/hubs", body);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    private static UUID id(Api.Answer answer) {
        return TestCouncil.uuid(answer.json().path("id"));
    }
}
