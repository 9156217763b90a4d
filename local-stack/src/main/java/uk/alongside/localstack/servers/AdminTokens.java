package uk.alongside.localstack.servers;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.localstack.machine.LocalStackException;

/** Gets tokens of Keycloak's administrator. A sign-in by password is slow on purpose, so each token is used for a while. */
final class AdminTokens {

    /** Half of the time that a token is valid. */
    private static final long KEPT = Duration.ofSeconds(30).toNanos();

    private final URI address;
    private final String form;

    private @Nullable String token;
    private long since;

    AdminTokens(URI keycloak, String user, String password) {
        this.address = URI.create(keycloak + "/realms/master/protocol/openid-connect/token");
        this.form = "grant_type=password&client_id=admin-cli&username=" + user + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    synchronized String get() {
        var kept = token;
        if (kept != null && System.nanoTime() - since < KEPT) {
            return kept;
        }
        since = System.nanoTime();
        var fresh = signIn();
        token = fresh;
        return fresh;
    }

    private String signIn() {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofMinutes(1))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new LocalStackException("Keycloak's administrator could not sign in: " + answer.statusCode());
            }
            return new JsonMapper().readTree(answer.body()).path("access_token").asString();
        } catch (IOException e) {
            throw new LocalStackException("There was no answer from Keycloak.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted.", e);
        }
    }
}
