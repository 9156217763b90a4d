package uk.alongside.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Plain HTTP with JSON, as an outside client uses it. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final Supplier<@Nullable String> token;

    public Http(String base, @Nullable String token) {
        this.base = base;
        this.token = () -> token;
    }

    private Http(String base, Supplier<@Nullable String> token) {
        this.base = base;
        this.token = token;
    }

    /** Returns a client that asks for a valid token before each request. A token is valid for a minute. */
    public static Http renewing(String base, Supplier<@Nullable String> token) {
        return new Http(base, token);
    }

    /** An answer. */
    public record Answer(int status, HttpHeaders headers, JsonNode body, String text) {

        /**
         * Returns the status and the last word of the problem's type, as {@code 409 alias-taken}, or the status alone.
         */
        public String summary() {
            var type = body.path("type").asString("");
            return type.isEmpty() ? "" + status : status + " " + type.substring(type.lastIndexOf('/') + 1);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public String base() {
        return base;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** Sends a request under this idempotency key, which an operation that creates nothing ignores. */
    public Answer post(String path, String body, String key) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String body, @Nullable String ifMatch) {
        var request = request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer postForm(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            var json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    answer.statusCode(),
                    answer.headers(),
                    json ? JSON.readTree(answer.body()) : MissingNode.getInstance(),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        var valid = token.get();
        return valid == null ? request : request.header("Authorization", "Bearer " + valid);
    }
}
