package uk.alongside.gateway.command;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The token of one of Keycloak's clients, by its secret. It is asked for again after half of its life. */
final class ClientToken {

    private final Wire wire;
    private final Clock clock;
    private final URI realm;
    private final String client;
    private final String secret;
    private final String scope;
    private final Function<HttpResponse<String>, CommandFailed> refusal;
    private @Nullable String token;
    private Instant until = Instant.MIN;

    /**
     * @param realm the address of the realm
     * @param scope what the token is asked for beyond the client's usual scopes; empty for nothing
     * @param refusal what an answer of Keycloak other than a token means
     */
    ClientToken(
            Wire wire,
            Clock clock,
            URI realm,
            String client,
            String secret,
            String scope,
            Function<HttpResponse<String>, CommandFailed> refusal) {
        this.wire = wire;
        this.clock = clock;
        this.realm = realm;
        this.client = client;
        this.secret = secret;
        this.scope = scope;
        this.refusal = refusal;
    }

    /** Returns the token that is held, or a new one. */
    String value() {
        var held = token;
        if (held != null && clock.instant().isBefore(until)) {
            return held;
        }
        var form = "grant_type=client_credentials&client_id=" + Wire.encoded(client) + "&client_secret="
                + Wire.encoded(secret) + (scope.isEmpty() ? "" : "&scope=" + Wire.encoded(scope));
        var answer = wire.send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw refusal.apply(answer);
        }
        var given = Wire.json(answer.body());
        var fresh = given.path("access_token").asString();
        token = fresh;
        until = clock.instant().plusSeconds(given.path("expires_in").asInt(60) / 2);
        return fresh;
    }
}
