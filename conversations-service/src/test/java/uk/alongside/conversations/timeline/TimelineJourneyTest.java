package uk.alongside.conversations.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class TimelineJourneyTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private UUID person;

    @BeforeEach
    void aPersonOfOneHub() {
        council = TestCouncil.create(port);
        staff = council.member("hub-staff", "practitioner");
        person = council.person("Margaret", "Ellison");
    }

    @Test
    void showsBookingsConversationsStepsAndMeasuresWithoutTexts() {
        var record = everythingOf();

        var page = timeline(staff);

        assertThat(kinds(page)).containsExactlyInAnyOrder("booking", "walk-in", "conversation", "step", "measure");
        assertThat(kinds(page).getFirst()).isEqualTo("booking");
        assertThat(page.toString()).doesNotContain("marigolds");
        var step = page.path("items")
                .valueStream()
                .filter(entry -> entry.path("kind").asString().equals("step"))
                .findFirst()
                .orElseThrow();
        assertThat("/api/conversations/" + step.path("conversationId").asString())
                .isEqualTo(record);
        assertThat(step.path("due").asString()).isEqualTo("2026-01-05");
    }

    @Test
    void isForPractitionersOnly() {
        assertThat(council.hubStaff().get("/api/people/" + person + "/timeline").status())
                .isEqualTo(403);
    }

    @Test
    void showsOnlyTheDayOfARestrictedConversation() {
        var own = UUID.randomUUID();
        var other = UUID.randomUUID();
        staff = council.member(own, "active", 1, "hub-staff", "practitioner");
        council.member(other, "active", 1, "practitioner");
        var record = everythingOf();
        var readers = "{\"memberIds\": [\"" + own + "\", \"" + other + "\"]}";
        assertThat(staff.send("PUT", record + "/readers", readers, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);

        var page = timeline(council.member("practitioner"));

        assertThat(kinds(page)).containsExactlyInAnyOrder("booking", "walk-in", "conversation", "measure");
        assertThat(page.path("items")
                        .valueStream()
                        .filter(entry -> entry.path("kind").asString().equals("conversation"))
                        .map(entry -> entry.path("readable").asBoolean()))
                .containsExactly(false);
    }

    private String everythingOf() {
        var hub = council.hub("Library");
        var today = TestCouncil.today();
        var slot = council.session(hub, today.plusDays(3), 2)
                .path("slots")
                .path(0)
                .path("id")
                .asString();
        staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
        staff.post(
                "/api/hubs/" + hub + "/days/" + today + "/walk-ins",
                "{\"personId\": \"" + person + "\", \"reason\": \"advice\"}");
        var record = staff.post("/api/conversations", "{\"personIds\": [\"" + person + "\"]}")
                .header("Location");
        staff.post(
                record + "/steps",
                "{\"what\": \"water the marigolds\", \"owner\": \"person\", \"due\": \"2026-01-05\"}");
        staff.post(
                "/api/people/" + person + "/measures",
                "{\"instrument\": \"ons4\", \"day\": \"" + today
                        + "\", \"how\": \"paper\", \"answers\": [{\"item\": \"happy\", \"value\": 6}]}");
        return record;
    }

    private JsonNode timeline(Api member) {
        return member.get("/api/people/" + person + "/timeline").json();
    }

    private static List<String> kinds(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(entry -> entry.path("kind").asString())
                .toList();
    }
}
