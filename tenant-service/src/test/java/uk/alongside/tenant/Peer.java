package uk.alongside.tenant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A substitute for conversations-service that accepts puts by the same rules of versions and remembers them. */
public final class Peer {

    private final HttpServer server;
    private final Map<String, JsonNode> held = new HashMap<>();
    private final List<Put> puts = new ArrayList<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private boolean down;

    /** A request that arrived. */
    public record Put(String path, JsonNode body, String token, int answer, Instant at) {}

    public Peer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Stops the peer, so that no later request gets an answer. */
    public synchronized void stop() {
        down = true;
    }

    public synchronized void start() {
        down = false;
    }

    /** Returns the state under this path, or null. */
    public synchronized JsonNode held(String path) {
        return held.getOrDefault(path, JsonMapper.shared().nullNode());
    }

    /** Stores a state from elsewhere, as after a restore from a backup. */
    public synchronized void hold(String path, String body) {
        held.put(path, JsonMapper.shared().readTree(body));
    }

    /** Refuses every change and question under this path with a status from now on. */
    public synchronized void refuse(String path, int status) {
        refusals.put(path, status);
    }

    /** Ends the refusals under this path. */
    public synchronized void accept(String path) {
        refusals.remove(path);
    }

    public synchronized List<Put> puts(String path) {
        return puts.stream().filter(put -> put.path().equals(path)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                give(exchange);
                return;
            }
            var body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            var token = exchange.getRequestHeaders().getFirst("Authorization").replaceFirst("^Bearer ", "");
            int status = take(exchange.getRequestURI().getPath(), body, token);
            if (status == 0) {
                return;
            }
            if (status == 200 && isQuestion(exchange.getRequestURI().getPath())) {
                give(exchange);
                return;
            }
            var answer = status == 409
                    ? "{\"type\":\"https://alongside.example/problems/version-conflict\",\"status\":409}"
                            .getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Returns the stored state to any caller, and no answer while the peer is down. */
    private void give(HttpExchange exchange) throws IOException {
        if (isDown()) {
            return;
        }
        var answer = JsonMapper.shared()
                .writeValueAsBytes(held(exchange.getRequestURI().getPath()));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private synchronized boolean isDown() {
        return down;
    }

    private synchronized int take(String path, JsonNode body, String token) {
        int status = down ? 0 : answerTo(path, body);
        puts.add(new Put(path, body, token, status, Instant.now()));
        return status;
    }

    private int answerTo(String path, JsonNode body) {
        var refusal = refusals.get(path);
        return refusal != null ? refusal : isQuestion(path) ? 200 : statusOf(path, body);
    }

    /** A question is not a state. Its answer is what a test stored under the path. */
    private static boolean isQuestion(String path) {
        return path.endsWith("/sheets") || path.endsWith("/audit-anchor");
    }

    private int statusOf(String path, JsonNode body) {
        var present = held.get(path);
        long version = body.path("version").asLong();
        if (present != null && present.path("version").asLong() == version) {
            return present.equals(body) ? 200 : 409;
        }
        if (present == null || present.path("version").asLong() < version) {
            held.put(path, body);
        }
        return 200;
    }
}
