package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.servers.Keycloak;

/** The real realm: tokens as callers get them, and the administrator's view. */
public final class Realm {

    private static final String TOKEN = "/protocol/openid-connect/token";

    /** Half of the time that a token is valid. */
    private static final long KEPT = Duration.ofSeconds(30).toNanos();

    private final Map<List<String>, Kept> kept = new ConcurrentHashMap<>();
    private final Keycloak keycloak = LocalStack.forTests().keycloak();

    public String issuer() {
        return keycloak.issuer().toString();
    }

    public String secretOf(String clientId) {
        return keycloak.secretOf(clientId);
    }

    /** Returns a token of a machine client; with {@code organization:larkshire} as scope, for one council. */
    public String token(String clientId, String... scopes) {
        return tokenFor(clientId, keycloak.secretOf(clientId), scopes);
    }

    public String tokenFor(String clientId, String secret, String... scopes) {
        var form = new HashMap<>(
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
        if (scopes.length > 0) {
            form.put("scope", String.join(" ", scopes));
        }
        var answer = new Http(issuer(), null).postForm(TOKEN, form);
        assertThat(answer.status())
                .as("token for %s: %s", clientId, answer.text())
                .isEqualTo(200);
        return answer.body().path("access_token").asString();
    }

    public String operator() {
        return keptToken("alongside-operator");
    }

    /** Returns a token that may be half a minute old. It may name a council that the client has left since. */
    public String keptToken(String clientId, String... scopes) {
        return kept.compute(
                        Stream.concat(Stream.of(clientId), Stream.of(scopes)).toList(),
                        (_, known) -> known != null && System.nanoTime() - known.since() < KEPT
                                ? known
                                : new Kept(System.nanoTime(), token(clientId, scopes)))
                .token();
    }

    private record Kept(long since, String token) {}

    /**
     * Returns the result of a sign-in with this password, before it was changed. The realm has no client that can try a
     * password, so one exists for this moment only.
     */
    public String signIn(String username, String password) {
        var clientId = "signs-in-" + UUID.randomUUID();
        admin().post("/clients", """
                {"clientId": "%s", "secret": "secret", "publicClient": false, "standardFlowEnabled": false,
                 "directAccessGrantsEnabled": true}""".formatted(clientId));
        try {
            return signIn(clientId, "secret", username, password);
        } finally {
            admin().delete("/clients/"
                    + admin().get("/clients?clientId=" + clientId)
                            .body()
                            .path(0)
                            .path("id")
                            .asString());
        }
    }

    private String signIn(String clientId, String secret, String username, String password) {
        return new Http(issuer(), null)
                .postForm(
                        TOKEN,
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                clientId,
                                "client_secret",
                                secret,
                                "username",
                                username,
                                "password",
                                password))
                .body()
                .path("error_description")
                .asString();
    }

    /** Returns the realm's administration, as its administrator. */
    public Http admin() {
        return adminAs(masterToken());
    }

    /** Returns the realm's administration, with this token. */
    public Http adminAs(String token) {
        return new Http(keycloak.issuer().toString().replace("/realms/", "/admin/realms/"), token);
    }

    /** Returns a token of another realm of the same server. */
    public String masterToken() {
        return keycloak.adminToken();
    }

    public JsonNode users(String email) {
        return admin().get("/users?exact=true&email=" + email).body();
    }

    /** Returns the number of present sign-ins of the account with this email address. */
    public int signIns(String email) {
        var user = users(email).path(0).path("id").asString();
        return admin().get("/users/" + user + "/sessions").body().size();
    }

    public JsonNode organizations(String alias) {
        return admin().get("/organizations?exact=true&briefRepresentation=false&search=" + alias)
                .body();
    }

    public String serviceAccount(String clientId) {
        return admin().get("/users?exact=true&username=service-account-" + clientId)
                .body()
                .path(0)
                .path("id")
                .asString();
    }

    public static JsonNode claims(String token) {
        var payload = Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')));
        return JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
    }
}
