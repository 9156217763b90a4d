package uk.alongside.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The servers of a run; each starts, or is adopted if it already runs, on first asking. */
public final class LocalStack {

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static @Nullable LocalStack tests;

    private final Path root;
    private final StateFolder state;
    private final PortChoice ports;
    private @Nullable Postgres postgres;
    private @Nullable Redis redis;
    private @Nullable Keycloak keycloak;

    LocalStack(Path root, StateFolder state, PortChoice ports) {
        this.root = root;
        this.state = state;
        this.ports = ports;
    }

    /**
     * The servers for tests, shared by all modules of a checkout and kept under {@code .alongside/test}. They stay when
     * the tests end, so that the next module finds them; {@code ./alongside test} and {@code ./alongside down} end them.
     */
    public static LocalStack forTests() {
        LOCK.lock();
        try {
            if (tests == null) {
                var root = root();
                tests = new LocalStack(root, new StateFolder(root.resolve(".alongside/test")), PortChoice.ANY);
            }
            return tests;
        } finally {
            LOCK.unlock();
        }
    }

    public Postgres postgres() {
        LOCK.lock();
        try {
            if (postgres == null) {
                var embedded = new EmbeddedPostgres(state, programs(), ports);
                boolean adopted = embedded.running().isPresent();
                var started = new Postgres(embedded.start(), state, root);
                if (!adopted) {
                    started.dropTestDatabases();
                }
                postgres = started;
            }
            return postgres;
        } finally {
            LOCK.unlock();
        }
    }

    public Redis redis() {
        LOCK.lock();
        try {
            if (redis == null) {
                redis = new EmbeddedRedis(state, programs(), ports).start();
            }
            return redis;
        } finally {
            LOCK.unlock();
        }
    }

    public Keycloak keycloak() {
        LOCK.lock();
        try {
            if (keycloak == null) {
                keycloak = new EmbeddedKeycloak(
                                state, programs(), root, ports, EmbeddedKeycloak.realmOf(root), this::postgres)
                        .startFresh();
            }
            return keycloak;
        } finally {
            LOCK.unlock();
        }
    }

    private Path programs() {
        return root.resolve(".alongside/programs");
    }

    /** The checkout: what the build says, else the folder upwards that holds the {@code alongside} script. */
    static Path root() {
        var told = System.getProperty("alongside.root");
        if (told != null) {
            return Path.of(told).toAbsolutePath().normalize();
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git")) || Files.exists(folder.resolve("alongside"))) {
                return folder;
            }
        }
        throw new LocalStackException("Run this inside a checkout of Alongside, or set the property alongside.root.");
    }
}
