package uk.alongside.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.StateFolder;

class FixedPortsTest {

    @TempDir
    private Path folder;

    private StateFolder state;

    @BeforeEach
    void makeFolder() {
        state = new StateFolder(folder.resolve("state"));
    }

    @Test
    void countUpFromTheFirst() {
        var ports = FixedPorts.of(state, Optional.of(9080), Map.of());

        assertThat(ports.of(Part.GATEWAY)).isEqualTo(9080);
        assertThat(ports.of(Part.POSTGRES)).isEqualTo(9085);
    }

    @Test
    void canEachHaveTheirOwn() {
        var ports = FixedPorts.of(
                state, Optional.empty(), Map.of("ALONGSIDE_PORT", "9080", "ALONGSIDE_POSTGRES_PORT", "5433"));

        assertThat(ports.of(Part.GATEWAY)).isEqualTo(9080);
        assertThat(ports.of(Part.POSTGRES)).isEqualTo(5433);
    }

    @Test
    void stayAsTheFirstRunHadThem() {
        FixedPorts.of(state, Optional.of(9080), Map.of()).remember(state);

        assertThat(FixedPorts.of(state, Optional.empty(), Map.of()).of(Part.GATEWAY))
                .isEqualTo(9080);
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> FixedPorts.of(state, Optional.of(9180), Map.of()))
                .withMessageContaining("the gateway has 9080, not 9180")
                .withMessageContaining("reset");
    }

    @Test
    void areRefusedWhenTheyAreNotNumbers() {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> FixedPorts.of(state, Optional.empty(), Map.of("ALONGSIDE_PORT", "high")))
                .withMessageContaining("ALONGSIDE_PORT");
    }

    @Test
    void nameThePortThatAnotherProgramUses() throws Exception {
        try (var taker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taker.getLocalPort();
            var ports = FixedPorts.of(state, Optional.of(29_080), Map.of("ALONGSIDE_REDIS_PORT", String.valueOf(port)));

            assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(() -> ports.requireFree(_ -> false))
                    .withMessageContaining("port " + port + ", meant for Redis, is used by another program");
            assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(() -> ports.choose(state, "redis"))
                    .withMessageContaining("Port " + port + ", meant for Redis, is used by another program");
        }
    }

    @Test
    void mayBeUsedByThePartTheyAreMeantFor() throws Exception {
        try (var taker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = FixedPorts.of(
                    state, Optional.of(29_080), Map.of("ALONGSIDE_REDIS_PORT", String.valueOf(taker.getLocalPort())));

            ports.requireFree(part -> part == Part.REDIS);
        }
    }
}
