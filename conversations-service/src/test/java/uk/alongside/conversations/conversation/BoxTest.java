package uk.alongside.conversations.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests that the boxes of a record lose nothing that two practitioners type. */
@ServiceTest
class BoxTest {

    private static final String MATTERS = "prompt.matters";
    private static final String AGREED = "prompt.agreed";

    /** Writes an unpaired surrogate as an escape, because UTF-8 cannot hold it. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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
        council.tenantService().put("/internal/councils/" + council.id() + "/blueprint", """
                {"version": 1, "kinds": [], "prompts": [
                  {"id": "prompt.matters", "heading": "What matters", "help": "In their words", "main": true},
                  {"id": "prompt.agreed", "heading": "What we agreed", "help": "Who does what", "main": true}]}""");
        path = priya.post("/api/conversations", "{\"personIds\": [\"" + council.person("Margaret", "Ellison") + "\"]}")
                .header("Location");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t two  spaces \r\n",
                "👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 👍🏽",
                "Tŷ Ŵyn, Ty\u0302 W\u0302yn, llŷn",
                "مرحبا \u200fبالعالم \u202eabc\u202c שלום",
                "<script>alert(1)</script> '; drop table app.conversation; --",
                "zero\u200bwidth, soft\u00adhyphen, \ufeffmark, \u0007bell, \ufffd",
                "பேச்சு 谈话 พูดคุย"
            })
    void keepsEveryTextExactlyAsItWasTyped(String text) {
        var written = write(priya, MATTERS, 0, text);

        assertThat(written.status()).as(written.toString()).isEqualTo(200);
        assertThat(written.json().path("text").asString()).isEqualTo(text);
        assertThat(box(MATTERS).path("text").asString()).isEqualTo(text);
        assertThat(revisions().path(0).path("text").asString()).isEqualTo(text);
    }

    @Test
    void keepsNulAndMarksHalfASurrogatePair() {
        var typed = "a\u0000b \ud800 c";

        assertThat(write(priya, MATTERS, 0, typed).status()).isEqualTo(200);

        assertThat(box(MATTERS).path("text").asString()).isEqualTo("a\u0000b \ufffd c");
        assertThat(write(priya, MATTERS, 0, typed).status()).isEqualTo(200);
    }

    @Test
    void holdsTwoHundredThousandCharactersAndNoMore() {
        var longest = "😀".repeat(BoxService.LONGEST);

        var written = write(priya, MATTERS, 0, longest);
        var longer = write(priya, MATTERS, 1, longest + "x");

        assertThat(written.status()).isEqualTo(200);
        assertThat(box(MATTERS).path("text").asString()).isEqualTo(longest);
        assertThat(longer.status()).isEqualTo(413);
        assertThat(longer.problem()).isEqualTo("too-long");
        assertThat(box(MATTERS).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void keepsWhatTwoMembersWriteInTwoBoxesAtOnce() throws Exception {
        var both = ConversationTest.atOnce(
                () -> write(priya, MATTERS, 0, "Her garden"), () -> write(sam, AGREED, 0, "Sam rings on Monday"));

        assertThat(both).extracting(Answer::status).containsExactly(200, 200);
        assertThat(box(MATTERS).path("text").asString()).isEqualTo("Her garden");
        assertThat(box(AGREED).path("text").asString()).isEqualTo("Sam rings on Monday");
        assertThat(priya.get(path).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void letsOneOfTwoMembersWriteInABoxAndShowsTheOtherWhatItHolds() throws Exception {
        for (long version = 0; version < 2; version++) {
            var at = version;
            var both = ConversationTest.atOnce(
                    () -> write(priya, MATTERS, at, "Her garden " + at),
                    () -> write(sam, MATTERS, at, "His allotment " + at));

            assertThat(both).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
            var won = both.stream()
                    .filter(each -> each.status() == 200)
                    .findFirst()
                    .orElseThrow();
            var lost = both.stream()
                    .filter(each -> each.status() == 412)
                    .findFirst()
                    .orElseThrow();
            assertThat(lost.problem()).isEqualTo("stale-version");
            assertThat(lost.json().path("current")).isEqualTo(won.json());
            assertThat(won.header("ETag")).isEqualTo("\"" + (at + 1) + "\"");
            assertThat(box(MATTERS)).isEqualTo(won.json());
        }
    }

    @Test
    void takesTheSameTextAgainWhoseAnswerWasLost() {
        var first = write(priya, MATTERS, 0, "Her garden");

        var again = write(priya, MATTERS, 0, "Her garden");
        var sameOfAnother = write(sam, MATTERS, 7, "Her garden");
        var otherMark = priya.put(
                path + "/boxes/" + MATTERS, "{\"text\": \"Her garden\", \"fromTool\": true}", "If-Match", "\"0\"");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(sameOfAnother.status()).isEqualTo(200);
        assertThat(otherMark.status()).isEqualTo(412);
    }

    @Test
    void showsAnEmptyBoxToAMemberWhoExpectsAText() {
        var stale = write(priya, MATTERS, 3, "Her garden");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("current").path("version").asLong()).isZero();
        assertThat(priya.put(path + "/boxes/" + MATTERS, "{\"text\": \"x\", \"fromTool\": false}")
                        .problem())
                .isEqualTo("if-match-required");
    }

    @Test
    void remembersThatATextCameFromATool() {
        priya.put(path + "/boxes/" + MATTERS, "{\"text\": \"A summary\", \"fromTool\": true}", "If-Match", "\"0\"");

        assertThat(box(MATTERS).path("fromTool").asBoolean()).isTrue();
    }

    @Test
    void keepsOneRevisionForWhatAMemberWritesWithinTenMinutes() {
        write(priya, MATTERS, 0, "H");
        write(priya, MATTERS, 1, "Her");
        write(priya, AGREED, 0, "Ring");
        write(sam, MATTERS, 2, "Her garden");
        write(priya, MATTERS, 3, "Her garden and dog");
        olderByTenMinutes();
        write(priya, MATTERS, 4, "Her garden, and her dog");

        assertThat(revisions()
                        .valueStream()
                        .filter(revision -> revision.path("promptId").asString().equals(MATTERS))
                        .map(revision -> revision.path("text").asString()))
                .containsExactly("Her garden, and her dog", "Her garden and dog", "Her garden", "Her");
        assertThat(box(MATTERS).path("text").asString()).isEqualTo("Her garden, and her dog");
    }

    @Test
    void keepsARevisionForEachOfManyTurns() {
        for (int turn = 0; turn < BoxService.PAGE + 1; turn++) {
            write(turn % 2 == 0 ? priya : sam, MATTERS, turn, "Turn " + turn);
        }

        var first = priya.get(path + "/revisions").json();
        var second = priya.get(path + "/revisions?after=" + first.path("next").asString())
                .json();

        assertThat(first.path("items")).hasSize(BoxService.PAGE);
        assertThat(first.path("items").path(0).path("text").asString()).isEqualTo("Turn " + BoxService.PAGE);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").path(0).path("text").asString()).isEqualTo("Turn 0");
    }

    @Test
    void isOnlyUnderThePromptsOfTheRecord() {
        assertThat(write(priya, "prompt.unknown", 0, "x").status()).isEqualTo(404);
        assertThat(priya.put(
                                "/api/conversations/" + UUID.randomUUID() + "/boxes/" + MATTERS,
                                "{\"text\": \"x\", \"fromTool\": false}",
                                "If-Match",
                                "\"0\"")
                        .status())
                .isEqualTo(404);
    }

    private Answer write(Api member, String prompt, long version, String text) {
        return member.put(
                path + "/boxes/" + prompt,
                JSON.writeValueAsString(Map.of("text", text, "fromTool", false)),
                "If-Match",
                "\"" + version + "\"");
    }

    private JsonNode box(String prompt) {
        return priya.get(path)
                .json()
                .path("boxes")
                .valueStream()
                .filter(box -> box.path("promptId").asString().equals(prompt))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode revisions() {
        return priya.get(path + "/revisions").json().path("items");
    }

    private void olderByTenMinutes() {
        RunningService.superuser()
                .sql("update app.conversation_revision set written_from = ? where tenant_id = ?")
                .params(RunningService.ago(Duration.ofMinutes(10)), council.id())
                .update();
    }
}
