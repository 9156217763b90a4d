package uk.alongside.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.servers.Keycloak;

/** Makes a realm in a real Keycloak, changes it by hand, and brings it up to date again. */
@Tag("slow")
class RealmCommandTest {

    private static final Keycloak KEYCLOAK = LocalStack.forTests().keycloak();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "made-up-" + UUID.randomUUID();
    private static final String REALM = "/" + NAME;
    private static final String ADMIN = "realm-job-" + UUID.randomUUID();

    private static final Set<String> IDS =
            Set.of("id", "containerId", "client.secret.creation.time", "of-the-installation");

    private static final Set<String> OF_KEYCLOAK =
            Set.of("account", "account-console", "admin-cli", "security-admin-console");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void aClientThatAdministers() {
        admin(
                "POST",
                "/master/clients",
                Map.of(
                        "clientId",
                        ADMIN,
                        "secret",
                        "made-up",
                        "serviceAccountsEnabled",
                        true,
                        "standardFlowEnabled",
                        false));
        var client = admin("GET", "/master/clients?clientId=" + ADMIN, null)
                .path(0)
                .path("id")
                .asString();
        var account = admin("GET", "/master/clients/" + client + "/service-account-user", null)
                .path("id")
                .asString();
        admin(
                "POST",
                "/master/users/" + account + "/role-mappings/realm",
                List.of(admin("GET", "/master/roles/admin", null)));
    }

    @AfterAll
    static void removeBoth() {
        admin("DELETE", REALM, null);
        var client = admin("GET", "/master/clients?clientId=" + ADMIN, null)
                .path(0)
                .path("id")
                .asString();
        admin("DELETE", "/master/clients/" + client, null);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "0, 0, false", "0, 1, false"})
    void theProgramInKeycloakIsSeenByTheOrderOfItsForms(int ofAddress, int ofPassword, boolean installed) {
        var forms = Map.of(
                "organization", Map.of("order", ofAddress), "auth-username-password-form", Map.of("order", ofPassword));
        var serverInfo = Map.of("providers", Map.of("authenticator", Map.of("providers", forms)));

        assertThat(RealmCommand.isInstalled(JSON.valueToTree(serverInfo))).isEqualTo(installed);
    }

    @Test
    void aRealmIsMadeAndWhatWasChangedByHandIsBroughtUpToDate() {
        assertThat(run()).as(this::said).isZero();
        assertThat(said()).contains("Changed realm " + NAME);
        assertThat(run()).as(this::said).isZero();
        assertThat(said())
                .as("a second run, at a Keycloak with our program")
                .contains("Nothing was changed.")
                .doesNotContain("alongside-keycloak-provider.jar");
        var asMade = export();
        assertThat(asMade.toString()).doesNotContain("larkshire", "operator@");

        changeByHand();
        var dryRun = run("--dry-run");
        assertThat(dryRun).as(this::said).isZero();
        assertThat(said())
                .contains(
                        "Would change realm: passwordPolicy",
                        "Would change role operator: part second-factor",
                        "Would change required action webauthn-register",
                        "Would change required action delete_credential",
                        "Would change required action idp_link",
                        "Would change flow Account verification options: without step idp-email-verification",
                        "Would change flow Second factor of the account: step webauthn-authenticator",
                        "webAuthnPolicyUserVerificationRequirement",
                        "Would change client gateway: attributes",
                        "Would change client gateway: scope council-sign-in")
                .contains("Nothing was changed (--dry-run).");
        assertThat(admin("GET", REALM, null).path("passwordPolicy").asString()).isEqualTo("length(4)");

        assertThat(run()).as(this::said).isZero();
        assertThat(said())
                .contains(
                        "Changed realm: passwordPolicy",
                        "Changed flow forms: step Second factor to set up",
                        "Changed flow after a council sign-in: step No operator by a council sign-in",
                        "Changed flow Second factor of the account after a council sign-in: without step"
                                + " conditional-user-attribute");
        var now = comparable(withoutAddedAttributes(export(), asMade));
        comparable(asMade)
                .forEach((part, made) -> assertThat(now.get(part)).as(part).isEqualTo(made));
        assertThat(run()).as(this::said).isZero();
        assertThat(said()).as("after the update").contains("Nothing was changed.");
        assertThat(users()).as("people stay").contains("someone@made-up.example");
        assertThat(admin("GET", REALM + "/clients?clientId=of-the-installation", null)
                        .size())
                .as("a client that the file does not name stays")
                .isEqualTo(1);
    }

    /** Keycloak makes clients of its own for a realm whose file does not name them. */
    @Test
    void keycloaksOwnClientsOfAnEarlierRealmAreTurnedOff() {
        var earlier = "made-up-" + UUID.randomUUID();
        var environment = new TreeMap<>(environment());
        environment.put("ALONGSIDE_KEYCLOAK_ISSUER", KEYCLOAK.baseUrl() + "/realms/" + earlier);
        var realm = RealmDocument.read(earlier, environment);
        ((ArrayNode) realm.path("clients"))
                .removeIf(client -> OF_KEYCLOAK.contains(client.path("clientId").asString()));
        admin("POST", "", realm);
        try {
            assertThat(run(environment)).as(this::said).isZero();

            assertThat(OF_KEYCLOAK).allSatisfy(id -> {
                var client = admin("GET", "/" + earlier + "/clients?clientId=" + id, null)
                        .path(0);
                assertThat(client.path("enabled").asBoolean(true)).as(id).isFalse();
                assertThat(client.path("standardFlowEnabled").asBoolean(true))
                        .as(id)
                        .isFalse();
                assertThat(client.path("redirectUris")).as(id).isEmpty();
            });
            assertThat(run(environment)).as(this::said).isZero();
            assertThat(said()).as("a second run").contains("Nothing was changed.");
        } finally {
            admin("DELETE", "/" + earlier, null);
        }
    }

    @Test
    void aMissingSecretIsNamedAndNothingIsChanged() {
        var environment = new TreeMap<>(environment());
        environment.remove("SECRET_GATEWAY");

        assertThat(run(environment)).isEqualTo(Commands.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("The realm needs these variables: SECRET_GATEWAY.");
    }

    @Test
    void aClientThatIsNoAdministratorIsRefused() {
        var environment = new TreeMap<>(environment());
        environment.put("ALONGSIDE_KEYCLOAK_ADMIN_SECRET", "another");

        assertThat(run(environment)).isEqualTo(Commands.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Keycloak does not accept the client " + ADMIN)
                .doesNotContain("another");
    }

    private static void changeByHand() {
        admin("PUT", REALM, Map.of("passwordPolicy", "length(4)", "bruteForceProtected", false));
        // Keycloak takes a change of the policy for passkeys only with the whole policy.
        var whole = (ObjectNode) admin("GET", REALM, null);
        admin("PUT", REALM, whole.put("webAuthnPolicyUserVerificationRequirement", "discouraged"));
        var part = admin("GET", REALM + "/roles/second-factor", null);
        admin("DELETE", REALM + "/roles/operator/composites", List.of(part));
        var action = (ObjectNode) admin("GET", REALM + "/authentication/required-actions/delete_credential", null);
        admin("PUT", REALM + "/authentication/required-actions/delete_credential", action.put("enabled", false));
        var passkeys = (ObjectNode) admin("GET", REALM + "/authentication/required-actions/webauthn-register", null);
        admin("PUT", REALM + "/authentication/required-actions/webauthn-register", passkeys.put("enabled", false));
        var linking = (ObjectNode) admin("GET", REALM + "/authentication/required-actions/idp_link", null);
        admin("PUT", REALM + "/authentication/required-actions/idp_link", linking.put("enabled", true));
        admin(
                "POST",
                REALM + "/authentication/flows/Account%20verification%20options/executions/execution",
                Map.of("provider", "idp-email-verification"));
        var gateway = (ObjectNode)
                admin("GET", REALM + "/clients?clientId=gateway", null).path(0);
        ((ObjectNode) gateway.path("attributes")).put("pkce.code.challenge.method", "plain");
        var path = REALM + "/clients/" + gateway.path("id").asString();
        admin("PUT", path, gateway);
        for (var scope : admin("GET", path + "/default-client-scopes", null)) {
            if (scope.path("name").asString().equals("council-sign-in")) {
                admin(
                        "DELETE",
                        path + "/default-client-scopes/" + scope.path("id").asString(),
                        null);
            }
        }
        for (var step : admin("GET", REALM + "/authentication/flows/forms/executions", null)) {
            if (step.path("displayName").asString().equals("Second factor to set up")) {
                admin(
                        "DELETE",
                        REALM + "/authentication/executions/" + step.path("id").asString(),
                        null);
            }
        }
        removeThePasskey("Second%20factor%20of%20the%20account");
        trustTheSecondFactorOfACouncil();
        admin("POST", REALM + "/clients", Map.of("clientId", "of-the-installation"));
        admin(
                "POST",
                REALM + "/users",
                Map.of("username", "someone@made-up.example", "email", "someone@made-up.example", "enabled", true));
    }

    /** Makes the flow after a council's sign-in one in which the council could replace the second factor of an account. */
    private static void trustTheSecondFactorOfACouncil() {
        var flows = REALM + "/authentication/flows/";
        for (var step : admin("GET", flows + "after%20a%20council%20sign-in/executions", null)) {
            if (step.path("displayName").asString().equals("No operator by a council sign-in")) {
                admin(
                        "DELETE",
                        REALM + "/authentication/executions/" + step.path("id").asString(),
                        null);
            }
        }
        admin(
                "POST",
                flows + "Second%20factor%20of%20the%20account%20after%20a%20council%20sign-in/executions/execution",
                Map.of("provider", "conditional-user-attribute"));
    }

    /** Makes a flow one of before there were passkeys. */
    private static void removeThePasskey(String flow) {
        for (var step : admin("GET", REALM + "/authentication/flows/" + flow + "/executions", null)) {
            if (step.path("providerId").asString().equals("webauthn-authenticator")) {
                admin(
                        "DELETE",
                        REALM + "/authentication/executions/" + step.path("id").asString(),
                        null);
            }
        }
    }

    private static List<String> users() {
        return admin("GET", REALM + "/users", null)
                .valueStream()
                .map(user -> user.path("username").asString())
                .toList();
    }

    private static JsonNode export() {
        return admin("POST", REALM + "/partial-export?exportClients=true&exportGroupsAndRoles=true", null);
    }

    /** Leaves out attributes that Keycloak adds with its defaults when the test writes the realm as it has read it. */
    private static JsonNode withoutAddedAttributes(JsonNode export, JsonNode asMade) {
        var made = asMade.path("attributes").propertyNames();
        ((ObjectNode) export.path("attributes")).retain(made);
        return export;
    }

    /** Leaves out ids and the client that was made by hand, and sorts, because Keycloak's order is not fixed. */
    private static Map<String, String> comparable(JsonNode export) {
        var parts = new TreeMap<String, String>();
        export.properties().forEach(part -> parts.put(part.getKey(), canonical(part.getValue())));
        parts.remove("id");
        return parts;
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(field -> !IDS.contains(field.getKey()))
                    .map(field -> field.getKey() + "=" + canonical(field.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream()
                    .filter(item -> !item.path("clientId").asString("").equals("of-the-installation"))
                    .map(RealmCommandTest::canonical)
                    .sorted()
                    .collect(Collectors.joining("\n", "[", "]"));
        }
        return node.asString();
    }

    private static Map<String, String> environment() {
        return Map.of(
                "ALONGSIDE_KEYCLOAK_ISSUER", KEYCLOAK.baseUrl() + "/realms/" + NAME,
                "ALONGSIDE_KEYCLOAK_ADMIN_CLIENT", ADMIN,
                "ALONGSIDE_KEYCLOAK_ADMIN_SECRET", "made-up",
                "ALONGSIDE_PUBLIC_URL", "https://alongside.example",
                "SECRET_GATEWAY", "made-up-1",
                "SECRET_TENANT_SERVICE", "made-up-2",
                "SECRET_TENANT_SERVICE_ADMINISTRATION", "made-up-3",
                "SECRET_ALONGSIDE_OPERATOR", "made-up-4");
    }

    private int run(String... options) {
        return run(environment(), options);
    }

    private int run(Map<String, String> environment, String... options) {
        out.reset();
        var arguments = new ArrayList<>(List.of("realm", "apply"));
        arguments.addAll(List.of(options));
        return new Commands(
                        environment,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.systemUTC())
                .execute(arguments.toArray(String[]::new));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode admin(String method, String path, @Nullable Object body) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(KEYCLOAK.baseUrl() + "/admin/realms" + path))
                            .header("Authorization", "Bearer " + KEYCLOAK.adminToken())
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(method + " " + path + " " + answer.body())
                    .isLessThan(300);
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
