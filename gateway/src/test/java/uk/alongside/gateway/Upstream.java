package uk.alongside.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A service behind the gateway that records the requests it receives. */
final class Upstream {

    record Received(String method, URI address, Map<String, List<String>> headers, String body) {

        String token() {
            return String.join(",", headers.getOrDefault("Authorization", List.of()))
                    .replaceFirst("^Bearer ", "");
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile long pause;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final Map<String, Refusing> refusing = new ConcurrentHashMap<>();

    private record Refusing(int status, String body) {}

    Upstream(String name) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(name, exchange));
        server.start();
    }

    private void answer(String name, HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)));
        if (exchange.getRequestURI().getPath().endsWith("/events")) {
            stream(exchange);
            return;
        }
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var refused = refusing.get(exchange.getRequestURI().getPath());
        if (refused != null) {
            var problem = refused.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(refused.status(), problem.length);
            try (var out = exchange.getResponseBody()) {
                out.write(problem);
            }
            return;
        }
        var body = ("{\"answeredBy\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Alongside-Council", "a-council");
        exchange.getResponseHeaders().add("Vary", "Accept-Language");
        exchange.getResponseHeaders().add("Set-Cookie", "from-service=1");
        exchange.getResponseHeaders().add("Server", "service/1.0");
        exchange.getResponseHeaders().add("X-Internal", "secret");
        exchange.getResponseHeaders().add("Content-Security-Policy", "default-src *");
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/api/hubs/1?page=2");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Sends two events, with a pause between them or held between them. */
    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            out.write("event: changed\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            gate.await();
            Thread.sleep(pause);
            out.write("event: changed\ndata: 2\n\n".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Received> received() {
        return received;
    }

    Received last() {
        return received.getLast();
    }

    void forget() {
        received.clear();
    }

    /** Pauses for this time between the two events of a stream. */
    void pauseBetweenEvents(long milliseconds) {
        pause = milliseconds;
    }

    /** Answers requests for this path with a problem, until {@link #accept}. */
    void refuse(String path, int status, String problem) {
        refusing.put(path, new Refusing(status, problem));
    }

    void accept(String path) {
        refusing.remove(path);
    }

    /** Holds every answer and every second event until they are released. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }
}
