package uk.alongside.conversations.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the next steps of conversations over HTTP. */
@ServiceTest
class StepTest {

    private static final String TODAY = TestCouncil.today().toString();
    private static final String YESTERDAY = TestCouncil.today().minusDays(1).toString();

    private static final String FINISH = """
            {"decisions": {"kind": "tried-to-reach", "day": "%s"}, "toolTextRead": false}""".formatted(TODAY);

    private static final String RING = """
            {"what": "ring Colin about the quince", "owner": "family", "ownerName": "Zebedee", "due": "%s"}""".formatted(TODAY);

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private final UUID samsId = UUID.randomUUID();
    private Api sam;
    private UUID margaret;
    private String path;

    @BeforeEach
    void aRecord() {
        council = TestCouncil.create(port);
        priya = council.member("practitioner");
        sam = council.member(samsId, "active", 1, "practitioner");
        margaret = council.person("Margaret", "Ellison");
        path = begun();
    }

    @Test
    void needsOnlyWhatIsDoneWhileTheRecordIsADraft() {
        var added = add("{\"what\": \"ring Colin\"}");

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"0\"");
        var listed = priya.get(path + "/steps").json().path("items").path(0);
        assertThat(listed).isEqualTo(added.json());
        assertThat(listed.path("details").path("what").asString()).isEqualTo("ring Colin");
        assertThat(listed.path("status").asString()).isEqualTo("open");
    }

    @Test
    void isAddedOnceHoweverOftenItIsSent() {
        var key = UUID.randomUUID().toString();

        var first = priya.send("POST", path + "/steps", RING, "Idempotency-Key", key);
        var again = priya.send("POST", path + "/steps", RING, "Idempotency-Key", key);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(priya.get(path + "/steps").json().path("items")).hasSize(1);
    }

    @Test
    void needsAnOwnerAndADayBeforeTheRecordIsFinished() {
        var step = add("{\"what\": \"ring Colin\", \"owner\": \"family\"}");

        var refused = finish();
        change(step, RING, "open", null);
        var finished = finish();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("step-incomplete");
        assertThat(finished.status()).as(finished.toString()).isEqualTo(200);
    }

    @Test
    void needsAReasonIfItWasNotDoneOrIsChangedAfterTheRecordIsFinished() {
        var step = add(RING);

        assertThat(change(step, RING, "not-done", null).status()).isEqualTo(400);
        assertThat(finish().status()).isEqualTo(200);
        var later = RING.replace(TODAY, TestCouncil.today().plusDays(7).toString());
        assertThat(change(step, later, "open", null).status()).isEqualTo(400);

        var changed = change(step, later, "open", "Colin is away");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        var done = priya.put(id(step), body(later, "done", null), "If-Match", "\"1\"");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(priya.put(id(step), body(later, "open", null), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(400);
        var changes = done.json().path("changes");
        assertThat(changes).hasSize(2);
        assertThat(changes.path(0).path("before").path("due").asString()).isEqualTo(TODAY);
        assertThat(changes.path(0).path("reason").asString()).isEqualTo("Colin is away");
        assertThat(changes.path(0).path("byName").asString()).isEqualTo("Priya N");
        assertThat(changes.path(1).path("statusBefore").asString()).isEqualTo("open");
    }

    @Test
    void isDeletedOnlyWhileTheRecordIsADraft() {
        var one = add(RING);
        var other = add(RING);

        assertThat(priya.send("DELETE", id(one), null, "If-Match", "\"0\"").status())
                .isEqualTo(204);
        assertThat(finish().status()).isEqualTo(200);
        assertThat(priya.send("DELETE", id(other), null, "If-Match", "\"0\"").problem())
                .isEqualTo("step-of-finished-conversation");
    }

    @Test
    void isChangedByOneOfTwoMembersAndTheOtherSeesIt() {
        var step = add(RING);

        assertThat(change(step, RING, "done", null).status()).isEqualTo(200);
        var stale = sam.put(id(step), body(RING, "not-done", "No answer"), "If-Match", "\"0\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("current").path("status").asString()).isEqualTo("done");
        assertThat(sam.send("DELETE", id(step), null, "If-Match", "\"0\"").status())
                .isEqualTo(412);
    }

    @Test
    void isOwnedByAMemberOnlyIfTheCouncilDoesItAndTheMemberMayReadIt() {
        var practitioner = "{\"what\": \"ring\", \"owner\": \"council\", \"memberId\": \"%s\"}".formatted(samsId);

        assertThat(add(practitioner).json().path("memberName").asString()).isEqualTo("Priya N");
        for (var wrong : List.of(
                practitioner.replace("council", "family"),
                practitioner.replace(samsId.toString(), UUID.randomUUID().toString()),
                "{\"what\": \" \"}",
                "{\"what\": \"" + "x".repeat(501) + "\"}")) {
            assertThat(add(wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void isListedWhileItIsOpenForThoseWhoHaveToDoWithIt() {
        var overdue = add(RING.replace(TODAY, YESTERDAY));
        add(RING);
        add("{\"what\": \"ask\"}");

        assertThat(steps(priya, "")).hasSize(3);
        assertThat(steps(priya, "?due=overdue"))
                .containsExactly(overdue.json().path("id").asString());
        assertThat(steps(sam, "")).isEmpty();
        assertThat(steps(sam, "?ownedBy=all")).hasSize(3);
        assertThat(steps(sam, "?ownedBy=all&personId=" + margaret)).hasSize(3);
        assertThat(steps(sam, "?ownedBy=all&personId=" + council.person("Tom", "Akande")))
                .isEmpty();
        change(overdue, RING, "done", null);
        assertThat(steps(priya, "?due=overdue")).isEmpty();
    }

    @Test
    void isForPractitionersOnly() {
        add(RING);

        for (var role : List.of("hub-staff", "lead")) {
            var other = council.member(role);
            assertThat(other.get(path + "/steps").status()).isEqualTo(403);
            assertThat(other.get("/api/steps").status()).isEqualTo(403);
            assertThat(other.post(path + "/steps", RING).status()).isEqualTo(403);
        }
    }

    @Test
    void leavesNoWordsInTheAuditOrInClear() {
        var step = add(RING);
        change(step, RING, "not-done", "The quince was away");

        assertThat(council.events())
                .contains("conversation step-added", "conversation step-changed")
                .doesNotContainIgnoringCase("quince")
                .doesNotContain("Zebedee");
        for (var table : List.of("step", "step_change")) {
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

    private List<String> steps(Api caller, String query) {
        var items = caller.get("/api/steps" + query).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("step").path("id").asString())
                .toList();
    }

    private Answer add(String step) {
        return priya.post(path + "/steps", step);
    }

    private Answer change(Answer step, String details, String status, @Nullable String reason) {
        return priya.put(id(step), body(details, status, reason), "If-Match", "\"0\"");
    }

    private String id(Answer step) {
        return path + "/steps/" + step.json().path("id").asString();
    }

    private static String body(String details, String status, @Nullable String reason) {
        return "{\"details\": %s, \"status\": \"%s\"%s}"
                .formatted(details, status, reason == null ? "" : ", \"reason\": \"" + reason + "\"");
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

    private String begun() {
        var begun = priya.post("/api/conversations", "{\"personIds\": [\"%s\"]}".formatted(margaret));
        return "/api/conversations/" + begun.json().path("id").asString();
    }
}
