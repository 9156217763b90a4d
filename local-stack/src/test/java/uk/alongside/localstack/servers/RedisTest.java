package uk.alongside.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.alongside.localstack.machine.PortChoice;
import uk.alongside.localstack.machine.Processes;
import uk.alongside.localstack.machine.StateFolder;

@Tag("slow")
class RedisTest {

    @TempDir
    private Path folder;

    private StateFolder state;

    @BeforeEach
    void makeFolder() {
        state = new StateFolder(folder.resolve("state"));
    }

    @AfterEach
    void stop() {
        server().stop();
    }

    @Test
    void isKeptByTheNextRun() {
        var first = server().start();
        var pid = server().running().orElseThrow().pid();

        var second = server().start();

        assertThat(second.port()).isEqualTo(first.port());
        assertThat(server().running().orElseThrow().pid()).isEqualTo(pid);
    }

    @Test
    void isFoundWithoutItsPidFile() throws Exception {
        server().start();
        var pid = server().running().orElseThrow().pid();
        Files.delete(state.folder("run").resolve("redis.pid"));

        server().start();

        assertThat(server().running().orElseThrow().pid()).isEqualTo(pid);
    }

    @Test
    void startsOnceWhenSeveralAskAtTheSameTime() {
        var ports = IntStream.range(0, 4)
                .parallel()
                .map(_ -> server().start().port())
                .distinct()
                .toArray();

        assertThat(ports).hasSize(1);
        assertThat(Processes.withMarker(state.file("redis.conf").toString())).hasSize(1);
    }

    @Test
    void keepsItsDataAfterAKill() throws Exception {
        var before = server().start();
        assertThat(ask(before, "SET kept here")).isEqualTo("+OK");
        assertThat(Processes.waitFor(
                        Duration.ofMinutes(1), () -> Optional.of(before).filter(RedisTest::hasWrittenItsLog)))
                .isPresent();

        Kill.andWait(server().running().orElseThrow(), before.port());
        var after = server().start();

        assertThat(ask(after, "GET kept")).isEqualTo("$4");
    }

    @Test
    void rejectsACallerWithoutThePassword() throws Exception {
        var redis = server().start();

        try (var socket = new Socket(redis.host(), redis.port())) {
            socket.getOutputStream().write("GET kept\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(lineOf(socket)).startsWith("-NOAUTH");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.file("redis.conf"))))
                .isEqualTo("rw-------");
    }

    @Test
    void startsAgainWithTheAccountsOfThisVersion() throws Exception {
        server().start();
        var pid = server().running().orElseThrow().pid();
        var configuration = state.file("redis.conf");
        Files.writeString(configuration, Files.readString(configuration).replaceFirst("user gateway .*\n", ""));

        server().start();

        assertThat(server().running().orElseThrow().pid()).isNotEqualTo(pid);
        assertThat(Files.readString(configuration)).contains("user gateway >");
    }

    @Test
    void theGuideNamesTheRulesOfTheGatewaysAccount() throws Exception {
        var guide = Path.of(System.getProperty("alongside.root", ".."), "docs/install-on-kubernetes.md");

        assertThat(Files.readString(guide)).contains("user gateway >PASSWORD " + Redis.rulesOfGateway() + "\n");
    }

    @Test
    void isNotConfusedWithAnotherRedisOnItsPort() throws Exception {
        var other = new StateFolder(folder.resolve("other"));
        var stranger = new EmbeddedRedis(other, folder.resolve("programs"), PortChoice.ANY);
        try {
            var strange = stranger.start();
            state.remember("redis.port", String.valueOf(strange.port()));

            var ours = server().start();

            assertThat(ours.port()).isNotEqualTo(strange.port());
        } finally {
            stranger.stop();
        }
    }

    private EmbeddedRedis server() {
        return new EmbeddedRedis(state, folder.resolve("programs"), PortChoice.ANY);
    }

    private static String ask(Redis redis, String command) throws IOException {
        try (var socket = new Socket(redis.host(), redis.port())) {
            var out = socket.getOutputStream();
            out.write(("AUTH " + redis.password() + "\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(lineOf(socket)).isEqualTo("+OK");
            out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return lineOf(socket);
        }
    }

    private static boolean hasWrittenItsLog(Redis redis) {
        try (var socket = new Socket(redis.host(), redis.port())) {
            socket.getOutputStream()
                    .write(("AUTH " + redis.password() + "\r\nINFO persistence\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .contains("aof_buffer_length:0\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lineOf(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
