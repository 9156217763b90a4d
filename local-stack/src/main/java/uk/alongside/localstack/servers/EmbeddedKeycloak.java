package uk.alongside.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import uk.alongside.localstack.machine.Digest;
import uk.alongside.localstack.machine.Health;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.PortChoice;
import uk.alongside.localstack.machine.Ports;
import uk.alongside.localstack.machine.ServerProcess;
import uk.alongside.localstack.machine.StateFolder;

/** Keycloak as a process of its own, with its data in this stack's PostgreSQL. */
public final class EmbeddedKeycloak {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String DATABASE = "keycloak";

    /** Keeps the digest of the realm, its secrets and Keycloak's version from which the data was made. */
    private static final String RUNNING = "keycloak.running";

    private final StateFolder state;
    private final Path programs;
    private final Path root;
    private final PortChoice ports;
    private final RealmFile realm;
    private final Supplier<Postgres> postgres;
    private final ServerProcess process;

    public EmbeddedKeycloak(
            StateFolder state,
            Path programs,
            Path root,
            PortChoice ports,
            RealmFile realm,
            Supplier<Postgres> postgres) {
        this.state = state;
        this.programs = programs;
        this.root = root;
        this.ports = ports;
        this.realm = realm;
        this.postgres = postgres;
        this.process = ServerProcess.java(state, "keycloak");
    }

    /**
     * Starts Keycloak for tests, with the realm of the file and nothing else. The data is copied from a template, made once
     * for each realm. A running Keycloak with the same realm is kept.
     */
    public Keycloak startFresh() {
        return state.locked("keycloak", () -> {
            if (running().isPresent()) {
                var key = key(publicUrl());
                if (state.remembered(RUNNING).filter(key::equals).isPresent() && ready()) {
                    return handle();
                }
                stop();
            }
            chooseGatewayPort();
            var key = key(publicUrl());
            var template = database() + "_template_" + key.substring(0, 12);
            if (state.remembered(template).isEmpty() || !postgres.get().exists(template)) {
                postgres.get().recreateDatabase(template, owner(), Optional.empty());
                start(template);
                new RealmForTests(handle()).acceptACodeTwice();
                stop();
                state.remember(template, "made");
            }
            postgres.get().recreateDatabase(database(), owner(), Optional.of(template));
            start(database());
            state.remember(RUNNING, key);
            return handle();
        });
    }

    /** Starts Keycloak with the data of earlier runs. An unfinished first import is dropped and repeated. */
    public Keycloak startKeeping() {
        return state.locked("keycloak", () -> {
            if (running().isEmpty() || !ready()) {
                process.stop(Duration.ofSeconds(30));
                if (state.remembered(RUNNING).isEmpty() || !postgres.get().exists(database())) {
                    postgres.get().recreateDatabase(database(), owner(), Optional.empty());
                }
                start(database());
            }
            if (state.remembered(RUNNING).isEmpty()) {
                state.remember(RUNNING, key(publicUrl()));
            }
            return handle();
        });
    }

    /** Returns whether the data was made from another realm file, version, port or set of secrets than today's. */
    public boolean isOutOfDate() {
        return state.remembered(RUNNING)
                .filter(made -> !made.equals(key(publicUrl())))
                .isPresent();
    }

    public void stop() {
        process.stop(Duration.ofMinutes(1));
    }

    public Optional<ProcessHandle> running() {
        return process.running();
    }

    /** The addresses of Keycloak, which may still be starting: its ports are chosen. */
    public Keycloak handle() {
        return new Keycloak(port("keycloak"), realm, publicUrl(), this::valueOf, state.secret("keycloak-admin"));
    }

    private String database() {
        return postgres.get().named(DATABASE);
    }

    private void start(String database) {
        var program = program();
        program.take(realm);
        int port = ports.choose(state, "keycloak");
        int management = ports.choose(state, "keycloak-management");
        state.remember("keycloak.port", String.valueOf(port));
        state.remember("keycloak-management.port", String.valueOf(management));
        var owner = owner();
        var environment = new HashMap<>(realm.environment(this::valueOf));
        environment.putAll(Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", Keycloak.ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", state.secret("keycloak-admin"),
                "KC_DB_URL", postgres.get().address().jdbcUrl(database),
                "KC_DB_USERNAME", owner.name(),
                "KC_DB_PASSWORD", owner.password()));
        var started = process.start(
                program.command(
                        process.marker(),
                        List.of(
                                "start",
                                "--optimized",
                                "--import-realm",
                                // Without this option, cluster ports open on the machine's public address.
                                "--cache=local",
                                "--db-pool-initial-size=1",
                                "--db-pool-max-size=20",
                                "--http-enabled=true",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port,
                                "--http-management-host=127.0.0.1",
                                "--http-management-port=" + management,
                                "--hostname=http://localhost:" + port)),
                environment);
        if (!ready()) {
            throw new LocalStackException("Keycloak "
                    + (started.isAlive() ? "is not ready after " + PATIENCE.toMinutes() + " minutes" : "did not start")
                    + "; see " + process.log() + ".");
        }
    }

    /** Waits until Keycloak is ready. Returns false if its process ends or the wait takes too long. */
    private boolean ready() {
        if (state.remembered("keycloak-management.port").isEmpty()) {
            return false;
        }
        var page = URI.create("http://127.0.0.1:" + port("keycloak-management") + "/health/ready");
        return Health.waitFor(page, PATIENCE, () -> running().isPresent()) == Health.HEALTHY;
    }

    private String key(URI publicUrl) {
        var parts = new ArrayList<String>();
        parts.add(program().key());
        parts.add(realm.text());
        parts.add(forbiddenPasswords());
        parts.add(publicUrl.toString());
        parts.add(realm.environment(this::valueOf).toString());
        parts.add(state.secret("keycloak-admin"));
        return Digest.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the forbidden passwords, which a running Keycloak does not read again, or nothing for a realm without them. */
    private String forbiddenPasswords() {
        var file = realm.forbiddenPasswords();
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String valueOf(String placeholder) {
        return placeholder.equals("ALONGSIDE_PUBLIC_URL") ? publicUrl().toString() : state.secret(placeholder);
    }

    /** Returns the only address to which the realm lets a sign-in return. So the gateway's port is chosen first. */
    private URI publicUrl() {
        if (state.remembered("gateway.port").isEmpty()) {
            chooseGatewayPort();
        }
        return URI.create("http://localhost:" + port("gateway"));
    }

    /** Keeps the port of an earlier start while it is free, so that the template of that start fits this one. */
    private void chooseGatewayPort() {
        var kept = state.remembered("gateway.port").map(Integer::valueOf).filter(Ports::isFree);
        if (kept.isEmpty()) {
            state.remember("gateway.port", String.valueOf(ports.choose(state, "gateway")));
        }
    }

    private int port(String part) {
        return state.remembered(part + ".port")
                .map(Integer::valueOf)
                .orElseThrow(() -> new IllegalStateException("No port was chosen for " + part));
    }

    private Postgres.Login owner() {
        return new Postgres.Login("keycloak", state.secret("keycloak-database"));
    }

    private KeycloakProgram program() {
        return KeycloakProgram.preparedIn(programs, root);
    }

    public static RealmFile realmOf(Path root) {
        var file = root.resolve("gateway/src/main/keycloak/alongside-realm.json");
        if (!Files.exists(file)) {
            throw new UncheckedIOException(new IOException("There is no realm file at " + file));
        }
        return new RealmFile(file);
    }
}
