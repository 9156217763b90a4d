package uk.alongside.localstack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ServerProcessTest {

    @TempDir
    private Path folder;

    private StateFolder state;
    private ServerProcess server;

    @BeforeEach
    void makeFolder() {
        state = new StateFolder(folder.resolve("state"));
        server = ServerProcess.marked(state, "sleeper", folder.resolve("sleeper-of-this-test"));
    }

    @AfterEach
    void stop() {
        server.stop(Duration.ofSeconds(5));
    }

    @Test
    void isFoundByItsPidFileAsSoonAsItStarts() {
        var started = start();

        var inFile = Processes.waitFor(
                Duration.ofMinutes(1),
                () -> Processes.inFile(state.folder("run").resolve("sleeper.pid"), server.marker()));

        assertThat(inFile).map(ProcessHandle::pid).contains(started.pid());
    }

    /** Repeats the test, because a process has no command line for a moment while it starts. */
    @Test
    void isFoundImmediatelyAfterEachStart() {
        for (int round = 0; round < 50; round++) {
            var started = start();

            assertThat(server.running()).map(ProcessHandle::pid).contains(started.pid());
            assertThat(Processes.inFile(state.folder("run").resolve("sleeper.pid"), server.marker()))
                    .map(ProcessHandle::pid)
                    .contains(started.pid());

            server.stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void isFoundByItsCommandLineWithoutItsPidFile() throws Exception {
        var started = start();
        Processes.waitFor(
                Duration.ofMinutes(1),
                () -> Optional.of(state.folder("run").resolve("sleeper.pid")).filter(Files::exists));
        Files.delete(state.folder("run").resolve("sleeper.pid"));

        assertThat(server.running()).map(ProcessHandle::pid).contains(started.pid());
    }

    @Test
    void isNotConfusedWithAnotherProcessThatHasItsPid() {
        StateFolder.write(
                state.folder("run").resolve("sleeper.pid"),
                String.valueOf(ProcessHandle.current().pid()));

        assertThat(server.running()).isEmpty();
    }

    @Test
    void hasItsOwnSessionSoThatCtrlCDoesNotReachIt() {
        var started = start();
        Processes.waitFor(
                Duration.ofMinutes(1),
                () -> Optional.of(state.folder("run").resolve("sleeper.pid")).filter(Files::exists));

        var session = Command.run(List.of("ps", "-o", "sess=", "-p", String.valueOf(started.pid())));

        assertThat(session.output().strip()).isEqualTo(String.valueOf(started.pid()));
    }

    @Test
    void isKilledWhenItIgnoresTheRequestToEnd() {
        server.start(List.of("/bin/sh", "-c", "trap '' TERM; while true; do sleep 1; done", server.marker()), Map.of());
        Processes.pause(Duration.ofMillis(300));
        var process = server.running().orElseThrow();

        server.stop(Duration.ofSeconds(1));

        assertThat(Processes.isAlive(process)).isFalse();
        assertThat(server.running()).isEmpty();
    }

    private Process start() {
        return server.start(List.of("/bin/sh", "-c", "while true; do sleep 1; done", server.marker()), Map.of());
    }
}
