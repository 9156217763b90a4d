package uk.alongside.tenant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.Executors;

/** The line to the real Keycloak, which a test can cut: before a request gets there, or before its answer comes back. */
public final class Relay {

    private static final Set<String> OF_ONE_HOP = Set.of("connection", "content-length", "host", "transfer-encoding");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final URI target;
    private Cut cut = new Cut(Integer.MAX_VALUE, false);
    private int administrations;

    /** The request from which none gets through. The first of them may still arrive, without its answer. */
    private record Cut(int at, boolean afterArrival) {}

    public Relay(URI target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::relay);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Lets this number of administrative requests through, then none. */
    public synchronized void cutAfter(int requests) {
        administrations = 0;
        cut = new Cut(requests + 1, false);
    }

    /** Lets this number of administrative requests through; the next one arrives, but its answer does not. */
    public synchronized void cutAnswerAfter(int requests) {
        administrations = 0;
        cut = new Cut(requests + 1, true);
    }

    public synchronized void mend() {
        cut = new Cut(Integer.MAX_VALUE, false);
    }

    private synchronized Passage next(boolean administration) {
        if (administration) {
            administrations++;
        }
        if (administrations < cut.at()) {
            return Passage.BOTH_WAYS;
        }
        return administration && administrations == cut.at() && cut.afterArrival() ? Passage.THERE : Passage.NONE;
    }

    private enum Passage {
        BOTH_WAYS,
        THERE,
        NONE
    }

    private void relay(HttpExchange exchange) throws IOException {
        try (exchange) {
            var passage = next(exchange.getRequestURI().getPath().startsWith("/admin/"));
            if (passage == Passage.NONE) {
                return;
            }
            var body = exchange.getRequestBody().readAllBytes();
            var request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OF_ONE_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (passage == Passage.THERE) {
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!OF_ONE_HOP.contains(name) && !name.startsWith(":")) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
