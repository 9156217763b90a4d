package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.foundation.OtherTypes;

/** Tests that a request in a form that its operation does not describe is refused before the operation begins. */
@ServiceTest
class RefusedFormatsTest {

    @LocalServerPort
    private int port;

    @Test
    void everyMediaTypeThatAnOperationDoesNotNameIsRefused() throws Exception {
        var calls = OtherTypes.of(Path.of("openapi.json"));
        var viewer = TestCouncil.create(port).member("viewer");

        assertThat(calls).hasSizeGreaterThan(2000);
        assertThat(OtherTypes.notRefused(calls, "http://127.0.0.1:" + port, viewer::token))
                .isEmpty();
    }

    @Test
    void anUnwantedFormatOfTheAnswerIsRefusedBeforeAnythingIsChanged() {
        var council = TestCouncil.create(port);
        var staff = council.hubStaff();

        var refused = staff.send(
                "POST",
                "/api/people",
                "{\"firstName\": \"Ada\", \"lastName\": \"Notmade\", \"phone\": \"07700 900123\"}",
                "Accept",
                "application/yaml",
                "Idempotency-Key",
                "one");

        assertThat(refused.status()).isEqualTo(406);
        assertThat(staff.post("/api/people/search", "{\"text\": \"Notmade\"}").text())
                .doesNotContain("Notmade");
    }

    /** Tomcat refuses these itself, so no filter and no controller sees them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/council HTTP/1.1\\r\\n\\r\\n | 400 | bad-request",
                "GET /api/<council> HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400 | bad-request",
                "GET /api/council HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: x\\r\\n\\r\\n | 400 | bad-request",
                "GET /api/council HTTP/1.1\\r\\nHost: a\\r\\nX: <many>\\r\\n\\r\\n | 400 | bad-request",
                "GET /api/council HTTP/9.9\\r\\nHost: a\\r\\n\\r\\n | 505 | http-version-not-supported",
                "TRACE /api/council HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 405 | method-not-allowed",
                "PROPFIND /api/council HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400 | bad-request"
            })
    void aMalformedRequestIsAnsweredWithAProblem(String request, int status, String type) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            var bytes = request.strip()
                    .replace("\\r\\n", "\r\n")
                    .replace("<many>", "x".repeat(20_000))
                    .getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status);
            assertThat(answer).containsIgnoringCase("Content-Type: application/problem+json");
            assertThat(answer).contains("https://alongside.example/problems/" + type);
            assertThat(answer).doesNotContain("Tomcat", "<html");
        }
    }
}
