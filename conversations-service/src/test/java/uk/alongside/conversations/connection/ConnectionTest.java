package uk.alongside.conversations.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the connections of conversations over HTTP. */
@ServiceTest
class ConnectionTest {

    private static final String FINISH = """
            {"decisions": {"kind": "tried-to-reach", "day": "%s"}, "toolTextRead": false}""".formatted(TestCouncil.today());

    private static final String QUINCE = """
            {"name": "Quince Society", "way": "told", "contact": "person"}""";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private Api lead;
    private String path;

    @BeforeEach
    void aRecord() {
        council = TestCouncil.create(port);
        priya = council.member("practitioner");
        lead = council.member("lead");
        var margaret = council.person("Margaret", "Ellison");
        path = priya.post("/api/conversations", "{\"personIds\": [\"" + margaret + "\"]}")
                .header("Location");
    }

    @Test
    void keepsTheNameThatTheAssetHadWhenItWasAdded() {
        var asset = lead.post("/api/assets", "{\"name\": \"Knit and Natter\"}").header("Location");
        var added = add("{\"assetId\": \"" + asset.replaceFirst(".*/", "")
                + "\", \"way\": \"introduced\", \"contact\": \"organisation\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);

        lead.put(asset, "{\"details\": {\"name\": \"Wool Circle\"}, \"active\": false}", "If-Match", "\"0\"");

        var listed = priya.get(path + "/connections").json().path("items").path(0);
        assertThat(listed.path("details").path("name").asString()).isEqualTo("Knit and Natter");
        var happened = priya.put(
                id(added),
                "{\"details\": " + listed.path("details") + ", \"status\": \"happened\"}",
                "If-Match",
                "\"0\"");
        assertThat(happened.json().path("details").path("name").asString()).isEqualTo("Knit and Natter");
    }

    @Test
    void needsANameOrAnAsset() {
        assertThat(add("{\"way\": \"told\", \"contact\": \"person\"}").status()).isEqualTo(400);
        assertThat(add("{\"assetId\": \"" + UUID.randomUUID() + "\", \"way\": \"told\", \"contact\": \"person\"}")
                        .problem())
                .isEqualTo("not-found");
        assertThat(add("{\"name\": \"Shed\", \"contact\": \"person\"}").status())
                .isEqualTo(400);
    }

    @Test
    void isAddedOnceHoweverOftenItIsSent() {
        var key = UUID.randomUUID().toString();

        var first = priya.send("POST", path + "/connections", QUINCE, "Idempotency-Key", key);
        var again = priya.send("POST", path + "/connections", QUINCE, "Idempotency-Key", key);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(priya.get(path + "/connections").json().path("items")).hasSize(1);
    }

    @Test
    void needsAReasonIfItDidNotComeAboutOrIsChangedAfterTheRecordIsFinished() {
        var added = add(QUINCE);
        assertThat(change(added, 0, QUINCE, "not-happened", null).status()).isEqualTo(400);
        assertThat(finish().status()).isEqualTo(200);
        var ours = QUINCE.replace("\"person\"", "\"council\"");
        assertThat(change(added, 0, ours, "open", null).status()).isEqualTo(400);

        var changed = change(added, 0, ours, "open", "She asked us to ring");
        var happened = change(added, 1, ours, "happened", null);
        var reopened = change(added, 2, ours, "open", null);
        var failed = change(added, 2, ours, "not-happened", "The room was cold");

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(happened.status()).as(happened.toString()).isEqualTo(200);
        assertThat(reopened.status()).isEqualTo(400);
        assertThat(failed.json().path("reason").asString()).isEqualTo("The room was cold");
        assertThat(failed.json().path("changes")).hasSize(3);
        assertThat(failed.json()
                        .path("changes")
                        .path(0)
                        .path("before")
                        .path("contact")
                        .asString())
                .isEqualTo("person");
        assertThat(failed.json().path("changes").path(0).path("byName").asString())
                .isNotEmpty();
    }

    @Test
    void isDeletedOnlyWhileTheRecordIsADraft() {
        var one = add(QUINCE);
        var other = add(QUINCE);

        assertThat(priya.send("DELETE", id(one), null, "If-Match", "\"0\"").status())
                .isEqualTo(204);
        assertThat(finish().status()).isEqualTo(200);
        assertThat(priya.send("DELETE", id(other), null, "If-Match", "\"0\"").problem())
                .isEqualTo("connection-of-finished-conversation");
    }

    @Test
    void isNotChangedFromAVersionThatIsOld() {
        var added = add(QUINCE);
        change(added, 0, QUINCE, "happened", null);

        var refused = change(added, 0, QUINCE, "open", null);

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.json().path("current").path("status").asString()).isEqualTo("happened");
        assertThat(priya.send("DELETE", id(added), null, "If-Match", "\"0\"").status())
                .isEqualTo(412);
    }

    @Test
    void isForPractitionersOnly() {
        var added = add(QUINCE);

        for (var role : List.of("hub-staff", "lead", "viewer")) {
            var other = council.member(role);
            assertThat(other.get(path + "/connections").status()).as(role).isEqualTo(403);
            assertThat(other.post(path + "/connections", QUINCE).status()).isEqualTo(403);
            assertThat(other.send("DELETE", id(added), null, "If-Match", "\"0\"")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void leavesNoWordsInTheAuditOrInClear() {
        var added = add(QUINCE);
        change(added, 0, QUINCE, "not-happened", "Zebedee was away");

        assertThat(council.events())
                .contains("conversation connection-added", "conversation connection-changed")
                .doesNotContainIgnoringCase("quince")
                .doesNotContain("Zebedee");
        for (var table : List.of("connection", "connection_change")) {
            assertThat(RunningService.superuser()
                            .sql("select count(*) from app." + table
                                    + " t where t.tenant_id = ? and strpos(t::text, encode('uince', 'hex')) > 0")
                            .param(council.id())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private Answer add(String details) {
        return priya.post(path + "/connections", details);
    }

    private String id(Answer added) {
        return path + "/connections/" + added.json().path("id").asString();
    }

    private Answer change(Answer added, int version, String details, String status, @Nullable String reason) {
        var why = reason == null ? "" : ", \"reason\": \"" + reason + "\"";
        return priya.put(
                id(added),
                "{\"details\": " + details + ", \"status\": \"" + status + "\"" + why + "}",
                "If-Match",
                "\"" + version + "\"");
    }

    private Answer finish() {
        return priya.send(
                "POST",
                path + "/finish",
                FINISH,
                "If-Match",
                "\"0\"",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
