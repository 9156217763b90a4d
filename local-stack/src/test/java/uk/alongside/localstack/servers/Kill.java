package uk.alongside.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import uk.alongside.localstack.machine.Ports;
import uk.alongside.localstack.machine.Processes;

/** Kills servers. A killed server ends in its own time, and its children may hold its port for a moment longer. */
final class Kill {

    private Kill() {}

    /** Kills the server, and waits until its port is free. */
    static void andWait(ProcessHandle server, int port) {
        server.destroyForcibly();
        assertThat(Processes.waitFor(
                        Duration.ofSeconds(30),
                        () -> Optional.of(port)
                                .filter(_ -> !Processes.isAlive(server))
                                .filter(Ports::isFree)))
                .isPresent();
    }
}
