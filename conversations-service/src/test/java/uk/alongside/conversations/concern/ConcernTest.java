package uk.alongside.conversations.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests what worries members of staff over HTTP: who writes it, who reads it, and how long it stays to finish. */
@ServiceTest
class ConcernTest {

    private static final String NOT_YET = "\"actions\": [\"not-yet\"]";
    private static final String RANG = "\"actions\": [\"rang-a-number\"], \"told\": \"The duty desk at 10:20\"";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private Api practitioner;
    private UUID margaret;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        staff = council.member("hub-staff");
        practitioner = council.member("practitioner");
        margaret = council.person("Margaret", "Ellison");
    }

    @Test
    void isSentByHubStaffWhoSeeNothingOfItAfterwards() {
        var sent = staff.post("/api/concerns", concern(NOT_YET));

        assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
        assertThat(sent.json().propertyNames()).containsExactlyInAnyOrder("id", "sentAt");
        assertThat(sent.text()).doesNotContain("bruise");
        assertThat(staff.get("/api/concerns").problem()).isEqualTo("not-allowed");
        assertThat(staff.post("/api/concerns/" + id(sent.json()) + "/read", "").problem())
                .isEqualTo("not-allowed");
        assertThat(staff.post("/api/concerns/" + id(sent.json()) + "/actions", "{" + RANG + "}")
                        .problem())
                .isEqualTo("not-allowed");
        var listed = open().path(0);
        assertThat(listed.path("worry").asString()).isEqualTo("A bruise on her arm");
        assertThat(listed.path("writtenByName").asString()).isNotEmpty();
        assertThat(listed.path("personName").asString()).isEqualTo("Margaret Ellison");
        assertThat(listed.path("waiting").asBoolean()).isTrue();
    }

    @Test
    void staysToFinishUntilItIsReadAndActedOn() {
        var id = id(staff.post("/api/concerns", concern(NOT_YET)).json());

        var read = practitioner.post("/api/concerns/" + id + "/read", "");
        assertThat(read.json().has("readAt")).isTrue();
        assertThat(open()).hasSize(1);
        var acted = practitioner.post("/api/concerns/" + id + "/actions", "{" + RANG + "}");

        assertThat(acted.status()).as(acted.toString()).isEqualTo(200);
        assertThat(acted.json().path("done")).hasSize(2);
        assertThat(acted.json().path("done").path(1).path("told").asString()).isEqualTo("The duty desk at 10:20");
        assertThat(open()).isEmpty();
        assertThat(practitioner.get("/api/concerns?open=false").json().path("items"))
                .hasSize(1);
        assertThat(practitioner
                        .post("/api/concerns/" + id + "/actions", "{" + RANG + "}")
                        .problem())
                .isEqualTo("already-acted");
    }

    @Test
    void isNewUntilAPractitionerHasReadItAlsoAfterAnAction() {
        var id = id(staff.post("/api/concerns", concern(RANG)).json());

        assertThat(open()).hasSize(1);
        assertThat(open().path(0).path("waiting").asBoolean()).isFalse();
        practitioner.post("/api/concerns/" + id + "/read", "");

        assertThat(open()).isEmpty();
    }

    @Test
    void isRejectedWithoutAnActionOrWithoutWhomWasTold() {
        for (var actions : new String[] {
            "\"actions\": []",
            "\"actions\": [\"told-the-manager\"]",
            "\"actions\": [\"told-the-manager\"], \"told\": \" \"",
            "\"actions\": [\"not-yet\", \"rang-a-number\"], \"told\": \"Jo\"",
            "\"actions\": [\"not-yet\"], \"told\": \"Jo\""
        }) {
            var refused = staff.post("/api/concerns", concern(actions));
            assertThat(refused.status()).as(actions).isEqualTo(400);
        }
        assertThat(open()).isEmpty();
    }

    @Test
    void isSentOnceForOneKey() {
        var body = concern(NOT_YET);
        var first = staff.send("POST", "/api/concerns", body, "Idempotency-Key", "once");
        var second = staff.send("POST", "/api/concerns", body, "Idempotency-Key", "once");

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(open()).hasSize(1);
    }

    @Test
    void saysNothingToHubStaffAboutWhichConversationsExist() {
        var record = practitioner
                .post("/api/conversations", "{\"personIds\": [\"" + margaret + "\"]}")
                .json()
                .path("id")
                .asString();
        var body = "{\"conversationId\": \"%s\", \"worry\": \"A bruise\", " + NOT_YET + "}";

        assertThat(staff.post("/api/concerns", body.formatted(record)).status()).isEqualTo(404);
        assertThat(staff.post("/api/concerns", body.formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(practitioner.post("/api/concerns", body.formatted(record)).status())
                .isEqualTo(200);
        assertThat(open().path(0).path("conversationId").asString()).isEqualTo(record);
    }

    @Test
    void isEncryptedAndInNoAuditEvent() {
        staff.post("/api/concerns", concern(RANG));

        var rows = RunningService.superuser()
                .sql("""
                        select c::text || a::text || encode(c.worry, 'escape') || encode(a.told, 'escape')
                        from app.concern c join app.concern_action a on a.tenant_id = c.tenant_id and a.concern_id = c.id
                        where c.tenant_id = ?::uuid""")
                .param(council.id().toString())
                .query(String.class)
                .list();

        assertThat(rows).hasSize(1).noneMatch(row -> row.contains("bruise") || row.contains("duty"));
        assertThat(council.lead().get("/api/audit/events").text())
                .contains("\"concern\"")
                .doesNotContain("bruise")
                .doesNotContain("duty desk");
    }

    private String concern(String actions) {
        return "{\"personId\": \"" + margaret + "\", \"worry\": \"A bruise on her arm\", " + actions + "}";
    }

    private JsonNode open() {
        var list = practitioner.get("/api/concerns");
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.json().path("items");
    }

    private static String id(JsonNode concern) {
        return concern.path("id").asString();
    }
}
