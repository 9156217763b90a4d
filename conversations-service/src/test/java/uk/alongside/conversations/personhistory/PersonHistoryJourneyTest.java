package uk.alongside.conversations.personhistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class PersonHistoryJourneyTest {

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private Api staff;

    @SuppressWarnings("NullAway.Init")
    private UUID hub;

    @SuppressWarnings("NullAway.Init")
    private UUID person;

    @BeforeEach
    void aPersonOfOneHub() {
        var council = TestCouncil.create(port);
        staff = council.hubStaff();
        hub = council.hub("Library");
        person = council.person("Margaret", "Ellison");
    }

    @Test
    void isEmptyForANewPerson() {
        var page = bookings("");

        assertThat(page.path("items")).isEmpty();
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void isListedOnPagesOfFifty() {
        var walkIns = IntStream.range(0, 52).mapToObj(_ -> walkIn()).toList();

        var first = bookings("");
        var second = bookings("?after=" + first.path("next").asString());

        assertThat(ids(first)).hasSize(50);
        assertThat(ids(second)).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
        assertThat(walkIns).containsAll(ids(first)).containsAll(ids(second));
    }

    @Test
    void isOnlyForMembersWhoMayReadPeople() {
        var council = TestCouncil.create(port);

        var refused = council.lead().get("/api/people/" + council.person("Tom", "Akande") + "/bookings");

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void leavesAnAccessLogOnPagesOfFifty() {
        IntStream.range(0, 51).forEach(_ -> staff.get("/api/people/" + person));

        var first = accessLog("");
        var second = accessLog("?after=" + first.path("next").asString());

        assertThat(ids(first)).hasSize(50);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("items").path(1).path("action").asString()).isEqualTo("added");
        assertThat(second.has("next")).isFalse();
    }

    private JsonNode bookings(String query) {
        return staff.get("/api/people/" + person + "/bookings" + query).json();
    }

    private JsonNode accessLog(String query) {
        return staff.get("/api/people/" + person + "/access-log" + query).json();
    }

    private String walkIn() {
        var added = staff.post(
                "/api/hubs/" + hub + "/days/" + TestCouncil.today() + "/walk-ins",
                "{\"personId\": \"" + person + "\", \"reason\": \"advice\"}");
        return added.json().path("id").asString();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
