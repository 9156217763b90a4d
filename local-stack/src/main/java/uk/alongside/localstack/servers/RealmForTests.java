package uk.alongside.localstack.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import uk.alongside.localstack.machine.LocalStackException;

/** The one setting in which the realm of the tests differs from the file. */
final class RealmForTests {

    /** The realm file's policy but for its last line. Keycloak changes the whole policy or nothing. */
    private static final String POLICY = """
            {"otpPolicyType": "totp", "otpPolicyAlgorithm": "HmacSHA1", "otpPolicyDigits": 6,
             "otpPolicyInitialCounter": 0, "otpPolicyLookAheadWindow": 1, "otpPolicyPeriod": 30,
             "otpPolicyCodeReusable": true}""";

    private final Keycloak keycloak;

    RealmForTests(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** Lets a code of an authenticator app be used twice, because tests sign the same person in within its 30 seconds. */
    void acceptACodeTwice() {
        var realm = URI.create(keycloak.issuer().toString().replace("/realms/", "/admin/realms/"));
        var request = HttpRequest.newBuilder(realm)
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + keycloak.adminToken())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(POLICY))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.discarding());
            if (answer.statusCode() >= 300) {
                throw new LocalStackException("Keycloak answered with " + answer.statusCode() + ".");
            }
        } catch (IOException e) {
            throw new LocalStackException("There was no answer from Keycloak.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted.", e);
        }
    }
}
