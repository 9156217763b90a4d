package uk.alongside.tenant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.alongside.localstack.machine.Ports;
import uk.alongside.localstack.servers.ServiceDatabase;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.Peer;
import uk.alongside.tenant.TenantApplication;
import uk.alongside.tenant.TenantServiceTest;

/** Tests the service in a process of its own, so that the test can kill it. */
class KilledTest extends TenantServiceTest {

    private final ServiceDatabase database = migrated();
    private final Peer peer = new Peer();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void tellsAfterwardsWhatItHadNotToldWhenItWasKilled() {
        peer.stop();
        var first = start();
        var council = aCouncil();
        var created = first.post("/api/councils", council.json());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var settings = "/internal/councils/"
                + created.body().path("council").path("id").asString() + "/settings";
        eventually(Duration.ofMinutes(3), () -> !peer.puts(settings).isEmpty());

        processes.getLast().destroyForcibly().onExit().join();
        peer.start();
        start();

        eventually(Duration.ofMinutes(3), () -> peer.held(settings).isObject());
        assertThat(peer.held(settings).path("alias").asString()).isEqualTo(council.alias());
    }

    private Http start() {
        int port = Ports.anyFree();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TenantApplication.class.getName(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(
                        Path.of("target", "killed-" + processes.size() + ".log").toFile());
        settings(database, peer.url())
                .forEach((name, value) ->
                        builder.environment().put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
        try {
            processes.add(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var service = new Http("http://127.0.0.1:" + port, null);
        eventually(Duration.ofMinutes(3), () -> answers(service));
        return new Http("http://127.0.0.1:" + port, REALM.operator());
    }

    private boolean answers(Http service) {
        assertThat(processes.getLast().isAlive()).as("see target/killed-*.log").isTrue();
        try {
            return service.get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
