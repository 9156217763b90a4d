package uk.alongside.conversations.presence;

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

/** Tests that two practitioners with one record open see each other. */
@ServiceTest
class PresenceTest {

    private static final String IN_NOTES = "{\"promptId\": \"prompt.notes\"}";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private String path;

    @BeforeEach
    void aRecord() {
        council = TestCouncil.create(port);
        priya = council.member("practitioner");
        sam = council.member("practitioner");
        path = priya.post("/api/conversations", "{\"personIds\": [\"" + council.person("Margaret", "Ellison") + "\"]}")
                .header("Location");
    }

    @Test
    void showsTheOtherMemberAndTheirBox() {
        assertThat(note(priya, IN_NOTES).path("writers")).isEmpty();

        var seen = note(sam, "{}");
        var back = note(priya, "{}");

        assertThat(seen.path("writers")).hasSize(1);
        assertThat(seen.path("writers").path(0).path("name").asString()).isEqualTo("Priya N");
        assertThat(seen.path("writers").path(0).path("promptId").asString()).isEqualTo("prompt.notes");
        assertThat(back.path("writers").path(0).has("promptId")).isFalse();
    }

    @Test
    void showsTheVersionsOfTheBoxesAndOfTheRecord() {
        priya.put(path + "/boxes/prompt.notes", "{\"text\": \"Her garden\", \"fromTool\": false}", "If-Match", "\"0\"");

        var seen = note(sam, "{}");

        assertThat(seen.path("boxes").path(0).path("promptId").asString()).isEqualTo("prompt.notes");
        assertThat(seen.path("boxes").path(0).path("version").asLong()).isEqualTo(1);
        assertThat(seen.path("version").asLong()).isZero();
        assertThat(seen.toString()).doesNotContain("garden");
    }

    @Test
    void showsNoMemberWhoHasLeft() {
        note(priya, IN_NOTES);

        assertThat(priya.send("DELETE", path + "/writers/me", null).status()).isEqualTo(204);

        assertThat(note(sam, "{}").path("writers")).isEmpty();
    }

    @Test
    void showsNoMemberWhosePageIsSilentAndKeepsNoRowOfThem() {
        note(priya, IN_NOTES);
        RunningService.superuser()
                .sql("update app.conversation_writer set seen_at = ? where tenant_id = ?")
                .params(RunningService.ago(PresenceService.SILENT.plusSeconds(1)), council.id())
                .update();

        var seen = note(sam, "{}");

        assertThat(seen.path("writers")).isEmpty();
        assertThat(RunningService.superuser()
                        .sql("select count(*) from app.conversation_writer where tenant_id = ?")
                        .param(council.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsNoPromptThatTheRecordDoesNotHave() {
        note(priya, "{\"promptId\": \"prompt.unknown\"}");

        assertThat(note(sam, "{}").path("writers").path(0).has("promptId")).isFalse();
    }

    @Test
    void isNotThereWithoutARecord() {
        var nowhere = "/api/conversations/" + UUID.randomUUID() + "/writers/me";

        assertThat(priya.post(nowhere, "{}").status()).isEqualTo(404);
        assertThat(priya.send("DELETE", nowhere, null).status()).isEqualTo(404);
    }

    private JsonNode note(Api member, String body) {
        var noted = member.post(path + "/writers/me", body);
        assertThat(noted.status()).as(noted.toString()).isEqualTo(200);
        return noted.json();
    }
}
