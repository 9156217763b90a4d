package uk.alongside.conversations.conversation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests that only the named members read a restricted record, and that the others see that it exists and whom to ask. */
@ServiceTest
class RestrictionTest {

    private static final String WORDS = "She asked that Rhiannon does not hear of this";

    @LocalServerPort
    private int port;

    private final UUID priyaId = UUID.randomUUID();
    private final UUID samId = UUID.randomUUID();
    private TestCouncil council;
    private Api priya;
    private Api sam;
    private Api other;
    private UUID margaret;
    private String path;

    @BeforeEach
    void aRestrictedRecordWithWordsAndAStep() {
        council = TestCouncil.create(port);
        priya = council.member(priyaId, "active", 1, "practitioner");
        sam = council.member(samId, "active", 1, "practitioner");
        other = council.member("practitioner", "lead");
        margaret = council.person("Margaret", "Ellison");
        path = priya.post("/api/conversations", "{\"personIds\": [\"" + margaret + "\"]}")
                .header("Location");
        priya.send(
                "PUT",
                path + "/boxes/prompt.notes",
                "{\"text\": \"" + WORDS + "\", \"fromTool\": false}",
                "If-Match",
                "\"0\"");
        priya.post(
                path + "/steps",
                "{\"what\": \"ring Colin about the secret\", \"owner\": \"community\", \"due\": \""
                        + TestCouncil.today().minusDays(1) + "\"}");
    }

    @Test
    void theNamedMembersReadAndWriteIt() {
        assertThat(restrict(priyaId, samId).json().path("readers")).hasSize(2);

        assertThat(sam.get(path).toString()).contains(WORDS);
        assertThat(sam.send(
                                "PUT",
                                path + "/boxes/prompt.notes",
                                "{\"text\": \"More\", \"fromTool\": false}",
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherPractitionerSeesThatItExistsAndWhomToAsk() {
        restrict(priyaId, samId);

        var refused = other.get(path);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("conversation-restricted");
        assertThat(refused.json().path("readerNames")).hasSize(2);
        for (var list : List.of("/api/people/" + margaret + "/conversations", "/api/conversations?recordedBy=all")) {
            var listed = other.get(list).json().path("items").path(0);
            assertThat(listed.path("readable").asBoolean()).as(list).isFalse();
            assertThat(listed.path("readerNames")).as(list).hasSize(2);
            assertThat(listed.path("boxesWritten").asInt()).as(list).isZero();
        }
        assertThat(sam.get("/api/people/" + margaret + "/conversations")
                        .json()
                        .at("/items/0/readable")
                        .asBoolean())
                .isTrue();
    }

    /** The addresses come from the service's own description, so a new one is tested without a new line here. */
    @Test
    void nothingElseOfItIsThereForAnotherPractitioner() {
        restrict(priyaId, samId);

        var addresses = readAddresses();

        assertThat(addresses).hasSizeGreaterThanOrEqualTo(5);
        for (var address : addresses) {
            var answer = other.get(address);
            assertThat(answer.status()).as(address + " " + answer).isEqualTo(404);
        }
    }

    private List<String> readAddresses() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(Path.of("openapi.json")))
                    .path("paths")
                    .propertyStream()
                    .filter(path -> path.getKey().startsWith("/api/conversations/{conversationId}/")
                            && path.getValue().has("get"))
                    .map(found -> found.getKey()
                            .replace("/api/conversations/{conversationId}", path)
                            .replace("{personId}", margaret.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anotherPractitionerCannotChangeIt() {
        restrict(priyaId, samId);
        var step = path + "/steps/"
                + priya.get(path + "/steps").json().at("/items/0/id").asString();
        var letter = path + "/letters/" + margaret;
        var changes = Map.of(
                "PUT " + path + "/boxes/prompt.notes", "{\"text\": \"Mine\", \"fromTool\": false}",
                "POST " + path + "/writers/me", "{}",
                "PUT " + path + "/readers", "{\"memberIds\": []}",
                "POST " + path + "/steps", "{\"what\": \"ring\"}",
                "DELETE " + step, "",
                "POST " + path + "/people", "{\"personId\": \"" + margaret + "\"}",
                "PUT " + letter + "/names", "{\"personIds\": []}",
                "POST " + letter + "/copies", "{\"how\": \"printed\"}",
                "DELETE " + path, "");

        changes.forEach((request, body) -> {
            var parts = request.split(" ", 2);
            var answer = other.send(
                    parts[0],
                    parts[1],
                    body.isEmpty() ? null : body,
                    "If-Match",
                    "\"2\"",
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
            assertThat(answer.status()).as(request + " " + answer).isEqualTo(404);
        });
        assertThat(priya.get(path).toString()).contains(WORDS);
    }

    @Test
    void itsStepsAreLeftOutOfListsOfAnotherPractitioner() {
        assertThat(stepsOf(other)).contains("Colin");

        restrict(priyaId, samId);

        assertThat(stepsOf(other)).doesNotContain("Colin");
        assertThat(stepsOf(sam)).contains("Colin");
    }

    @Test
    void theRestrictionCanBeLifted() {
        restrict(priyaId, samId);
        assertThat(restrict().json().path("readers")).isEmpty();

        assertThat(other.get(path).status()).isEqualTo(200);
    }

    @Test
    void namesAtLeastTwoPractitionersOneOfWhomIsTheCaller() {
        var hubStaff = UUID.randomUUID();
        council.member(hubStaff, "active", 1, "hub-staff");
        var gone = UUID.randomUUID();
        council.member(gone, "suspended", 1, "practitioner");

        for (var members : List.of(
                List.of(priyaId),
                List.of(samId, UUID.randomUUID()),
                List.of(priyaId, hubStaff),
                List.of(priyaId, gone))) {
            var refused = restrict(members.toArray(UUID[]::new));
            assertThat(refused.status()).as(members + " " + refused).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("#/memberIds");
        }
        assertThat(other.get(path).status()).isEqualTo(200);
    }

    @Test
    void aStaleChangeIsRefusedWithThePresentReaders() {
        restrict(priyaId, samId);

        var refused = sam.send("PUT", path + "/readers", "{\"memberIds\": []}", "If-Match", "\"0\"");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.json().path("current").path("readers")).hasSize(2);
    }

    private String stepsOf(Api practitioner) {
        return Stream.of("/api/steps?ownedBy=all", "/api/steps?ownedBy=all&personId=" + margaret)
                .map(list -> practitioner.get(list).toString())
                .collect(joining());
    }

    private Answer restrict(UUID... members) {
        var version = priya.get(path).header("ETag");
        var ids = Stream.of(members).map(id -> "\"" + id + "\"").collect(joining(", "));
        return priya.send("PUT", path + "/readers", "{\"memberIds\": [" + ids + "]}", "If-Match", version);
    }
}
