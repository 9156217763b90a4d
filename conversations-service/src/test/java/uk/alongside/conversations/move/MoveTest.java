package uk.alongside.conversations.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests that a record of the wrong person moves to the right one with its content, and leaves a trace on both. */
@ServiceTest
class MoveTest {

    private static final String WORDS = "Wants to get back to the allotment";
    private static final String REASON = "Two people of that name came on the same morning";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private final UUID priyaId = UUID.randomUUID();
    private Api priya;
    private UUID wrong;
    private UUID right;
    private String path;

    @BeforeEach
    void aRecordOfTheWrongPerson() {
        council = TestCouncil.create(port);
        priya = council.member(priyaId, "active", 1, "practitioner");
        wrong = council.person("Margaret", "Ellison");
        right = council.person("Margaret", "Ellis");
        path = priya.post("/api/conversations", "{\"personIds\": [\"" + wrong + "\"]}")
                .header("Location");
        var box = "{\"text\": \"" + WORDS + "\", \"fromTool\": false}";
        assertThat(priya.put(path + "/boxes/prompt.notes", box, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void movesADraftWithItsWordsAndLeavesATraceOnBoth() {
        var moved = move(wrong, right, 0);

        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.header("ETag")).isEqualTo(priya.get(path).header("ETag"));
        var record = priya.get(path).json();
        assertThat(record.path("people")).hasSize(1);
        assertThat(record.at("/people/0/personId").asString()).isEqualTo(right.toString());
        assertThat(record.at("/boxes/0/text").asString()).isEqualTo(WORDS);
        assertThat(priya.get("/api/people/" + wrong + "/conversations").json().path("items"))
                .isEmpty();
        assertThat(priya.get("/api/people/" + right + "/conversations").json().path("items"))
                .hasSize(1);
        for (var trace : List.of(path + "/moves", "/api/people/" + wrong + "/moved-conversations")) {
            var answer = priya.get(trace);
            assertThat(answer.json().path("items")).hasSize(1);
            var item = answer.json().at("/items/0");
            assertThat(item.path("reason").asString()).isEqualTo(REASON);
            assertThat(item.path("movedByName").asString()).isEqualTo("Priya N");
            assertThat(item.path("day").asString())
                    .isEqualTo(TestCouncil.today().toString());
            assertThat(answer.text()).doesNotContain(WORDS, "Ellis", wrong.toString(), right.toString());
        }
        assertThat(priya.get("/api/people/" + right + "/moved-conversations")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(council.events()).contains("conversation moved").doesNotContain(REASON);
    }

    @Test
    void keepsAMovedDraftWithoutTextFromBeingDeleted() {
        path = priya.post("/api/conversations", "{\"personIds\": [\"" + wrong + "\"]}")
                .header("Location");
        assertThat(move(wrong, right, 0).status()).isEqualTo(200);

        var refused = priya.send("DELETE", path, null);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("conversation-has-text");
        assertThat(priya.get(path + "/moves").json().path("items")).hasSize(1);
    }

    @Test
    void namesBothPeopleInTheAuditOfTheMove() {
        move(wrong, right, 0);

        assertThat(council.events().lines().filter(event -> event.startsWith("conversation moved")))
                .singleElement()
                .satisfies(event -> assertThat(event).contains(wrong.toString(), right.toString()));
    }

    @Test
    void movesAFinishedRecordThatNobodyCanChange() {
        finish();

        assertThat(move(wrong, right, 1).status()).isEqualTo(200);

        assertThat(priya.get(path).json().at("/people/0/personId").asString()).isEqualTo(right.toString());
        assertThat(priya.get(path).json().path("status").asString()).isEqualTo("finished");
    }

    @Test
    void saysWhichCopiesOfTheLetterTheWrongPersonHas() {
        var letter = path + "/letters/" + wrong;
        assertThat(priya.post(letter + "/copies", "{\"how\": \"by-hand\"}").status())
                .isEqualTo(200);

        var moved = move(wrong, right, 0);

        assertThat(moved.json().path("copiesGivenAt")).hasSize(1);
        assertThat(priya.get(letter).status()).isEqualTo(404);
        assertThat(priya.get(path + "/letters/" + right).json().path("copies")).isEmpty();
    }

    @Test
    void opensTheLetterAgainWhenTheRecordComesBack() {
        var letter = path + "/letters/" + wrong;
        priya.post(letter + "/copies", "{\"how\": \"by-hand\"}");
        move(wrong, right, 0);

        assertThat(move(right, wrong, 1).status()).isEqualTo(200);

        assertThat(priya.get(letter).json().path("copies")).hasSize(1);
        assertThat(priya.get(path + "/moves").json().path("items")).hasSize(2);
    }

    @Test
    void takesTheAnswersToMeasuresAlong() {
        var asked = answers(", \"conversationId\": \"" + path.replaceFirst(".*/", "") + "\"");
        assertThat(priya.post(measures(wrong), asked).status()).isEqualTo(201);

        move(wrong, right, 0);

        assertThat(priya.get(measures(wrong)).json().path("items")).isEmpty();
        assertThat(priya.get(measures(right)).json().path("items")).hasSize(1);
    }

    @Test
    void leavesAnswersThatTheOtherPersonHasGivenAndMovesNothing() {
        priya.post(measures(wrong), answers(", \"conversationId\": \"" + path.replaceFirst(".*/", "") + "\""));
        priya.post(measures(right), answers(""));

        var refused = move(wrong, right, 0);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("answers-of-the-day-exist");
        assertThat(priya.get(path).json().at("/people/0/personId").asString()).isEqualTo(wrong.toString());
        assertThat(priya.get(path + "/moves").json().path("items")).isEmpty();
    }

    @Test
    void onlyRemovesTheWrongPersonIfTheRightOneIsInTheRecordAlready() {
        priya.send("POST", path + "/people", "{\"personId\": \"" + right + "\"}", "If-Match", "\"0\"");

        assertThat(move(wrong, right, 1).status()).isEqualTo(200);

        assertThat(priya.get(path).json().path("people")).hasSize(1);
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThat(move(wrong, wrong, 0).json().at("/errors/0/pointer").asString())
                .isEqualTo("#/toPersonId");
        assertThat(move(right, wrong, 0).status()).isEqualTo(404);
        assertThat(move(wrong, UUID.randomUUID(), 0).status()).isEqualTo(404);
        assertThat(move(wrong, right, 7).problem()).isEqualTo("stale-version");
        assertThat(move(wrong, right, 0, " ", UUID.randomUUID().toString()).status())
                .isEqualTo(400);
        assertThat(priya.get(path + "/moves").json().path("items")).isEmpty();
    }

    @Test
    void answersTheSameRequestAgainAndMovesOnce() {
        var first = move(wrong, right, 0, REASON, "once");
        var again = move(wrong, right, 0, REASON, "once");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(priya.get(path + "/moves").json().path("items")).hasSize(1);
    }

    @Test
    void movesOnceIfTwoMembersMoveItAtOnce() throws Exception {
        var other = council.person("Raj", "Patel");
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = Stream.of(right, other)
                    .map(to -> threads.submit(() -> {
                        start.await();
                        return move(wrong, to, 0).status();
                    }))
                    .toList()
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toList();

            assertThat(statuses.getFirst()).isEqualTo(200);
            assertThat(statuses.getLast()).isIn(404, 412);
        }
        assertThat(priya.get(path + "/moves").json().path("items")).hasSize(1);
        assertThat(priya.get(path).json().path("people")).hasSize(1);
    }

    @Test
    void hidesTheReasonOfARestrictedRecordFromOthers() {
        var samId = UUID.randomUUID();
        council.member(samId, "active", 1, "practitioner");
        var other = council.member("practitioner");
        priya.put(path + "/readers", "{\"memberIds\": [\"" + priyaId + "\", \"" + samId + "\"]}", "If-Match", "\"0\"");

        assertThat(other.send(
                                "POST",
                                path + "/moves",
                                body(wrong, right, REASON),
                                "If-Match",
                                "\"1\"",
                                "Idempotency-Key",
                                "x")
                        .status())
                .isEqualTo(404);
        assertThat(move(wrong, right, 1).status()).isEqualTo(200);

        assertThat(other.get("/api/people/" + wrong + "/moved-conversations")
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.has("reason")).isFalse());
        assertThat(other.get(path + "/moves").status()).isEqualTo(404);
    }

    private Answer move(UUID from, UUID to, int version) {
        return move(from, to, version, REASON, UUID.randomUUID().toString());
    }

    private Answer move(UUID from, UUID to, int version, String reason, String key) {
        return priya.send(
                "POST",
                path + "/moves",
                body(from, to, reason),
                "If-Match",
                "\"" + version + "\"",
                "Idempotency-Key",
                key);
    }

    private static String body(UUID from, UUID to, String reason) {
        return """
                {"fromPersonId": "%s", "toPersonId": "%s", "reason": "%s"}""".formatted(from, to, reason);
    }

    private void finish() {
        var finished = priya.send(
                "POST",
                path + "/finish",
                "{\"decisions\": {\"kind\": \"tried-to-reach\", \"day\": \"" + TestCouncil.today()
                        + "\"}, \"toolTextRead\": false}",
                "If-Match",
                "\"0\"",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(finished.status()).as(finished.toString()).isEqualTo(200);
    }

    private static String measures(UUID person) {
        return "/api/people/" + person + "/measures";
    }

    private static String answers(String more) {
        return """
                {"instrument": "ons4", "day": "%s", "how": "asked", "answers": [{"item": "happy", "value": 6}]%s}""".formatted(TestCouncil.today(), more);
    }
}
