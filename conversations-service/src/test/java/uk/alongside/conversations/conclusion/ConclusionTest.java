package uk.alongside.conversations.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the end of a record over HTTP: finishing it, putting right what was decided, and adding to it. */
@ServiceTest
class ConclusionTest {

    private static final String DAY = TestCouncil.today().toString();

    private static final String TRIED = """
            {"kind": "tried-to-reach", "day": "%s"}""".formatted(DAY);

    private static final String DECIDED = """
            {"kind": "conversation", "day": "%1$s", "explainedAs": "conversation", "assessmentOfferedOn": "%1$s",
             "assessmentDeclinedOn": "%1$s", "outcome": "information-and-advice",
             "outcomeReason": "The quince club is enough", "support": "advocate", "supporterName": "Zillah Marsh",
             "shares": [{"what": "Her address", "withWhom": "The quince club", "legalBasis": "consent",
                         "day": "%1$s", "personInformed": "She asked us to"}]}""".formatted(DAY);

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private UUID margaret;
    private String path;

    @BeforeEach
    void aRecord() {
        council = TestCouncil.create(port);
        priya = council.member("practitioner");
        sam = council.member("practitioner");
        margaret = council.person("Margaret", "Ellison");
        path = begun();
    }

    @Test
    void keepsWhatWasDecidedByWhomAndWhen() {
        write(priya, "Her garden", false, 0);

        var finished = finish(priya, DECIDED);

        assertThat(finished.status()).as(finished.toString()).isEqualTo(200);
        assertThat(finished.header("ETag")).isEqualTo("\"0\"");
        var json = priya.get(path + "/conclusion").json();
        assertThat(json).isEqualTo(finished.json());
        assertThat(json.path("finishedByName").asString()).isEqualTo("Priya N");
        var decisions = json.path("decisions");
        assertThat(decisions.path("outcome").asString()).isEqualTo("information-and-advice");
        assertThat(decisions.path("supporterName").asString()).isEqualTo("Zillah Marsh");
        assertThat(decisions.path("shares").path(0).path("legalBasis").asString())
                .isEqualTo("consent");
        assertThat(priya.get(path).json().path("status").asString()).isEqualTo("finished");
        assertThat(priya.get("/api/conversations").json().path("items")).isEmpty();
    }

    @Test
    void isTheDayOnWhichTheConversationWas() {
        var yesterday = TestCouncil.today().minusDays(1).toString();

        assertThat(finish(priya, TRIED.replace(DAY, yesterday)).status()).isEqualTo(200);

        assertThat(priya.get(path).json().path("day").asString()).isEqualTo(yesterday);
        assertThat(priya.get(path + "/conclusion")
                        .json()
                        .path("decisions")
                        .path("day")
                        .asString())
                .isEqualTo(yesterday);
    }

    @Test
    void needsWordsInAMainBoxUnlessThePersonWasNotReached() {
        write(priya, "  \\n ", false, 0);

        var refused = finish(priya, DECIDED);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("nothing-written");
        assertThat(finish(priya, TRIED).status()).isEqualTo(200);
    }

    @Test
    void isRejectedWithoutADecisionOrWithADayInFutureOrWithDecisionsForAPersonWhoWasNotReached() {
        write(priya, "Her garden", false, 0);
        var tomorrow = TestCouncil.today().plusDays(1).toString();

        for (var wrong : List.of(
                "{}",
                TRIED.replace("tried-to-reach", "conversation"),
                TRIED.replace(DAY, tomorrow),
                DECIDED.replace("\"assessmentOfferedOn\": \"" + DAY, "\"assessmentOfferedOn\": \"" + tomorrow),
                DECIDED.replace("\"kind\": \"conversation\"", "\"kind\": \"tried-to-reach\""),
                DECIDED.replace("\"advocate\"", "\"none-needed\""),
                DECIDED.replace("\"The quince club is enough\"", "\" \""),
                DECIDED.replace("\"consent\"", "\"habit\""))) {
            var refused = finish(priya, wrong);
            assertThat(refused.status()).as(wrong + refused).isEqualTo(400);
        }
        assertThat(priya.get(path).json().path("status").asString()).isEqualTo("draft");
    }

    @Test
    void asksWhetherTheTextOfAToolWasRead() {
        write(priya, "A summary of what was said", true, 0);

        var refused = finish(priya, DECIDED);
        var finished = finish(priya, "\"0\"", UUID.randomUUID().toString(), DECIDED, true);

        assertThat(refused.problem()).isEqualTo("tool-text-not-read");
        assertThat(finished.json().path("toolTextRead").asBoolean()).isTrue();
    }

    @Test
    void isDoneOnceHoweverOftenItIsPressed() {
        var key = UUID.randomUUID().toString();

        var first = finish(priya, "\"0\"", key, TRIED, false);
        var again = finish(priya, "\"0\"", key, TRIED, false);
        var later = finish(sam, TRIED);

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(later.status()).isEqualTo(409);
        assertThat(later.problem()).isEqualTo("conversation-finished");
        assertThat(council.events()).containsOnlyOnce("conversation finished");
    }

    @Test
    void isRejectedIfThePeopleChangedSince() {
        var tom = council.person("Tom", "Akande");
        priya.send("POST", path + "/people", "{\"personId\": \"" + tom + "\"}", "If-Match", "\"0\"");

        assertThat(finish(priya, TRIED).status()).isEqualTo(412);
    }

    @Test
    void leavesTheRecordAsItIs() {
        write(priya, "Her garden", false, 0);
        finish(priya, DECIDED);
        var tom = council.person("Tom", "Akande");
        var another = "{\"personId\": \"" + tom + "\"}";

        for (var refused : List.of(
                write(sam, "Something else", false, 1),
                write(sam, "Something else", false, 0),
                write(priya, "Her garden", true, 1),
                priya.send("POST", path + "/people", another, "If-Match", "\"1\""),
                priya.send("DELETE", path + "/people/" + margaret, null, "If-Match", "\"1\""),
                priya.send("DELETE", path, null))) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("conversation-finished");
        }
        assertThat(priya.get(path).json().path("boxes").path(0).path("text").asString())
                .isEqualTo("Her garden");
        assertThat(write(priya, "Her garden", false, 0).status())
                .as("a request whose answer was lost")
                .isEqualTo(200);
    }

    /** Whichever is first: the words are in the finished record, or the writer is informed that they are not. */
    @Test
    void losesNoWordsOfAMemberWhoWritesAtThatMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            path = begun();
            write(priya, "Her garden", false, 0);

            var both = atOnce(() -> write(sam, "Her garden and her quinces", false, 1), () -> finish(priya, DECIDED));

            assertThat(both.get(1).status()).as(both.get(1).toString()).isEqualTo(200);
            var text = priya.get(path).json().path("boxes").path(0).path("text").asString();
            if (both.get(0).status() == 200) {
                assertThat(text).isEqualTo("Her garden and her quinces");
            } else {
                assertThat(both.get(0).problem()).isEqualTo("conversation-finished");
                assertThat(text).isEqualTo("Her garden");
            }
        }
    }

    @Test
    void isPutRightForAReasonAndKeepsWhatWasDecidedBefore() {
        write(priya, "Her garden", false, 0);
        finish(priya, DECIDED);
        var yesterday = TestCouncil.today().minusDays(1).toString();
        var right = DECIDED.replace("information-and-advice", "support-declined")
                .replace(
                        "\"kind\": \"conversation\", \"day\": \"" + DAY,
                        "\"kind\": \"conversation\", \"day\": \"" + yesterday);

        var corrected = correct(sam, "\"0\"", right, "She called again");
        var stale = correct(sam, "\"0\"", DECIDED, "She called again");
        var withoutReason = correct(sam, "\"1\"", DECIDED, " ");

        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
        assertThat(corrected.header("ETag")).isEqualTo("\"1\"");
        var json = corrected.json();
        assertThat(json.path("decisions").path("outcome").asString()).isEqualTo("support-declined");
        assertThat(json.path("decisions").path("day").asString()).isEqualTo(yesterday);
        var correction = json.path("corrections").path(0);
        assertThat(correction.path("reason").asString()).isEqualTo("She called again");
        assertThat(correction.path("before").path("outcome").asString()).isEqualTo("information-and-advice");
        assertThat(correction.path("before").path("day").asString()).isEqualTo(DAY);
        assertThat(correction.path("correctedByName").asString()).isNotEmpty();
        assertThat(stale.status()).isEqualTo(412);
        assertThat(withoutReason.status()).isEqualTo(400);
        assertThat(priya.get(path).json().path("day").asString()).isEqualTo(yesterday);
    }

    @Test
    void takesAddendaOnlyOnceItIsFinished() {
        assertThat(priya.post(path + "/addenda", "{\"text\": \"More\"}").status())
                .isEqualTo(404);
        assertThat(priya.get(path + "/conclusion").status()).isEqualTo(404);
        assertThat(correct(priya, "\"0\"", TRIED, "Wrong").status()).isEqualTo(404);
        finish(priya, TRIED);
        var key = UUID.randomUUID().toString();
        var body = "{\"text\": \"She rang back.\\n\\nShe is well. 🌱\"}";

        var added = sam.send("POST", path + "/addenda", body, "Idempotency-Key", key);
        var again = sam.send("POST", path + "/addenda", body, "Idempotency-Key", key);
        var empty = sam.post(path + "/addenda", "{\"text\": \" \\n\"}");

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(added.json());
        assertThat(empty.status()).isEqualTo(400);
        var addenda = priya.get(path + "/conclusion").json().path("addenda");
        assertThat(addenda).hasSize(1);
        assertThat(addenda.path(0).path("text").asString()).isEqualTo("She rang back.\n\nShe is well. 🌱");
        assertThat(addenda.path(0).path("addedByName").asString()).isNotEmpty();
    }

    @Test
    void leavesNoWordsInTheAuditOrInClear() {
        write(priya, "Her garden", false, 0);
        finish(priya, DECIDED);
        priya.post(path + "/addenda", "{\"text\": \"Quince jam\"}");
        correct(priya, "\"0\"", DECIDED, "The quince was a pear");

        assertThat(council.events())
                .contains("conversation finished", "conversation addendum-added", "conversation conclusion-corrected")
                .contains(margaret.toString())
                .doesNotContainIgnoringCase("quince")
                .doesNotContain("Zillah");
        for (var table : List.of("conclusion", "addendum", "conclusion_correction")) {
            assertThat(RunningService.superuser()
                            .sql("select count(*) from app." + table
                                    + " t where t.tenant_id = ? and (strpos(lower(t::text), 'quince') > 0"
                                    + " or strpos(t::text, encode('uince', 'hex')) > 0)")
                            .param(council.id())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private String begun() {
        var begun = priya.post("/api/conversations", "{\"personIds\": [\"" + margaret + "\"]}");
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        return begun.header("Location");
    }

    private Answer write(Api member, String text, boolean fromTool, long version) {
        return member.put(
                path + "/boxes/prompt.notes",
                "{\"text\": \"" + text + "\", \"fromTool\": " + fromTool + "}",
                "If-Match",
                "\"" + version + "\"");
    }

    private Answer finish(Api member, String decisions) {
        return finish(member, "\"0\"", UUID.randomUUID().toString(), decisions, false);
    }

    private Answer finish(Api member, String version, String key, String decisions, boolean toolTextRead) {
        return member.send(
                "POST",
                path + "/finish",
                "{\"decisions\": " + decisions + ", \"toolTextRead\": " + toolTextRead + "}",
                "If-Match",
                version,
                "Idempotency-Key",
                key);
    }

    private Answer correct(Api member, String version, String decisions, String reason) {
        return member.put(
                path + "/conclusion",
                "{\"decisions\": " + decisions + ", \"reason\": \"" + reason + "\"}",
                "If-Match",
                version);
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = Stream.of(one, other)
                    .map(each -> threads.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }
}
