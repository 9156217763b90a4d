package uk.alongside.conversations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over HTTP with this token. */
public record Api(int port, String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The answer of the service. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Returns the last word of the problem's type. */
        public String problem() {
            return json().path("type").asString().replaceFirst(".*/", "");
        }

        @Override
        public String toString() {
            return status() + " " + header("WWW-Authenticate") + " " + text();
        }
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** Posts with a new Idempotency-Key, which does no harm where the operation requires none. */
    public Answer post(String path, String json) {
        return send("POST", path, json, "Idempotency-Key", UUID.randomUUID().toString());
    }

    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    public Answer send(String method, String path, @Nullable String json, String... headers) {
        var body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return send(method, path, body, "application/json", headers);
    }

    public Answer csv(String path, byte[] file) {
        return csv(path, file, UUID.randomUUID().toString());
    }

    public Answer csv(String path, byte[] file, String key) {
        return send("POST", path, BodyPublishers.ofByteArray(file), "text/csv", "Idempotency-Key", key);
    }

    private Answer send(
            String method, String path, HttpRequest.BodyPublisher body, String contentType, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", contentType));
        if (!token.isEmpty()) {
            all.addAll(List.of("Authorization", "Bearer " + token));
        }
        all.addAll(List.of(headers));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body)
                .headers(all.toArray(String[]::new))
                .build();
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
