package uk.alongside.conversations.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the letter to a person of a record over HTTP. */
@ServiceTest
class LetterTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private UUID margaret;
    private UUID rosa;
    private String record;
    private String letter;

    @BeforeEach
    void aRecordOfTwoPeople() {
        council = TestCouncil.create(port);
        priya = council.member("practitioner");
        margaret = council.person("Margaret", "Ellison");
        rosa = council.person("Rosa", "Díaz");
        record = priya.post("/api/conversations", "{\"personIds\": [\"" + margaret + "\", \"" + rosa + "\"]}")
                .header("Location");
        letter = record + "/letters/" + margaret;
        write("Margaret misses the allotment. Rosa Diaz drives her.");
    }

    @Test
    void isComposedFromTheBoxesWithoutTheOtherPersonsName() {
        var composed = get();

        assertThat(composed.path("name").asString()).isEqualTo("Margaret Ellison");
        assertThat(composed.path("parts").path(0).path("heading").asString()).isEqualTo("What we talked about");
        assertThat(composed.path("parts").path(0).path("shown").asString())
                .isEqualTo("Margaret misses the allotment. another person drives her.");
        assertThat(composed.path("names").path(0).path("name").asString()).isEqualTo("Rosa Díaz");
        assertThat(composed.path("names").path(0).path("leftIn").asBoolean()).isFalse();
        assertThat(composed.path("version").asInt()).isZero();
    }

    @Test
    void saysTheNextStepsWithoutTheOtherPersonsName() {
        priya.post(record + "/steps", """
                {"what": "ring Colin", "owner": "person", "due": "2026-12-03"}""");
        priya.post(record + "/steps", """
                {"what": "drive to the shed", "owner": "community", "ownerName": "Rosa Diaz"}""");
        var undone = priya.post(record + "/steps", "{\"what\": \"ask the bank\"}");
        priya.put(
                record + "/steps/" + undone.json().path("id").asString(),
                "{\"details\": {\"what\": \"ask the bank\"}, \"status\": \"not-done\", \"reason\": \"It is closed\"}",
                "If-Match",
                "\"0\"");

        var part = get().path("parts").path(1);

        assertThat(part.path("id").asString()).isEqualTo("next-steps");
        assertThat(part.path("shown").asString()).isEqualTo("""
                You and another person: ring Colin, by Thursday 3 December 2026.
                another person: drive to the shed.""");
        assertThat(put("/parts/next-steps", "{\"text\": \"You ring Colin.\"}", 0)
                        .status())
                .isEqualTo(200);
        assertThat(get().path("parts").path(1).path("shown").asString()).isEqualTo("You ring Colin.");
    }

    @Test
    void saysTheConnectionsAndWhoMakesContact() {
        var asset = council.member("lead")
                .post("/api/assets", "{\"name\": \"Shed\", \"telephone\": \"01632 960000\"}")
                .json()
                .path("id")
                .asString();
        priya.post(
                record + "/connections",
                "{\"assetId\": \"" + asset + "\", \"way\": \"told\", \"contact\": \"person\"}");
        priya.post(
                record + "/connections",
                "{\"name\": \"the choir\", \"way\": \"introduced\", \"contact\": \"organisation\"}");

        var part = get().path("parts").path(1);

        assertThat(part.path("id").asString()).isEqualTo("connections");
        assertThat(part.path("shown").asString()).isEqualTo("""
                We told you about Shed. You will contact them. Their number is 01632 960000.
                We introduced you to the choir. They will contact you.""");
        assertThat(put("/parts/connections", "{\"text\": \"Come to the Shed.\"}", 0)
                        .status())
                .isEqualTo(200);
        assertThat(get().path("parts").path(1).path("shown").asString()).isEqualTo("Come to the Shed.");
    }

    @Test
    void keepsANameThatWasTicked() {
        var ticked = put("/names", "{\"personIds\": [\"" + rosa + "\"]}", 0);

        assertThat(ticked.status()).as(ticked.toString()).isEqualTo(200);
        assertThat(ticked.json().path("parts").path(0).path("shown").asString()).contains("Rosa Diaz drives her");
        assertThat(put("/names", "{\"personIds\": []}", 0).problem()).isEqualTo("stale-version");
        assertThat(put("/names", "{\"personIds\": [\"" + UUID.randomUUID() + "\"]}", 1)
                        .status())
                .isEqualTo(404);
        assertThat(put("/names", "{\"personIds\": [\"" + margaret + "\"]}", 1).status())
                .isEqualTo(404);
    }

    @Test
    void hasTheEditedTextAndLeavesTheRecordAsItIs() {
        var edited = put("/parts/prompt.notes", "{\"text\": \"You miss the allotment.\"}", 0);

        assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
        write("Margaret misses the sea.", 1);
        assertThat(get().path("parts").path(0).path("shown").asString()).isEqualTo("You miss the allotment.");
        assertThat(priya.get(record).text()).contains("misses the sea").doesNotContain("You miss");
        assertThat(put("/parts/prompt.notes", "{\"text\": \"You miss the allotment.\"}", 0)
                        .status())
                .as("the same text again")
                .isEqualTo(200);
        var stale = put("/parts/prompt.notes", "{\"text\": \"Other\"}", 0);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json()
                        .path("current")
                        .path("parts")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("You miss the allotment.");
        assertThat(put("/parts/prompt.unknown", "{\"text\": \"x\"}", 0).status())
                .isEqualTo(404);
    }

    @Test
    void hasTheWordsOfThePersonAndKeepsADisagreementBesideTheRecord() {
        put("/parts/own-words", "{\"text\": \"I want to garden again, with Rosa.\"}", 0);
        var differently = put("/parts/differently", "{\"text\": \"I never said that I fall.\"}", 0);

        assertThat(differently.json().path("ownWords").path("shown").asString())
                .isEqualTo("I want to garden again, with another person.");
        assertThat(differently.json().path("parts").toString()).doesNotContain("fall");
        var kept = priya.get(record + "/letters").json().path("items").path(0).path("differently");
        assertThat(kept.path("text").asString()).isEqualTo("I never said that I fall.");
        assertThat(kept.path("changedByName").asString()).isEqualTo("Priya N");
        assertThat(kept.has("changedAt")).isTrue();
    }

    @Test
    void keepsEveryVersionOfAPartEncrypted() {
        put("/parts/own-words", "{\"text\": \"Quince stairs\"}", 0);
        put("/parts/own-words", "{\"text\": \"Quince stairs, twice\"}", 1);

        var versions = RunningService.superuser()
                .sql("""
                        select encode(p.text, 'escape') from app.letter_part p
                        join app.letter l on l.tenant_id = p.tenant_id and l.id = p.letter_id
                        where l.conversation_id = ?::uuid order by p.version""")
                .param(record.substring(record.lastIndexOf('/') + 1))
                .query(String.class)
                .list();

        assertThat(versions).hasSize(2).noneMatch(text -> text.contains("Quince"));
    }

    @Test
    void keepsACopyThatWasGivenAfterItWasWithdrawn() {
        var given = priya.send("POST", letter + "/copies", "{\"how\": \"by-hand\"}", "Idempotency-Key", "once");
        var again = priya.send("POST", letter + "/copies", "{\"how\": \"by-hand\"}", "Idempotency-Key", "once");

        var withdrawn = priya.post(letter + "/withdrawal", "{\"reason\": \"She no longer agrees\"}");

        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        assertThat(again.json().path("copies")).hasSize(1);
        assertThat(withdrawn.json().path("withdrawal").path("reason").asString())
                .isEqualTo("She no longer agrees");
        assertThat(withdrawn.json().path("copies").path(0).path("how").asString())
                .isEqualTo("by-hand");
        for (var refused : new Answer[] {
            priya.post(letter + "/copies", "{\"how\": \"post\"}"),
            priya.post(letter + "/withdrawal", "{\"reason\": \"Again\"}"),
            put("/parts/own-words", "{\"text\": \"x\"}", 0),
            put("/names", "{\"personIds\": []}", 1)
        }) {
            assertThat(refused.problem()).as(refused.toString()).isEqualTo("letter-withdrawn");
        }
        assertThat(put("/parts/differently", "{\"text\": \"I disagree\"}", 0).status())
                .isEqualTo(200);
    }

    @Test
    void isRejectedForARecordWithoutTextAndForAPersonWhoIsNotOfIt() {
        var empty = priya.post("/api/conversations", "{\"personIds\": [\"" + margaret + "\"]}")
                .header("Location");

        assertThat(priya.post(empty + "/letters/" + margaret + "/copies", "{\"how\": \"post\"}")
                        .problem())
                .isEqualTo("nothing-written");
        assertThat(priya.send("DELETE", empty, null).status()).isEqualTo(204);
        assertThat(priya.get(record + "/letters/" + council.person("Tom", "Akande"))
                        .status())
                .isEqualTo(404);
    }

    private JsonNode get() {
        var answer = priya.get(letter);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Answer put(String end, String body, long version) {
        return priya.put(letter + end, body, "If-Match", "\"" + version + "\"");
    }

    private void write(String text) {
        write(text, 0);
    }

    private void write(String text, long version) {
        var written = priya.put(
                record + "/boxes/prompt.notes",
                "{\"text\": \"" + text + "\", \"fromTool\": false}",
                "If-Match",
                "\"" + version + "\"");
        assertThat(written.status()).as(written.toString()).isEqualTo(200);
    }
}
