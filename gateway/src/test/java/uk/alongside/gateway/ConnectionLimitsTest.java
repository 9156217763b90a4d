package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests slow, idle, malformed and too many connections, with limits that are short enough to wait for. */
@Tag("slow")
class ConnectionLimitsTest {

    private static final String HEAD = "GET /session HTTP/1.1\r\nHost: localhost\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private static final RunningGateway HASTY = RunningGateway.with(
            "alongside.connections.idle=2500ms",
            "alongside.connections.head=700ms",
            "alongside.connections.body-pause=700ms");

    @Test
    void anIdleConnectionIsClosed() throws IOException {
        try (var used = open(HASTY)) {
            send(used, HEAD + "\r\n");
            var fresh = open(HASTY);

            assertThat(readAll(used)).startsWith("HTTP/1.1 401");
            assertThat(readAll(fresh)).isEmpty();
            fresh.close();
        }
    }

    /** One byte now and then keeps a connection busy, so the time counts from the first byte of the head. */
    @Test
    void aHeadThatArrivesTooSlowlyIsRefused() throws IOException, InterruptedException {
        try (var connection = open(HASTY)) {
            send(connection, HEAD + "X-Slow: ");
            while (connection.getInputStream().available() == 0) {
                send(connection, "a");
                Thread.sleep(50);
            }

            assertProblem(readAll(connection), 408, "request-timeout");
        }
    }

    /**
     * The gateway counts the refusal only if it waits for the body when the time ends. A slow machine may still be reading
     * the session then, so one more sender pauses.
     */
    @Test
    void aBodyThatPausesEndsItsConnection() {
        var before = requestTimeouts();

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            pauseInABody();
            return requestTimeouts() > before;
        });
    }

    private static void pauseInABody() throws IOException {
        try (var connection = open(HASTY)) {
            send(
                    connection,
                    "POST /open/invitations/look HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{");

            assertThat(readAll(connection)).doesNotContain("HTTP/1.1 200");
        }
    }

    private static double requestTimeouts() {
        return HASTY.counted("alongside.refusals", "problem", "request-timeout");
    }

    @Test
    void anAddressMayHoldOnlySoManyConnections() throws IOException {
        var gateway = RunningGateway.with("alongside.connections.per-address=8");
        var connections = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 8; i++) {
                connections.add(open(gateway));
                send(connections.getLast(), HEAD + "\r\n");
                assertThat(connections.getLast().getInputStream().read()).isEqualTo('H');
            }
            try (var oneMore = open(gateway)) {
                assertThat(closedAtOnce(oneMore)).isTrue();
            }
            connections.removeLast().close();
            // The gateway learns of the closed connection a moment later than this test.
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
                try (var again = open(gateway)) {
                    send(again, HEAD + "Connection: close\r\n\r\n");
                    assertThat(readAll(again)).startsWith("HTTP/1.1 401");
                }
            });
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no request at all | 400 | bad-request",
                "GET /session HTTP/1.1~X: y~ | 400 | bad-request",
                "GET /session HTTP/1.1~Host: localhost~Host: localhost~ | 400 | bad-request",
                "GET /session HTTP/1.1~Host: localhost~X-Folded: a~ b~ | 400 | bad-request",
                "GET /session HTTP/1.1~Host: localhost~X-Folded: a~\tb~ | 400 | bad-request",
                "POST /session HTTP/1.1~Host: localhost~Content-Length: x~ | 400 | bad-request",
                "POST /session HTTP/1.1~Host: localhost~Content-Length: 1~Content-Length: 2~ | 400 | bad-request",
                "GET /session HTTP/1.1~Host: localhost~X: <many>~ | 431 | request-header-fields-too-large",
                "GET /<many> HTTP/1.1~Host: localhost~ | 414 | request-header-fields-too-large",
                "POST /session HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~ | 411 | length-required",
                "PUT /session HTTP/1.1~Host: localhost~ | 405 | method-not-allowed",
                "GET /session?a=% HTTP/1.1~Host: localhost~ | 400 | bad-request",
                "GET /% HTTP/1.1~Host: localhost~ | 400 | bad-request",
                "GET /api/hubs?search=%zz HTTP/1.1~Host: localhost~ | 400 | bad-request",
                "GET /api/hubs?search[]=a HTTP/1.1~Host: localhost~ | 400 | bad-request",
                "GET /open/larkshire?near=\u00e9 HTTP/1.1~Host: localhost~ | 400 | bad-request",
                "GET /open//larkshire HTTP/1.1~Host: localhost~ | 400 | bad-request"
            })
    void aMalformedRequestIsAnsweredWithAProblem(String request, int status, String type) throws IOException {
        try (var connection = open(RunningGateway.shared())) {
            send(connection, request.replace("<many>", "x".repeat(20_000)).replace("~", "\r\n") + "\r\n\r\n");

            assertProblem(readAnswer(connection), status, type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open/larkshire?near[]=a", "/open/larkshire?near=%", "/hubs?search=%", "/open//larkshire"})
    void aBrowserGetsAPageForAnAddressThatCannotBeRead(String address) throws IOException {
        try (var connection = open(RunningGateway.shared())) {
            send(
                    connection,
                    "GET " + address
                            + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,*/*;q=0.8\r\nConnection: close\r\n\r\n");

            var answer = readAll(connection);
            assertThat(answer).startsWith("HTTP/1.1 400");
            assertThat(answer).containsIgnoringCase("content-type: text/html");
            assertThat(answer).contains("<h1>This address is not accepted</h1>");
        }
    }

    /** A server that closes a connection with unread bytes resets it, and the client may lose the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /session HTTP/1.1~Host: localhost~X: | 431 | request-header-fields-too-large",
                "GET /session HTTP/1.1~Host: localhost~X: y~ folded | 400 | bad-request",
                "POST /session HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~F000000~ | 411 | length-required"
            })
    void aClientThatIsStillSendingGetsItsAnswer(String begin, int status, String type) throws IOException {
        try (var connection = open(RunningGateway.shared())) {
            send(connection, begin.replace("~", "\r\n"));
            for (int i = 0; i < 200; i++) {
                send(connection, "x".repeat(50_000));
            }

            assertProblem(readAll(connection), status, type);
        }
    }

    @Test
    void aFoldedHeaderOfALaterRequestIsRefusedToo() throws IOException {
        try (var connection = open(RunningGateway.shared())) {
            send(
                    connection,
                    "POST /open/x HTTP/1.1~Host: localhost~Content-Type: application/json~Content-Length: 6~~"
                                    .replace("~", "\r\n")
                            + "{\n \n }" + HEAD + "X-Folded: a\r\n b\r\n\r\n");

            assertThat(readAll(connection)).contains("HTTP/1.1 400", "problems/bad-request");
        }
    }

    @Test
    void anUpgradeToWebSocketIsAnOrdinaryRequest() throws IOException {
        try (var connection = open(RunningGateway.shared())) {
            send(
                    connection,
                    "GET /open/larkshire HTTP/1.1~Host: localhost~Connection: Upgrade~Upgrade: websocket~"
                                    .replace("~", "\r\n")
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

            assertThat(readAnswer(connection)).startsWith("HTTP/1.1 200");
        }
    }

    /** A proxy ends TLS, so the request itself is plain HTTP. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/session", "/api/council", "/open/larkshire", "/nothing/there"})
    void everyAnswerOfAnHttpsAddressAsksForHttps(String address) throws IOException {
        try (var connection = open(BehindProxy.GATEWAY)) {
            send(connection, "GET " + address + " HTTP/1.1\r\nHost: alongside.example\r\nConnection: close\r\n\r\n");

            assertThat(readAll(connection))
                    .containsIgnoringCase("strict-transport-security: max-age=31536000; includeSubDomains");
        }
        try (var connection = open(RunningGateway.shared())) {
            send(connection, "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(readAll(connection)).doesNotContainIgnoringCase("strict-transport-security");
        }
    }

    private static final class BehindProxy {
        private static final RunningGateway GATEWAY =
                RunningGateway.with("alongside.public-url=https://alongside.example");
    }

    /**
     * Sends a request that a proxy could read as one and the gateway as two. The second request must not be answered, and
     * no service may receive it.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0~Transfer-Encoding: chunked~",
                "Transfer-Encoding: chunked~Content-Length: 0~",
                "Transfer-Encoding : chunked~",
                "Transfer-Encoding: xchunked~",
                "Transfer-Encoding: chunked, identity~",
                "Content-Length: 0~Content-Length: 60~",
                "Content-Length: 0, 60~",
                "Content-Length: +0~",
                "Content-Length: -1~",
                "Content-Length : 0~",
                "X: a\r\u0000~Content-Length: 0~",
                "X\u0000: a~",
                ": a~",
                "X Y: a~"
            })
    void aSmuggledRequestIsNotAnswered(String headers) throws IOException {
        RunningGateway.shared().conversationsService().forget();
        try (var connection = open(RunningGateway.shared())) {
            send(
                    connection,
                    "POST /open/first HTTP/1.1~Host: localhost~Content-Type: application/json~".replace("~", "\r\n")
                            + headers.replace("~", "\r\n") + "\r\n"
                            + "GET /open/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
            connection.shutdownOutput();

            var answer = readAll(connection);
            assertThat(answer).startsWith("HTTP/1.1 4");
            assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
        }
        assertThat(RunningGateway.shared().conversationsService().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRI * HTTP/2.0~",
                "GET /open/larkshire HTTP/2.0~Host: localhost~",
                "GET http://elsewhere.example/internal/councils HTTP/1.1~Host: localhost~",
                "GET http://elsewhere.example/actuator/health HTTP/1.1~Host: localhost~",
                "GET //elsewhere.example/open HTTP/1.1~Host: localhost~",
                "CONNECT elsewhere.example:443 HTTP/1.1~Host: elsewhere.example:443~",
                "TRACE /session HTTP/1.1~Host: localhost~",
                "OPTIONS * HTTP/1.1~Host: localhost~"
            })
    void aRequestForAnotherServerReachesNone(String request) throws IOException {
        RunningGateway.shared().conversationsService().forget();
        try (var connection = open(RunningGateway.shared())) {
            send(connection, request.replace("~", "\r\n") + "Connection: close\r\n\r\n");

            assertThat(readAll(connection)).startsWith("HTTP/1.1 4").doesNotContain("elsewhere.example");
        }
        assertThat(RunningGateway.shared().conversationsService().received()).isEmpty();
    }

    @Test
    void anUpgradeToHttp2IsAnOrdinaryRequest() throws IOException {
        try (var connection = open(RunningGateway.shared())) {
            send(
                    connection,
                    "GET /open/larkshire HTTP/1.1~Host: localhost~Connection: Upgrade, HTTP2-Settings~Upgrade: h2c~"
                                    .replace("~", "\r\n")
                            + "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n");

            assertThat(readAnswer(connection)).startsWith("HTTP/1.1 200");
        }
    }

    /** Every redirect leads to the product's own address, which is a setting. */
    @ParameterizedTest
    @ValueSource(strings = {"elsewhere.example", "elsewhere.example:8080", "localhost@elsewhere.example", "[::1]"})
    void anotherHostLeadsNowhereElse(String host) throws IOException {
        for (var path : new String[] {"/oauth2/authorization/sign-in", "/signed-out", "/", "/session"}) {
            try (var connection = open(RunningGateway.shared())) {
                send(connection, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

                assertThat(readAll(connection)).as(path).doesNotContain("elsewhere.example");
            }
        }
    }

    private static Socket open(RunningGateway gateway) throws IOException {
        var address = gateway.url("/");
        var connection = new Socket(address.getHost(), address.getPort());
        connection.setSoTimeout(60_000);
        return connection;
    }

    private static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads until the gateway closes the connection. */
    private static String readAll(Socket connection) throws IOException {
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Reads one answer, after which the gateway may keep the connection open. */
    private static String readAnswer(Socket connection) throws IOException {
        var in = connection.getInputStream();
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("the end of the head %s", answer).isNotNegative();
            answer.append((char) next);
        }
        var length = LENGTH.matcher(answer);
        assertThat(length.find()).as(answer.toString()).isTrue();
        return answer + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1);
    }

    private static boolean closedAtOnce(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() == -1;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static void assertProblem(String answer, int status, String type) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
        assertThat(answer).contains("https://alongside.example/problems/" + type);
    }
}
