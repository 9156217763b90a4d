package uk.alongside.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.alongside.localstack.machine.Folders;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.PortChoice;
import uk.alongside.localstack.machine.Processes;
import uk.alongside.localstack.machine.ServerProcess;
import uk.alongside.localstack.machine.StateFolder;

/** A real Redis server on 127.0.0.1, with its data in the state folder. */
public final class EmbeddedRedis {

    private static final String PORT = "redis.port";

    private final StateFolder state;
    private final Path programs;
    private final PortChoice ports;
    private final Path configuration;
    private final ServerProcess process;

    public EmbeddedRedis(StateFolder state, Path programs, PortChoice ports) {
        this.state = state;
        this.programs = programs;
        this.ports = ports;
        this.configuration = state.file("redis.conf");
        this.process = ServerProcess.marked(state, "redis", configuration);
    }

    /** Starts the server, or keeps the one that an earlier run started. */
    public Redis start() {
        return state.locked("redis", () -> {
            if (running().isPresent()) {
                var adopted = hasThisConfiguration() ? answering() : Optional.<Redis>empty();
                if (adopted.isPresent()) {
                    return adopted.get();
                }
                process.stop(Duration.ofSeconds(10));
            }
            configure(ports.choose(state, "redis"));
            var started = process.start(List.of(program().toString(), configuration.toString()), Map.of());
            return answering()
                    .orElseThrow(() -> new LocalStackException(
                            started.isAlive()
                                    ? "Redis runs but does not answer; see " + process.log() + "."
                                    : "Redis did not start; see " + process.log() + "."));
        });
    }

    public void stop() {
        state.locked("redis", () -> {
            process.stop(Duration.ofSeconds(30));
            return true;
        });
    }

    public Optional<ProcessHandle> running() {
        return process.running();
    }

    /** Checks that the server on the port accepts this stack's password and is this stack's process. */
    private Optional<Redis> answering() {
        var port = state.remembered(PORT);
        if (port.isEmpty()) {
            return Optional.empty();
        }
        var redis = new Redis(
                "127.0.0.1",
                Integer.parseInt(port.get()),
                state.secret("redis"),
                new Redis.Account(Redis.GATEWAY_ACCOUNT, state.secret("redis-gateway")));
        return Processes.waitFor(Duration.ofMinutes(1), () -> {
                    var running = running().map(ProcessHandle::pid);
                    return running.isEmpty() || RedisProbe.pidOf(redis).equals(running)
                            ? Optional.of(running.isPresent())
                            : Optional.empty();
                })
                .filter(answers -> answers)
                .map(_ -> redis);
    }

    private void configure(int port) {
        state.remember(PORT, String.valueOf(port));
        StateFolder.write(configuration, configuration(port));
    }

    private String configuration(int port) {
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "port " + port,
                "requirepass " + state.secret("redis"),
                "user " + Redis.GATEWAY_ACCOUNT + " >" + state.secret("redis-gateway") + " " + Redis.rulesOfGateway(),
                "dir \"" + state.folder("redis") + "\"",
                "appendonly yes",
                "appendfsync everysec",
                "maxmemory 128mb",
                "maxmemory-policy noeviction",
                // Otherwise Redis rewrites its command line, by which later runs find it.
                "set-proc-title no");
    }

    /** A server that an earlier version configured has other accounts. */
    private boolean hasThisConfiguration() {
        return state.remembered(PORT)
                .map(Integer::parseInt)
                .filter(port -> configuration(port).equals(read(configuration)))
                .isPresent();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program, unpacked once from the Maven artifact for this machine. */
    private Path program() {
        var arm = System.getProperty("os.arch").matches("aarch64|arm64");
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        var name = "redis-server-7.0.15-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm64" : "amd64");
        var program = programs.resolve(name);
        if (Files.isExecutable(program)) {
            return program;
        }
        try (var resource = EmbeddedRedis.class.getResourceAsStream("/" + name)) {
            if (resource == null) {
                throw new LocalStackException("There is no Redis for this machine (" + name
                        + ") on the class path. Set ALONGSIDE_STACK to containers or outside.");
            }
            Files.createDirectories(programs);
            var unfinished = Files.createTempFile(
                    programs,
                    "redis",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.copy(resource, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
            Folders.moveIntoPlace(unfinished, program);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
