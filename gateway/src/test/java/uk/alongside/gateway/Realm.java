package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.servers.Keycloak;

/**
 * Creates councils, people and machine clients in the real Keycloak. They are new for each run, so no other test meets
 * them.
 */
final class Realm {

    static final Keycloak KEYCLOAK = LocalStack.forTests().keycloak();

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static final Council LARKSHIRE = council("larkshire", "Larkshire Council");
    static final Council MEADOWSHIRE = council("meadowshire", "Meadowshire Council");

    static final Account PRIYA = account("Priya", "priya", LARKSHIRE);
    static final Account SAM = account("Sam", "sam", LARKSHIRE, MEADOWSHIRE);
    static final Account WITHOUT_COUNCIL = account("Nia", "nia");
    static final Account OPERATOR = operator();

    /** A token of a machine client that is valid for one second. It is made early, so that no test waits for its end. */
    static final String BRIEF_TOKEN = machine("brief", 1, List.of("basic", "service_account", "to-services"), LARKSHIRE)
            .token("organization:" + LARKSHIRE.alias());

    private Realm() {}

    record Council(String id, String alias, String name) {

        String domain() {
            return alias + ".example";
        }
    }

    record Machine(String clientId, String secret) {

        /** Gets a token by client credentials. */
        String token(String scope) {
            return tokenAnswer(scope).path("access_token").asString();
        }

        JsonNode tokenAnswer(String scope) {
            var form = new HashMap<>(
                    Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
            if (!scope.isEmpty()) {
                form.put("scope", scope);
            }
            return Realm.token("alongside", form);
        }
    }

    static Machine machine(String clientId) {
        return new Machine(clientId, KEYCLOAK.secretOf(clientId));
    }

    /** Creates a council as the product does: as an organization. */
    static Council council(String alias, String name) {
        var ours = alias + "-" + RUN;
        admin(
                "POST",
                "/organizations",
                Map.of(
                        "name",
                        name + " " + RUN,
                        "alias",
                        ours,
                        "enabled",
                        true,
                        "domains",
                        List.of(Map.of("name", ours + ".example")),
                        "attributes",
                        Map.of("display_name", List.of(name))));
        return admin("GET", "/organizations?search=" + Browser.encoded(name + " " + RUN), null)
                .valueStream()
                .filter(it -> it.path("alias").asString().equals(ours))
                .map(it -> new Council(it.path("id").asString(), ours, name))
                .findFirst()
                .orElseThrow();
    }

    /** Turns on a council's own sign-in, as the product does. Its address answers with a page without a form. */
    static void provider(Council council) {
        var address = addressOfProvider();
        var alias = "council-" + council.id();
        admin(
                "POST",
                "/identity-provider/instances",
                Map.of(
                        "alias",
                        alias,
                        "displayName",
                        council.name(),
                        "providerId",
                        "oidc",
                        "enabled",
                        true,
                        "hideOnLogin",
                        true,
                        "config",
                        Map.of(
                                "authorizationUrl", address,
                                "tokenUrl", address,
                                "clientId", "alongside",
                                "clientSecret", "secret",
                                "kc.org.domain", "ANY",
                                "kc.org.broker.redirect.mode.email-matches", "true")));
        admin("POST", "/organizations/" + council.id() + "/identity-providers", alias);
    }

    static String addressOfProvider() {
        return KEYCLOAK.baseUrl() + "/realms/alongside/.well-known/openid-configuration";
    }

    static void disable(Account person) {
        admin("PUT", "/users/" + person.id(), Map.of("enabled", false));
    }

    static void removePassword(String userId) {
        admin("GET", "/users/" + userId + "/credentials", null)
                .forEach(credential -> admin(
                        "DELETE",
                        "/users/" + userId + "/credentials/"
                                + credential.path("id").asString(),
                        null));
    }

    static Account account(String firstName, String name, Council... councils) {
        return accountAt("alongside.example", firstName, name, councils);
    }

    /** Creates an account whose email address is of this domain. */
    static Account accountAt(String domain, String firstName, String name, Council... councils) {
        var username = name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@" + domain;
        var password = UUID.randomUUID().toString();
        admin(
                "POST",
                "/users",
                Map.of(
                        "username",
                        username,
                        "email",
                        username,
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "firstName",
                        firstName,
                        "lastName",
                        "Hollis",
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false))));
        var id = userId(username);
        for (var council : councils) {
            join(id, council);
        }
        return new Account(id, username, password);
    }

    static Account operator() {
        var person = account("Ash", "ash");
        var role = admin("GET", "/roles/operator", null);
        admin("POST", "/users/" + person.id() + "/role-mappings/realm", List.of(role));
        return person;
    }

    static void join(String userId, Council council) {
        admin("POST", "/organizations/" + council.id() + "/members", userId);
    }

    static void leave(String userId, Council council) {
        admin("DELETE", "/organizations/" + council.id() + "/members/" + userId, null);
    }

    static String userId(String username) {
        return admin("GET", "/users?exact=true&username=" + Browser.encoded(username), null)
                .path(0)
                .path("id")
                .asString();
    }

    /** Names this provider in the gateway's tokens, as after a sign-in through it, until the result is closed. */
    static NamedProvider throughProvider(String provider) {
        var client = "/clients/"
                + admin("GET", "/clients?clientId=gateway", null)
                        .path(0)
                        .path("id")
                        .asString() + "/protocol-mappers/models";
        var config = Map.of(
                "claim.name",
                "identity_provider",
                "claim.value",
                provider,
                "jsonType.label",
                "String",
                "id.token.claim",
                "true",
                "access.token.claim",
                "true");
        admin(
                "POST",
                client,
                Map.of(
                        "name",
                        provider,
                        "protocol",
                        "openid-connect",
                        "protocolMapper",
                        "oidc-hardcoded-claim-mapper",
                        "config",
                        config));
        return () -> admin("GET", client, null)
                .valueStream()
                .filter(mapper -> mapper.path("name").asString().equals(provider))
                .forEach(mapper ->
                        admin("DELETE", client + "/" + mapper.path("id").asString(), null));
    }

    /** A provider that is named until it is closed. */
    interface NamedProvider extends AutoCloseable {
        @Override
        void close();
    }

    static void deleteClient(String clientId) {
        var client = admin("GET", "/clients?clientId=" + clientId, null).path(0);
        admin("DELETE", "/clients/" + client.path("id").asString(), null);
    }

    static void endSignIn(Account person) {
        admin("POST", "/users/" + person.id() + "/logout", null);
    }

    /** Returns how many times in a row this account failed to sign in. */
    static int failuresOf(Account person) {
        return admin("GET", "/attack-detection/brute-force/users/" + person.id(), null)
                .path("numFailures")
                .asInt();
    }

    /** Creates a machine client for this run, as a member of these councils. */
    static Machine machine(String name, int lifetimeSeconds, List<String> scopes, Council... councils) {
        var clientId = name + "-" + RUN + "-" + UUID.randomUUID().toString().substring(0, 4);
        var secret = UUID.randomUUID().toString();
        admin(
                "POST",
                "/clients",
                Map.of(
                        "clientId",
                        clientId,
                        "secret",
                        secret,
                        "serviceAccountsEnabled",
                        true,
                        "standardFlowEnabled",
                        false,
                        "directAccessGrantsEnabled",
                        false,
                        "fullScopeAllowed",
                        false,
                        "defaultClientScopes",
                        scopes,
                        "optionalClientScopes",
                        List.of("organization"),
                        "protocolMappers",
                        scopes.contains("to-services") ? List.of() : List.of(audienceOfSomebodyElse()),
                        "attributes",
                        Map.of("access.token.lifespan", String.valueOf(lifetimeSeconds))));
        var account = userId("service-account-" + clientId);
        for (var council : councils) {
            join(account, council);
        }
        return new Machine(clientId, secret);
    }

    private static Map<String, Object> audienceOfSomebodyElse() {
        return Map.of(
                "name", "for another audience",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config", Map.of("included.custom.audience", "another-audience", "access.token.claim", "true"));
    }

    static JsonNode admin(String method, String path, @Nullable Object body) {
        return adminAnswer(adminToken(), method, path, body).json();
    }

    static Browser.Answer adminAnswer(String token, String method, String path, @Nullable Object body) {
        return send(HttpRequest.newBuilder(URI.create(KEYCLOAK.baseUrl() + "/admin/realms/alongside" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Browser.JSON.writeValueAsString(body)))
                .build());
    }

    static String adminToken() {
        return KEYCLOAK.adminToken();
    }

    static JsonNode token(String realm, Map<String, String> form) {
        return send(HttpRequest.newBuilder(
                                URI.create(KEYCLOAK.baseUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                                .map(it -> it.getKey() + "=" + Browser.encoded(it.getValue()))
                                .collect(Collectors.joining("&"))))
                        .build())
                .json();
    }

    /** Reads a token's claims without verifying them. */
    static JsonNode claims(String token) {
        var parts = token.split("\\.", -1);
        assertThat(parts).as("a signed token").hasSize(3);
        return Browser.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    private static Browser.Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Browser.Answer(
                    request.uri(),
                    response.statusCode(),
                    response.headers().map(),
                    response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
