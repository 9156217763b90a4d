package uk.alongside.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.localstack.machine.Digest;
import uk.alongside.localstack.machine.Health;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.Ports;
import uk.alongside.localstack.machine.ServerProcess;
import uk.alongside.localstack.machine.StateFolder;

/** One of the product's three services, which runs as a process from a copy of its jar. */
final class Service {

    /** The exit status of the {@code migrate} command when the database has change sets that the release lacks. */
    private static final int MADE_BY_ANOTHER_VERSION = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** True if the bench asks for processes and disks as an installation has them. */
    static final boolean AT_FULL_SPEED = Boolean.getBoolean("alongside.full-speed");

    /** Options for a small process that starts quickly, unless at full speed. */
    private static final List<String> SIZE =
            AT_FULL_SPEED ? List.of("-Xmx512m") : List.of("-XX:TieredStopAtLevel=1", "-Xmx256m");

    private static final List<String> JVM = Stream.concat(
                    SIZE.stream(),
                    Stream.of(
                            "-XX:+UseSerialGC",
                            "-Xshare:auto",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Dfile.encoding=UTF-8",
                            "-Duser.timezone=UTC"))
            .toList();

    private final StateFolder state;
    private final Part part;
    private final Path built;
    private final int port;
    private final int healthPort;
    private final Map<String, String> environment;
    private final ServerProcess process;
    private @Nullable String digest;

    Service(StateFolder state, Part part, Path built, ToIntFunction<Part> ports, Map<String, String> environment) {
        this.state = state;
        this.part = part;
        this.built = built;
        this.port = ports.applyAsInt(part);
        this.healthPort = part == Part.GATEWAY ? ports.applyAsInt(Part.GATEWAY_MANAGEMENT) : port;
        this.environment = new TreeMap<>(environment);
        this.environment.put("SERVER_PORT", String.valueOf(port));
        this.environment.put("SERVER_ADDRESS", "127.0.0.1");
        this.environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(healthPort));
        this.process = ServerProcess.java(state, part.id());
    }

    Map<String, String> environment() {
        return Collections.unmodifiableMap(environment);
    }

    int port() {
        return port;
    }

    int healthPort() {
        return healthPort;
    }

    Path log() {
        return process.log();
    }

    Optional<ProcessHandle> running() {
        return process.running();
    }

    /** Starts the service without waiting, unless it runs already from the same jar and with the same settings. */
    void launch() {
        launch(Map.of());
    }

    /** Starts the service like {@link #launch()}, with these settings besides. */
    void launch(Map<String, String> settings) {
        var all = new TreeMap<>(environment);
        all.putAll(settings);
        state.locked(part.id(), () -> {
            var fingerprint = Digest.of((jarDigest() + all + JVM).getBytes(StandardCharsets.UTF_8));
            if (running().isPresent()) {
                if (state.remembered(part.id() + ".running")
                        .filter(fingerprint::equals)
                        .isPresent()) {
                    return true;
                }
                process.stop(Duration.ofSeconds(30));
            }
            if (!Ports.isFree(port)) {
                throw new LocalStackException(
                        "Port " + port + ", meant for " + part.words() + ", is used by another program.");
            }
            process.start(command(List.of()), all);
            state.remember(part.id() + ".running", fingerprint);
            return true;
        });
    }

    /** Waits until the service is healthy. */
    void await() {
        var page = URI.create("http://127.0.0.1:" + healthPort + "/actuator/health");
        switch (Health.waitFor(page, PATIENCE, () -> running().isPresent())) {
            case HEALTHY -> {}
            case ENDED -> throw new LocalStackException(part.words() + " did not start; see " + process.log() + ".");
            case TOO_SLOW ->
                throw new LocalStackException(part.words() + " runs but is not healthy after " + PATIENCE.toMinutes()
                        + " minutes; see " + process.log() + ".");
        }
    }

    /**
     * Runs the service's {@code migrate} command to its end, after stopping one that a killed run left behind.
     *
     * @return whether this build had not been migrated before
     */
    boolean migrate(Map<String, String> migrator) {
        return state.locked(part.id(), () -> {
            var migration = ServerProcess.java(state, part.id() + "-migrate");
            migration.stop(Duration.ofSeconds(30));
            if (isMigrated()) {
                return false;
            }
            var all = new TreeMap<>(environment);
            all.putAll(migrator);
            var started = migration.start(command(migration.marker(), List.of("migrate")), all);
            int exit = exitOf(started);
            if (exit == MADE_BY_ANOTHER_VERSION) {
                throw new LocalStackException("The data kept in " + state.path()
                        + " was made by another version of Alongside, and this version"
                        + " cannot keep it. Nothing was changed. Either run ./alongside reset, which deletes all data"
                        + " of this local stack, and then ./alongside up; or go back to the version that made it."
                        + " Details are in " + migration.log() + ".");
            }
            if (exit != 0) {
                throw new LocalStackException(
                        "The database of " + part.words() + " could not be migrated; see " + migration.log() + ".");
            }
            state.remember(part.id() + ".migrated", release());
            return true;
        });
    }

    boolean isMigrated() {
        return state.remembered(part.id() + ".migrated")
                .filter(release()::equals)
                .isPresent();
    }

    private String release() {
        return Digest.of((jarDigest() + environment.get("SPRING_DATASOURCE_URL")).getBytes(StandardCharsets.UTF_8));
    }

    void stop() {
        ServerProcess.java(state, part.id() + "-migrate").stop(Duration.ofSeconds(30));
        process.stop(Duration.ofSeconds(40));
    }

    private static int exitOf(Process started) {
        try {
            return started.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted.", e);
        }
    }

    private List<String> command(List<String> arguments) {
        return command(process.marker(), arguments);
    }

    private List<String> command(String marker, List<String> arguments) {
        var words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), marker));
        words.addAll(JVM);
        words.addAll(List.of("-jar", jar().toString()));
        words.addAll(arguments);
        return words;
    }

    /** A copy of the jar, because the next build overwrites the jar from which a running service loads classes. */
    private Path jar() {
        var copy = state.folder("jars").resolve(part.id() + "-" + jarDigest().substring(0, 12) + ".jar");
        if (Files.exists(copy)) {
            return copy;
        }
        try {
            var unfinished = copy.resolveSibling(copy.getFileName() + ".new");
            Files.copy(built, unfinished, StandardCopyOption.REPLACE_EXISTING);
            try (var old = Files.newDirectoryStream(copy.getParent(), part.id() + "-*.jar")) {
                for (var jar : old) {
                    Files.delete(jar);
                }
            }
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String jarDigest() {
        if (digest != null) {
            return digest;
        }
        try {
            if (!Files.exists(built)) {
                throw new LocalStackException(part.words() + " is not built: " + built + " is not there.");
            }
            digest = Digest.of(Files.readAllBytes(built));
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
