package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests a fast client whose next request arrives before the server has finished the previous answer. */
@Tag("slow")
class PipelineTest {

    private static final List<String> PATHS = List.of("/session", "/api/..;/internal");
    private static final int AT_ONCE = 3;
    private static final int ROUNDS = 30;

    private final RunningGateway gateway = RunningGateway.shared();

    /** Reactor Netty 1.3.7 stopped reading such a connection, and the client waited for ever (reactor-netty #4361). */
    @Test
    void everyPipelinedRequestIsAnswered() throws IOException {
        var address = gateway.url("/");
        try (var connection = new Socket(address.getHost(), address.getPort())) {
            connection.setSoTimeout(60_000);
            for (int number = 0; number < ROUNDS; number++) {
                var request =
                        "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(PATHS.get(number % 2), address.getAuthority());
                connection.getOutputStream().write(request.repeat(AT_ONCE).getBytes(StandardCharsets.US_ASCII));

                assertThat(answers(connection.getInputStream()))
                        .as("round %d", number)
                        .isEqualTo(AT_ONCE);
            }
        }
    }

    /** Reads until the expected number of answers has begun. */
    private static int answers(InputStream in) throws IOException {
        var read = new StringBuilder();
        var part = new byte[8192];
        int begun = 0;
        while (begun < AT_ONCE) {
            int length = in.read(part);
            assertThat(length).as("the connection is open").isPositive();
            read.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
            begun = read.toString().split("HTTP/1\\.1 ", -1).length - 1;
        }
        return begun;
    }
}
