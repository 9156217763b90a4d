package uk.alongside.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A program that signs in by client credentials and calls an API as a council's own software would. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final URI base;
    private final TokenSource token;

    private Client(URI base, TokenSource token) {
        this.base = base;
        this.token = token;
    }

    interface TokenSource {
        /** Returns a token that is valid for some seconds more, or null for a caller without one. */
        @Nullable
        String token();
    }

    /** Returns a client that calls with a fixed bearer token, or with none. */
    static Client with(URI base, @Nullable String token) {
        return new Client(base, () -> token);
    }

    /** Returns a client that calls with tokens of this confidential client and renews them before they end. */
    static Client of(URI base, URI issuer, String clientId, String secret, String scope) {
        return new Client(base, new Renewed(issuer, clientId, secret, scope));
    }

    Client at(URI otherBase) {
        return new Client(otherBase, token);
    }

    @Nullable
    String bearer() {
        return token.token();
    }

    Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    /** Reads without patience: a rate limit is an answer like any other. */
    Answer getOnce(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token.token())
                .build());
    }

    /** Reads what may take longer than a page may. */
    Answer patientGet(String path, Duration longest) {
        return call("GET", path, null, Map.of(), longest);
    }

    /** Posts what may take longer than a page may. */
    Answer patientPost(String path, Object body, Duration longest) {
        return call(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()), longest);
    }

    Answer post(String path, Object body) {
        return call(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Answer put(String path, Object body, Map<String, String> headers) {
        return call("PUT", path, body, headers);
    }

    /** Calls an operation. The body is sent as JSON, but a string is sent as CSV. */
    Answer call(String method, String path, @Nullable Object body, Map<String, String> headers) {
        return call(method, path, body, headers, LONGEST);
    }

    private Answer call(
            String method, String path, @Nullable Object body, Map<String, String> headers, Duration longest) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(longest);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else if (body instanceof String csv) {
            request.method(method, BodyPublishers.ofString(csv)).header("Content-Type", "text/csv");
        } else {
            request.method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        var bearer = token.token();
        if (bearer != null) {
            request.setHeader("Authorization", "Bearer " + bearer);
        }
        return patiently(request.build());
    }

    /** Sends a request again after a rate limit, because the limits apply to tests as well. */
    private static Answer patiently(HttpRequest request) {
        var answer = send(request);
        for (int again = 0; answer.status() == 429 && again < 20; again++) {
            pause();
            answer = send(request);
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Answer form(URI address, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static final class Renewed implements TokenSource {

        private static final Duration EARLY = Duration.ofSeconds(20);

        private final URI issuer;
        private final String clientId;
        private final String secret;
        private final String scope;
        private String current = "";
        private Instant renewAt = Instant.MIN;

        Renewed(URI issuer, String clientId, String secret, String scope) {
            this.issuer = issuer;
            this.clientId = clientId;
            this.secret = secret;
            this.scope = scope;
        }

        @Override
        public synchronized String token() {
            if (Instant.now().isAfter(renewAt)) {
                var answer = form(
                        URI.create(issuer + "/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", clientId,
                                "client_secret", secret,
                                "scope", scope));
                if (!answer.succeeded()) {
                    throw new IllegalStateException("no token for " + clientId + ": " + answer);
                }
                current = answer.json().path("access_token").asString();
                renewAt = Instant.now()
                        .plusSeconds(answer.json().path("expires_in").asLong())
                        .minus(EARLY);
            }
            return current;
        }
    }
}
