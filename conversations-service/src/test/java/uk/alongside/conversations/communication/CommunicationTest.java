package uk.alongside.conversations.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests over HTTP how people get letters, and when their communication needs are reviewed. */
@ServiceTest
class CommunicationTest {

    private static final String LARGE = "{\"letterFormat\": \"large-print\"}";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private UUID margaret;
    private String path;

    @BeforeEach
    void aPersonWithOneName() {
        council = TestCouncil.create(port);
        staff = council.member("hub-staff");
        var made = staff.post("/api/people", "{\"firstName\": \"Margaret\", \"noContact\": true, \"needs\": []}");
        margaret = TestCouncil.uuid(made.json().path("id"));
        path = "/api/people/" + margaret + "/communication";
    }

    @Test
    void isUnknownUntilAMemberHasAsked() {
        var unknown = staff.get(path);

        assertThat(unknown.status()).as(unknown.toString()).isEqualTo(200);
        assertThat(unknown.header("ETag")).isEqualTo("\"0\"");
        assertThat(unknown.json().has("letterFormat")).isFalse();
        assertThat(unknown.json().path("overdue").asBoolean()).isFalse();
    }

    @Test
    void isChangedByOneOfTwoMembersAndTheOtherSeesIt() {
        var changed = staff.put(path, LARGE, "If-Match", "\"0\"");
        var stale = council.member("practitioner").put(path, "{\"letterFormat\": \"audio\"}", "If-Match", "\"0\"");

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.json().path("changedByName").asString()).isNotEmpty();
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/current/letterFormat").asString()).isEqualTo("large-print");
        assertThat(council.member("viewer").get(path).problem()).isEqualTo("not-allowed");
    }

    @Test
    void listsOverdueReviewsForHubStaffUntilANewDayIsSet() {
        var yesterday = TestCouncil.today().minusDays(1);
        assertThat(staff.put(path, "{\"reviewOn\": \"" + yesterday + "\"}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(400);
        var today = "{\"reviewOn\": \"" + TestCouncil.today() + "\"}";
        assertThat(staff.put(path, today, "If-Match", "\"0\"").status()).isEqualTo(200);
        assertThat(staff.get("/api/communication-reviews").json().path("items")).isEmpty();

        RunningService.superuser()
                .sql("update app.communication set review_on = review_on - 1 where tenant_id = ?::uuid")
                .param(council.id().toString())
                .update();

        var overdue = staff.get("/api/communication-reviews").json().path("items");
        assertThat(overdue).hasSize(1);
        assertThat(overdue.path(0).path("name").asString()).isEqualTo("Margaret");
        assertThat(staff.get(path).json().path("overdue").asBoolean()).isTrue();
        var kept = "{\"letterFormat\": \"audio\", \"reviewOn\": \"" + yesterday + "\"}";
        assertThat(staff.put(path, kept, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(staff.put(path, today, "If-Match", "\"2\"").status()).isEqualTo(200);
        assertThat(staff.get("/api/communication-reviews").json().path("items")).isEmpty();
    }
}
