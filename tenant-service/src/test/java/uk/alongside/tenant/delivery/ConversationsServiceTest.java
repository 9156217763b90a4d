package uk.alongside.tenant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import uk.alongside.tenant.identity.OwnToken;

class ConversationsServiceTest {

    private static final UUID COUNCIL = UUID.randomUUID();

    private record Peers(String is) {}

    /** The server answers a question only after a read has waited in vain, so the question has waited longer than a read does. */
    @Test
    void waitsForAQuestionLongerThanForARead() throws Exception {
        var readGaveUp = new CountDownLatch(1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                readGaveUp.await();
                var answer = "{\"is\": \"here\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        try {
            var service = new ConversationsService(
                    new ConversationsProperties(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                            Duration.ofSeconds(5),
                            Duration.ofMillis(200),
                            Duration.ofMinutes(1)),
                    withoutTokens());

            var question = CompletableFuture.supplyAsync(
                    () -> service.question(COUNCIL, "sheets", Map.of("held", "none"), Peers.class));
            assertThatThrownBy(() -> service.read(COUNCIL, "releases", Peers.class))
                    .isInstanceOf(NotDelivered.class)
                    .hasMessageContaining("not reached");
            readGaveUp.countDown();

            assertThat(question.join().is()).isEqualTo("here");
        } finally {
            readGaveUp.countDown();
            server.stop(0);
        }
    }

    @Test
    void knowsARefusalFromAFailure() {
        assertThat(new NotDelivered(404).isRefused()).isTrue();
        assertThat(new NotDelivered(409).isRefused()).isTrue();
        assertThat(new NotDelivered(503).isRefused()).isFalse();
        assertThat(new NotDelivered("not reached").isRefused()).isFalse();
    }

    private static OwnToken withoutTokens() {
        var tokens = mock(OwnToken.class);
        when(tokens.peer(any(), any(), any())).thenAnswer(call -> {
            Duration readTimeout = call.getArgument(2);
            var requests = new JdkClientHttpRequestFactory(HttpClient.newHttpClient());
            requests.setReadTimeout(readTimeout);
            return RestClient.builder()
                    .baseUrl(call.<String>getArgument(0))
                    .requestFactory(requests)
                    .build();
        });
        return tokens;
    }
}
