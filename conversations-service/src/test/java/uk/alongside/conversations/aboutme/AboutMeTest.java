package uk.alongside.conversations.aboutme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.foundation.encryption.DataKeys;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.wall.CouncilContext;

/** Tests About me over HTTP: who reads and writes it, what is kept of each change, and that records show who looked at it. */
@ServiceTest
class AboutMeTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TODAY = TestCouncil.today().toString();
    private static final String QUINCE = said("I like to sit where I can see the quince tree.");

    @LocalServerPort
    private int port;

    @Autowired
    private DataKeys keys;

    @Autowired
    private List<EncryptedColumn> columns;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private UUID margaret;
    private String path;

    @BeforeEach
    void aPerson() {
        council = TestCouncil.create(port);
        priya = council.member("practitioner");
        sam = council.member("practitioner");
        margaret = council.person("Margaret", "Ellison");
        path = "/api/people/" + margaret + "/about-me";
    }

    @Test
    void keepsWhoSaidASentenceAndWhen() {
        var jane = QUINCE.replace(
                "\"person\"", "\"supporter\", \"supporterName\": \"Jane\", \"supporterRelation\": \"daughter\"");

        var added = priya.post(path, jane);

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"0\"");
        var listed = list().path(0);
        assertThat(listed).isEqualTo(added.json());
        assertThat(listed.path("details").path("supporterName").asString()).isEqualTo("Jane");
        assertThat(listed.path("details").path("supporterRelation").asString()).isEqualTo("daughter");
        assertThat(listed.path("details").path("saidOn").asString()).isEqualTo(TODAY);
        assertThat(listed.path("addedByName").asString()).isNotEmpty();
    }

    @Test
    void isReadAndWrittenByPractitionersOnly() {
        var sentence = id(priya.post(path, QUINCE).json());
        var record = record();
        var away = change(QUINCE, true, "Gone");

        for (var role : List.of("hub-staff", "lead", "viewer")) {
            var other = council.member(role);
            assertThat(other.get(path).problem()).as(role).isEqualTo("not-allowed");
            assertThat(other.post(path, QUINCE).problem()).as(role).isEqualTo("not-allowed");
            assertThat(other.put(sentence, away, "If-Match", "\"0\"").problem()).isEqualTo("not-allowed");
            assertThat(other.get(record + "/about-me-looks").problem()).isEqualTo("not-allowed");
            assertThat(other.post(record + "/about-me-looks/" + margaret, "").problem())
                    .isEqualTo("not-allowed");
            assertThat(other.get("/api/people/" + margaret).text()).doesNotContain("quince");
        }
    }

    @Test
    void isAddedOnceHoweverOftenItIsSent() {
        var first = priya.send("POST", path, QUINCE, "Idempotency-Key", "once");
        var again = priya.send("POST", path, QUINCE, "Idempotency-Key", "once");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(list()).hasSize(1);
    }

    @Test
    void keepsWhatASentenceWasWhoChangedItAndWhen() {
        var sentence = id(priya.post(path, QUINCE).json());

        var changed = sam.put(sentence, change(said("I like the window."), false, null), "If-Match", "\"0\"");

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        var before = list().path(0).path("changes").path(0);
        assertThat(before.path("before").path("text").asString()).contains("quince");
        assertThat(before.has("at")).isTrue();
        assertThat(before.path("byName").asString()).isNotEmpty();
    }

    @Test
    void isTakenAwayOnlyWithAReasonAndCanBePutBack() {
        var sentence = id(priya.post(path, QUINCE).json());

        assertThat(priya.put(sentence, change(QUINCE, true, null), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(400);
        assertThat(priya.put(sentence, change(QUINCE, true, " "), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(400);
        var away = priya.put(sentence, change(QUINCE, true, "The tree is gone"), "If-Match", "\"0\"");
        assertThat(away.status()).as(away.toString()).isEqualTo(200);
        assertThat(list().path(0).path("reason").asString()).isEqualTo("The tree is gone");
        var back = priya.put(sentence, change(QUINCE, false, null), "If-Match", "\"1\"");

        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(back.json().path("takenAway").asBoolean()).isFalse();
        assertThat(back.json().has("reason")).isFalse();
        var changes = back.json().path("changes");
        assertThat(changes.path(1).path("takenAwayBefore").asBoolean()).isTrue();
        assertThat(changes.path(1).path("reason").asString()).isEqualTo("The tree is gone");
    }

    @Test
    void isChangedByOneOfTwoMembersAndTheOtherSeesIt() {
        var sentence = id(priya.post(path, QUINCE).json());
        var window = change(said("I like the window."), false, null);

        assertThat(sam.put(sentence, window, "If-Match", "\"0\"").status()).isEqualTo(200);
        var stale = priya.put(sentence, change(said("I like the garden."), false, null), "If-Match", "\"0\"");
        var same = priya.put(sentence, window, "If-Match", "\"0\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(stale.json().at("/current/details/text").asString()).isEqualTo("I like the window.");
        assertThat(same.status()).isEqualTo(200);
        assertThat(list().path(0).path("changes")).hasSize(1);
    }

    @Test
    void keepsEveryScriptAndRejectsWhatIsTooLongOrSaidByNoOne() {
        for (var text : List.of(
                "Dw i’n hoffi paned o de 🫖 yn y bore, ŵy a thŷ.",
                "אני אוהבת לשבת ליד החלון.",
                "<script>alert('quince')</script>",
                "🌳".repeat(200),
                "x".repeat(1_000))) {
            assertThat(priya.post(path, said(text)).json().at("/details/text").asString())
                    .isEqualTo(text);
        }
        for (var wrong : List.of(
                said("x".repeat(1_001)),
                said(" "),
                QUINCE.replace("\"person\"", "\"supporter\""),
                QUINCE.replace("\"person\"", "\"supporter\", \"supporterName\": \"Jane\""),
                QUINCE.replace("\"person\"", "\"staff\", \"supporterName\": \"Jane\""),
                QUINCE.replace(TODAY, TestCouncil.today().plusDays(1).toString()))) {
            assertThat(priya.post(path, wrong).status()).as(wrong).isEqualTo(400);
        }
        assertThat(list()).hasSize(5);
    }

    @Test
    void showsInARecordWhoLookedAtItWithThePerson() {
        priya.post(path, QUINCE);
        var looks = record() + "/about-me-looks";
        assertThat(priya.get(looks).json().path("items")).isEmpty();

        var first = priya.post(looks + "/" + margaret, "");
        var again = priya.post(looks + "/" + margaret, "");

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        var look = sam.get(looks).json().path("items");
        assertThat(look).hasSize(1);
        assertThat(look.path(0).path("personId").asString()).isEqualTo(margaret.toString());
        assertThat(look.path(0).path("byName").asString()).isNotEmpty();
        assertThat(priya.post(looks + "/" + council.person("Tom", "Akande"), "").status())
                .isEqualTo(404);
    }

    @Test
    void isEncryptedAndInNoAuditEvent() {
        var sentence = id(priya.post(path, QUINCE).json());
        priya.put(sentence, change(QUINCE, true, "The quince is gone"), "If-Match", "\"0\"");

        var rows = RunningService.superuser()
                .sql("""
                        select encode(s.words, 'escape') || encode(c.before, 'escape')
                        from app.about_me_sentence s
                        join app.about_me_change c on c.tenant_id = s.tenant_id and c.sentence_id = s.id
                        where s.tenant_id = ?::uuid""")
                .param(council.id().toString())
                .query(String.class)
                .list();

        assertThat(rows).hasSize(1).noneMatch(row -> row.contains("quince"));
        assertThat(council.lead().get("/api/audit/events").text())
                .contains("about-me-added")
                .contains("about-me-taken-away")
                .doesNotContain("quince");
    }

    @Test
    void isListedInTheAccessLogOfThePersonByWhoLookedAtIt() {
        priya.post(path, QUINCE);
        sam.get(path);

        var log = council.member("hub-staff")
                .get("/api/people/" + margaret + "/access-log")
                .json()
                .path("items");

        var reads = log.valueStream()
                .filter(event -> event.path("action").asString().equals("read"))
                .toList();
        assertThat(reads).as("%s", log).hasSize(1);
        assertThat(reads.getFirst().path("kind").asString()).isEqualTo("about-me");
    }

    @Test
    void isReadableAfterANewKeyAndGoneAfterTheKeysWereDestroyed() {
        var sentence = id(priya.post(path, QUINCE).json());
        var window = change(said("I like the window."), false, null);
        CouncilContext.run(council.id(), keys::rotate);
        assertThat(priya.put(sentence, window, "If-Match", "\"0\"").status()).isEqualTo(200);
        assertThat(list().toString()).contains("quince").contains("window");

        CouncilContext.run(council.id(), keys::destroy);

        for (var answer : List.of(priya.get(path), priya.put(sentence, window, "If-Match", "\"1\""))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(410);
            assertThat(answer.problem()).isEqualTo("text-unreadable");
        }
    }

    @Test
    void getsANewKeyForASentenceAndForWhatItWasBefore() {
        assertThat(columns)
                .extracting(column -> column.table() + "." + column.column())
                .contains("app.about_me_sentence.words", "app.about_me_change.before");
    }

    private String record() {
        Answer begun = priya.post("/api/conversations", "{\"personIds\": [\"" + margaret + "\"]}");
        return begun.header("Location");
    }

    private JsonNode list() {
        var list = priya.get(path);
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.json().path("items");
    }

    private String id(JsonNode sentence) {
        return path + "/" + sentence.path("id").asString();
    }

    private static String said(String text) {
        return "{\"heading\": \"matters\", \"text\": %s, \"saidBy\": \"person\", \"saidOn\": \"%s\"}"
                .formatted(JSON.writeValueAsString(text), TODAY);
    }

    private static String change(String details, boolean takenAway, @Nullable String reason) {
        return "{\"details\": " + details + ", \"takenAway\": " + takenAway
                + (reason == null ? "}" : ", \"reason\": \"" + reason + "\"}");
    }
}
