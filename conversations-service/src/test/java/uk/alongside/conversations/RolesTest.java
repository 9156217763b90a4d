package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.foundation.RoleCalls;
import uk.alongside.foundation.RoleTable;

/** Tests which roles may call which operations, and that only practitioners receive what was said to them. */
@ServiceTest
class RolesTest {

    private static final Path OPEN_API = Path.of("openapi.json");

    /** The roles that receive no content of conversations, in no answer. */
    private static final List<String> WITHOUT_CONTENT =
            List.of("hub-staff", "lead", "viewer", "support", "support-with-residents");

    /** A word of each text that a practitioner writes in this test. */
    private static final String SAID = "marigolds";

    @LocalServerPort
    private int port;

    @Test
    void areListedForEveryOperation() throws IOException {
        RoleTable.check(OPEN_API);
    }

    @Test
    void mayDoWhatIsListedAndNothingElse() throws Exception {
        var council = TestCouncil.create(port);

        assertThat(new RoleCalls(
                                "http://127.0.0.1:" + port,
                                Map.of("date", TestCouncil.today().toString()))
                        .wrong(OPEN_API, tokens(council)))
                .isEmpty();
    }

    @Test
    void receiveNoContentUnlessTheyArePractitioners() throws Exception {
        var council = TestCouncil.create(port);
        var calls = new RoleCalls("http://127.0.0.1:" + port, aConversationInEveryPart(council));
        var told = new TreeSet<String>();
        var leaks = new ArrayList<String>();

        var reads = RoleCalls.Operation.of(OPEN_API).stream()
                .filter(operation -> operation.method().equals("GET"))
                .toList();
        for (var role : tokens(council).entrySet()) {
            for (var read : reads) {
                var answer = calls.answer(read, role.getValue().get());
                if (answer.body().contains(SAID)) {
                    (WITHOUT_CONTENT.contains(role.getKey()) ? leaks : told).add(role.getKey() + " " + read.id());
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(council.events()).doesNotContain(SAID);
        // Each text that was written is received by a practitioner, so the test would see it elsewhere.
        assertThat(told)
                .contains(
                        "practitioner getConversation",
                        "practitioner listConversationRevisions",
                        "practitioner listConversationSteps",
                        "practitioner listConnections",
                        "practitioner getConclusion",
                        "practitioner getLetter",
                        "practitioner getLetters",
                        "practitioner listConcerns",
                        "practitioner listAboutMe");
    }

    private Map<String, Supplier<String>> tokens(TestCouncil council) {
        var tokens = new TreeMap<String, Supplier<String>>();
        for (var role : List.of("hub-staff", "practitioner", "lead", "viewer")) {
            tokens.put(role, council.member(role)::token);
        }
        for (var role : List.of("support", "support-with-residents")) {
            var support = council.support(UUID.randomUUID(), Duration.ofHours(1), role);
            tokens.put(role, support::token);
        }
        var operator = Tokens.signed(claims -> claims.subject("an-operator")
                .claim("azp", "gateway")
                .claim("realm_access", Map.of("roles", List.of("operator"))));
        tokens.put("operator", () -> operator);
        return tokens;
    }

    /**
     * Holds a visit whose conversation says the word in each of its texts, and returns the values of the parameters that
     * lead to them.
     */
    private static Map<String, String> aConversationInEveryPart(TestCouncil council) {
        var staff = council.member("hub-staff", "practitioner", "lead");
        var today = TestCouncil.today().toString();
        var hub = council.hub("Library");
        var session = council.session(hub, TestCouncil.today(), "00:00", "00:00", 240, 2);
        var person = council.person("Margaret", "Ellison").toString();
        var walkIn = ok(staff.post(
                        "/api/hubs/" + hub + "/days/" + today + "/walk-ins",
                        "{\"reason\": \"talk\", \"personId\": \"" + person + "\"}"))
                .json()
                .path("id")
                .asString();
        var path = staff.post("/api/conversations", "{\"personIds\": [\"" + person + "\"]}")
                .header("Location");
        var said = "\"Her " + SAID + "\"";
        var box = "{\"text\": " + said + ", \"fromTool\": false}";
        ok(staff.put(path + "/boxes/prompt.notes", box, "If-Match", "\"0\""));
        ok(staff.post("/api/people/" + person + "/about-me", """
                {"heading": "matters", "text": %s, "saidBy": "person", "saidOn": "%s"}""".formatted(said, today)));
        ok(staff.post(path + "/steps", "{\"what\": " + said + ", \"owner\": \"person\", \"due\": \"" + today + "\"}"));
        ok(staff.post(path + "/connections", "{\"name\": " + said + ", \"way\": \"told\", \"contact\": \"person\"}"));
        ok(staff.put(
                path + "/letters/" + person + "/parts/own-words", "{\"text\": " + said + "}", "If-Match", "\"0\""));
        ok(staff.post("/api/concerns", """
                {"personId": "%s", "worry": %s, "actions": ["not-yet"]}""".formatted(person, said)));
        ok(staff.send(
                "POST", path + "/finish", """
                {"decisions": {"kind": "conversation", "day": "%1$s", "explainedAs": "conversation",
                  "outcome": "information-and-advice", "outcomeReason": %2$s, "support": "advocate",
                  "supporterName": "Zillah Marsh",
                  "shares": [{"what": %2$s, "withWhom": "The club", "legalBasis": "consent", "day": "%1$s",
                              "personInformed": %2$s}]}, "toolTextRead": false}""".formatted(today, said), "If-Match", "\"0\"", "Idempotency-Key", "one"));
        ok(staff.post(path + "/addenda", "{\"text\": " + said + "}"));
        return Map.of(
                "date",
                today,
                "hubId",
                hub.toString(),
                "sessionId",
                session.path("id").asString(),
                "personId",
                person,
                "walkInId",
                walkIn,
                "conversationId",
                path.replaceFirst(".*/", ""));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }
}
