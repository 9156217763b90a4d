package uk.alongside.localstack.demonstration;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.localstack.Product;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.Processes;

/** A machine client that calls the product's API through the gateway and with its own token. */
final class ApiClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Product product;
    private final String clientId;
    private final Optional<String> council;
    private @Nullable String token;
    private Instant tokenUntil = Instant.MIN;

    private ApiClient(Product product, String clientId, Optional<String> council) {
        this.product = product;
        this.clientId = clientId;
        this.council = council;
    }

    static ApiClient operator(Product product) {
        return new ApiClient(product, "alongside-operator", Optional.empty());
    }

    static ApiClient of(Product product, String clientId, String council) {
        return new ApiClient(product, clientId, Optional.of(council));
    }

    /** An answer of the API. {@code version} is the ETag, or empty. */
    record Answer(int status, JsonNode body, String version) {

        static Answer of(HttpResponse<String> answer) {
            return new Answer(
                    answer.statusCode(),
                    read(answer.body()),
                    answer.headers().firstValue("ETag").orElse(""));
        }

        JsonNode orFail(String what) {
            if (status >= 300) {
                throw new LocalStackException(what + " was answered with " + status + " "
                        + body.path("type").asString("") + " "
                        + body.path("detail").asString("")
                        + (body.has("errors") ? " " + body.path("errors") : "")
                        + (body.has("report") ? " " + body.path("report").path("errors") : ""));
            }
            return body;
        }
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    /** Creates a resource once: a repeated run after an interruption sends the same idempotency key. */
    Answer post(String path, JsonNode body, String thing) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", keyOf(thing))
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                path);
    }

    /** Changes what {@code read} returned, unless another change came in between (If-Match). */
    Answer put(String path, JsonNode body, Answer read) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("If-Match", read.version())
                        .PUT(HttpRequest.BodyPublishers.ofString(body.toString())),
                path);
    }

    Answer postCsv(String path, String csv, String thing) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", keyOf(thing))
                        .POST(HttpRequest.BodyPublishers.ofString(csv)),
                path);
    }

    private Answer send(HttpRequest.Builder request, String path) {
        for (int attempt = 1; ; attempt++) {
            var answer = exchange(request.copy()
                    .uri(product.address().resolve(path))
                    .timeout(Duration.ofMinutes(1))
                    .header("Authorization", "Bearer " + token())
                    .build());
            // The gateway limits this client too, and a service that has just started may not answer yet.
            boolean later = answer.statusCode() == 429 || answer.statusCode() == 503 || answer.statusCode() == 502;
            if (!later || attempt >= 60) {
                return Answer.of(answer);
            }
            Processes.pause(Duration.ofSeconds(1));
        }
    }

    /** Returns a token that is still valid. Several threads may ask at once. */
    private synchronized String token() {
        var held = token;
        if (held != null && Instant.now().isBefore(tokenUntil)) {
            return held;
        }
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_secret",
                product.keycloak().secretOf(clientId),
                "scope",
                council.map(alias -> "organization:" + alias).orElse("basic"));
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = exchange(
                HttpRequest.newBuilder(URI.create(product.keycloak().issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        var given = Answer.of(answer).orFail("Keycloak's token for " + clientId);
        var fresh = given.path("access_token").asString();
        token = fresh;
        tokenUntil = Instant.now().plusSeconds(given.path("expires_in").asInt() / 2);
        return fresh;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LocalStackException(
                    "There was no answer from " + request.uri().getAuthority() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted.", e);
        }
    }

    private static JsonNode read(String body) {
        return body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode();
    }

    private String keyOf(String thing) {
        return UUID.nameUUIDFromBytes((clientId + " " + thing).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
