package uk.alongside.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uk.alongside.localstack.machine.Folders;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.PortChoice;
import uk.alongside.localstack.machine.Processes;
import uk.alongside.localstack.machine.StateFolder;

/** A real PostgreSQL server on 127.0.0.1, with its data in the state folder (README.md says why not by a library). */
public final class EmbeddedPostgres {

    private static final String PORT = "postgres.port";
    private static final String SUPERUSER = "postgres";

    private final StateFolder state;
    private final Path programs;
    private final PortChoice ports;
    private final boolean durable;
    private final Path data;

    /**
     * Describes a server that may be running already.
     *
     * @param durable whether each commit waits for the disk, so that data survives a power cut and not only a kill;
     *     tests do not need that, and they wait for the disk thousands of times
     */
    public EmbeddedPostgres(StateFolder state, Path programs, PortChoice ports, boolean durable) {
        this.state = state;
        this.programs = programs;
        this.ports = ports;
        this.durable = durable;
        this.data = state.file("postgres");
    }

    /** Starts the server, or keeps the one that an earlier run started. */
    public PostgresAddress start() {
        return state.locked("postgres", () -> {
            stopStrays();
            if (running().isPresent()) {
                return adopted();
            }
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise();
            }
            configure(ports.choose(state, "postgres"));
            launch();
            return adopted();
        });
    }

    public void stop() {
        state.locked("postgres", () -> {
            stopStrays();
            running().ifPresent(process -> {
                var stop = program().run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
                if (!stop.succeeded() && Processes.isAlive(process)) {
                    throw new LocalStackException("PostgreSQL did not stop: " + stop.output());
                }
                // The server deletes its pid file, for which pg_ctl waits, a moment before it ends.
                Processes.end(process, Duration.ofSeconds(30));
            });
            return true;
        });
    }

    public Optional<ProcessHandle> running() {
        return Processes.inFile(data.resolve("postmaster.pid"), data.toString());
    }

    private PostgresProgram program() {
        return PostgresProgram.unpackedIn(programs);
    }

    /** Stops servers of this folder that no pid file names: they hold the port, but no run can use them. */
    private void stopStrays() {
        var known = running();
        for (var process : servers()) {
            if (!known.equals(Optional.of(process))) {
                Processes.end(process, Duration.ofSeconds(10));
            }
        }
    }

    /** The servers of this folder, without their children: a new connection's process has the server's command line. */
    public List<ProcessHandle> servers() {
        var withMarker = Processes.withMarker(data.toString()).stream()
                .filter(EmbeddedPostgres::isServer)
                .toList();
        return withMarker.stream()
                .filter(process -> process.parent().filter(withMarker::contains).isEmpty())
                .filter(Processes::isAlive)
                .toList();
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/bin/postgres"))
                .orElse(false);
    }

    /** Creates the cluster beside its final place and renames it, so that a killed run leaves no unfinished cluster. */
    private void initialise() {
        var unfinished = state.file("postgres-new-" + ProcessHandle.current().pid());
        try {
            Folders.delete(unfinished);
            Folders.delete(data);
            var password = state.secretFile("postgres-superuser", () -> state.secret("postgres-superuser-made"));
            var made = program()
                    .run(
                            "initdb",
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8");
            if (!made.succeeded()) {
                throw new LocalStackException("PostgreSQL's data folder could not be created: " + made.output());
            }
            Files.writeString(
                    unfinished.resolve("postgresql.conf"), "\ninclude 'alongside.conf'\n", StandardOpenOption.APPEND);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure(int port) {
        StateFolder.write(
                data.resolve("alongside.conf"),
                String.join(
                        "\n",
                        "port = " + port,
                        "listen_addresses = '127.0.0.1'",
                        "unix_socket_directories = ''",
                        "max_connections = 200",
                        "shared_buffers = 128MB",
                        "fsync = " + (durable ? "on" : "off"),
                        "synchronous_commit = on",
                        "password_encryption = 'scram-sha-256'",
                        "timezone = 'UTC'",
                        "log_min_messages = warning",
                        // A failed statement or a row in a message would write personal data into the log.
                        "log_min_error_statement = panic",
                        "log_error_verbosity = terse"));
    }

    private void launch() {
        deleteStalePidFile();
        var log = state.log("postgres");
        for (int attempt = 1; ; attempt++) {
            long before = log.toFile().length();
            var start =
                    program().run("pg_ctl", "start", "-D", data.toString(), "-l", log.toString(), "-w", "-t", "120");
            if (start.succeeded()) {
                return;
            }
            var said = tail(log, before);
            // The children of a killed server need a moment to end; until then they hold its shared memory.
            if (attempt > 20 || !said.contains("pre-existing shared memory block")) {
                throw new LocalStackException("PostgreSQL did not start. Its log " + log + " ends: " + said);
            }
            Processes.pause(Duration.ofSeconds(1));
        }
    }

    /** Deletes the pid file: PostgreSQL takes any process with that number, even a zombie, for a running server. */
    private void deleteStalePidFile() {
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tail(Path log, long from) {
        try {
            return Files.exists(log)
                    ? Files.readString(log).substring((int) from).strip()
                    : "";
        } catch (IOException | IndexOutOfBoundsException e) {
            return "(unreadable)";
        }
    }

    /** Waits until the server answers, and checks that it is the server of this folder. */
    private PostgresAddress adopted() {
        return Processes.waitFor(Duration.ofMinutes(2), () -> runningPort().flatMap(this::answering))
                .orElseThrow(() -> new LocalStackException(
                        "PostgreSQL runs but does not answer; see " + state.log("postgres") + "."));
    }

    private Optional<Integer> runningPort() {
        try {
            if (running().isEmpty()) {
                throw new LocalStackException("PostgreSQL ended; see " + state.log("postgres") + ".");
            }
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() >= 8 && lines.get(7).startsWith("ready")
                    ? Optional.of(Integer.valueOf(lines.get(3).strip()))
                    : Optional.empty();
        } catch (IOException beingWritten) {
            return Optional.empty();
        }
    }

    private Optional<PostgresAddress> answering(int port) {
        var address = new PostgresAddress("127.0.0.1", port, SUPERUSER, state.secret("postgres-superuser"));
        try (var connection = DriverManager.getConnection(address.jdbcUrl("postgres"), SUPERUSER, address.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show data_directory")) {
            if (!answer.next() || !Path.of(answer.getString(1)).equals(data)) {
                throw new LocalStackException("Another PostgreSQL answers on port " + port + ".");
            }
            state.remember(PORT, String.valueOf(port));
            return Optional.of(address);
        } catch (SQLException e) {
            // 57P03: the server still starts, or recovers after a kill.
            if ("57P03".equals(e.getSQLState()) || "08001".equals(e.getSQLState()) || "08006".equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw new LocalStackException(
                    "PostgreSQL on port " + port + " rejects the password in " + state.path() + "/secrets ("
                            + e.getSQLState() + ").",
                    e);
        }
    }
}
