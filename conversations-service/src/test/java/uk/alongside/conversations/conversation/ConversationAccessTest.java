package uk.alongside.conversations.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.Tokens;

/**
 * Tests that only practitioners reach conversations. The operations come from the service's own API description, so a new
 * operation is tested without a new line here.
 */
@ServiceTest
class ConversationAccessTest {

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicTest> refusesEveryOtherRole() {
        var council = TestCouncil.create(port);
        var practitioner = council.member("practitioner");
        var person = council.person("Margaret", "Ellison");
        var id = practitioner
                .post("/api/conversations", "{\"personIds\": [\"" + person + "\"]}")
                .json()
                .path("id")
                .asString();
        practitioner.put(
                "/api/conversations/" + id + "/boxes/prompt.notes",
                "{\"text\": \"Her garden\", \"fromTool\": false}",
                "If-Match",
                "\"0\"");
        var names = Map.of(
                "conversationId", id, "promptId", "prompt.notes", "personId", person.toString(), "partId", "own-words");
        var operations = operations();
        assertThat(operations).hasSizeGreaterThanOrEqualTo(11);
        return Stream.of("hub-staff", "lead", "viewer", "support", "support-with-residents")
                .flatMap(role -> {
                    var member = role.startsWith("support") ? support(council, role) : council.member(role);
                    assertThat(member.get("/api/council").status()).isEqualTo(200);
                    return operations.stream()
                            .map(operation -> dynamicTest(role + " " + operation, () -> {
                                var path = operation.path();
                                for (var name : names.entrySet()) {
                                    path = path.replace("{" + name.getKey() + "}", name.getValue());
                                }

                                var refused = member.send(
                                        operation.method(), path, "{}", "If-Match", "\"0\"", "Idempotency-Key", "k");

                                assertThat(refused.status())
                                        .as(refused.toString())
                                        .isEqualTo(403);
                                assertThat(refused.problem()).isEqualTo("not-allowed");
                                assertThat(refused.text()).doesNotContain("garden");
                            }));
                });
    }

    /** Admits an operator for an hour, as a lead does. */
    private Api support(TestCouncil council, String role) {
        var operator = UUID.randomUUID();
        var admitted = council.tenantService()
                .put("/internal/councils/" + council.id() + "/members/" + operator, """
                        {"version": 1, "issuer": "%s", "subject": "subject-%s", "name": "Ash Fielding",
                         "roles": ["%s"], "status": "active", "endsAt": "%s"}""".formatted(
                                Tokens.ISSUER,
                                operator,
                                role,
                                RunningService.CLOCK.instant().plus(Duration.ofHours(1))));
        assertThat(admitted.status()).as(admitted.toString()).isEqualTo(200);
        return new Api(
                port,
                Tokens.signed(claims -> claims.subject("subject-" + operator)
                        .claim("azp", "gateway")
                        .claim("realm_access", Map.of("roles", List.of("operator")))
                        .claim(
                                "organization",
                                Map.of("larkshire", Map.of("id", council.id().toString())))));
    }

    private record Operation(String method, String path) {}

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        new Api(port, "")
                .get("/v3/api-docs")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().path("tags").toString().contains("Conversations")) {
                        operations.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()));
                    }
                }));
        return operations;
    }
}
