package uk.alongside.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The servers of a run; each starts, or is adopted if it already runs, on first asking. */
public final class LocalStack {

    private static final Held<LocalStack> TESTS = new Held<>(() -> {
        var root = root();
        // What is in a container ends with it, so what is kept beside it is kept apart.
        var folder = ServerSource.of(System.getenv()) == ServerSource.CONTAINERS
                ? ".alongside/test/containers-" + ProcessHandle.current().pid()
                : ".alongside/test";
        return new LocalStack(root, new StateFolder(root.resolve(folder)), PortChoice.ANY, false);
    });

    private static final String CLOCK_OFFSET = "clock-offset";

    private final Path root;
    private final StateFolder state;
    private final PortChoice ports;
    private final boolean keepsRows;
    private final ServerSource source = ServerSource.of(System.getenv());
    private final Held<Postgres> postgres = new Held<>(this::startPostgres);
    private final Held<Redis> redis = new Held<>(this::startRedis);
    private final Held<Keycloak> keycloak = new Held<>(this::startKeycloak);
    private final Held<Product> product = new Held<>(this::startProduct);

    private LocalStack(Path root, StateFolder state, PortChoice ports, boolean keepsRows) {
        this.root = root;
        this.state = state;
        this.ports = ports;
        this.keepsRows = keepsRows;
    }

    /**
     * The servers for tests, shared by all modules of a checkout and kept under {@code .alongside/test}. They stay when
     * the tests end, so that the next module finds them; {@code ./alongside test} and {@code ./alongside down} end them.
     */
    public static LocalStack forTests() {
        return TESTS.get();
    }

    /** What {@code ./alongside up} runs: it keeps its rows from run to run. */
    static LocalStack ofUp(Path root, Optional<Integer> firstPort) {
        if (ServerSource.of(System.getenv()) == ServerSource.CONTAINERS) {
            throw new LocalStackException("ALONGSIDE_STACK=containers is for tests: containers end with what started"
                    + " them. Leave it out, or give addresses with ALONGSIDE_STACK=outside.");
        }
        var state = new StateFolder(root.resolve(".alongside"));
        return new LocalStack(root, state, FixedPorts.of(state, firstPort, System.getenv()), true);
    }

    /** What {@code ./alongside up} runs at this moment, for measuring it. */
    public static LocalStack ofUp() {
        return ofUp(root(), Optional.empty());
    }

    public Postgres postgres() {
        return postgres.get();
    }

    public Redis redis() {
        return redis.get();
    }

    public Keycloak keycloak() {
        return keycloak.get();
    }

    /**
     * The three services from the jars of this checkout. For tests with empty databases and a Keycloak that nobody used
     * before, until the tests' own process ends.
     */
    public Product product() {
        return product.get();
    }

    /**
     * Moves the clock of the services of a test to this offset from the machine's, at once and also while they run. Only
     * {@link #forTests} has such a clock.
     */
    public void moveClock(Duration offset) {
        if (keepsRows) {
            throw new LocalStackException("The clock of ./alongside up is the machine's and cannot be moved.");
        }
        state.remember(CLOCK_OFFSET, offset.toString());
    }

    /** Starts a server again that was stopped or killed; its address stays the same. */
    public void start(Part part) {
        switch (part) {
            case POSTGRES -> embeddedPostgres().start();
            case REDIS -> embeddedRedis().start();
            case KEYCLOAK -> embeddedKeycloak().startKeeping();
            default -> throw new IllegalArgumentException(part.words() + " is started by product().launch");
        }
    }

    /** Stops a server, for tests of bad luck. */
    public void stop(Part part) {
        switch (part) {
            case POSTGRES -> embeddedPostgres().stop();
            case REDIS -> embeddedRedis().stop();
            case KEYCLOAK -> embeddedKeycloak().stop();
            default -> throw new IllegalArgumentException(part.words() + " is stopped by product().stop");
        }
    }

    /** Stops all that runs under this folder, whoever started it. */
    void stopAll() {
        for (var part : Product.services()) {
            ServerProcess.java(state, part.id() + "-migrate").stop(Duration.ofSeconds(30));
            ServerProcess.java(state, part.id()).stop(Duration.ofSeconds(40));
        }
        embeddedKeycloak().stop();
        embeddedRedis().stop();
        embeddedPostgres().stop();
    }

    /** The process of a part, if it runs. */
    Optional<ProcessHandle> running(Part part) {
        return switch (part) {
            case POSTGRES -> embeddedPostgres().running();
            case REDIS -> embeddedRedis().running();
            case KEYCLOAK, KEYCLOAK_MANAGEMENT ->
                ServerProcess.java(state, Part.KEYCLOAK.id()).running();
            case GATEWAY, GATEWAY_MANAGEMENT ->
                ServerProcess.java(state, Part.GATEWAY.id()).running();
            case TENANT_SERVICE, CONVERSATIONS_SERVICE ->
                ServerProcess.java(state, part.id()).running();
        };
    }

    StateFolder state() {
        return state;
    }

    int port(Part part) {
        return state.remembered(part.id() + ".port").map(Integer::valueOf).orElseGet(() -> {
            int port = ports.choose(state, part.id());
            state.remember(part.id() + ".port", String.valueOf(port));
            return port;
        });
    }

    /** Whether this is a server that somebody else runs. */
    boolean isOutside(Part part) {
        return source == ServerSource.OUTSIDE && (part == Part.POSTGRES || part == Part.REDIS);
    }

    FixedPorts fixedPorts() {
        return (FixedPorts) ports;
    }

    /** The product of {@code ./alongside up}, which can begin to start before Keycloak is ready. */
    Product productThatKeepsRows(Keycloak keycloak) {
        return new Product(
                root,
                state,
                this::port,
                postgres(),
                redis(),
                keycloak,
                Map.of(
                        "tenant", postgres().serviceDatabase("tenant", "tenant"),
                        "conversations", postgres().serviceDatabase("conversations", "conversations")),
                Optional.empty());
    }

    private Redis startRedis() {
        return switch (source) {
            case EMBEDDED -> embeddedRedis().start();
            case CONTAINERS -> new Containers(state, System.getenv()).redis();
            case OUTSIDE -> new OutsideServers(System.getenv()).redis();
        };
    }

    private Postgres startPostgres() {
        return switch (source) {
            case EMBEDDED -> startEmbeddedPostgres();
            case CONTAINERS -> new Postgres(new Containers(state, System.getenv()).postgres(), state, root);
            case OUTSIDE -> new Postgres(new OutsideServers(System.getenv()).postgres(), state, root);
        };
    }

    private Postgres startEmbeddedPostgres() {
        // In one step, so that another module that starts at the same time does not lose the database it has just made.
        return state.locked("postgres", () -> {
            boolean adopted = embeddedPostgres().running().isPresent();
            var started = new Postgres(embeddedPostgres().start(), state, root);
            if (!adopted && !keepsRows) {
                started.dropTestDatabases();
            }
            return started;
        });
    }

    private Keycloak startKeycloak() {
        if (source == ServerSource.CONTAINERS) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> embeddedKeycloak().stop(), "stop-keycloak"));
        }
        return keepsRows
                ? embeddedKeycloak().startKeeping()
                : embeddedKeycloak().startFresh();
    }

    private Product startProduct() {
        if (keepsRows) {
            return productThatKeepsRows(keycloak());
        }
        for (var part : Product.services()) {
            ServerProcess.java(state, part.id()).stop(Duration.ofSeconds(40));
        }
        embeddedKeycloak().stop();
        keycloak.letGo();
        moveClock(Duration.ZERO);
        var started = new Product(
                root,
                state,
                this::port,
                postgres(),
                redis(),
                keycloak(),
                Map.of(
                        "tenant", postgres().createServiceDatabase("tenant"),
                        "conversations", postgres().createServiceDatabase("conversations")),
                Optional.of(state.rememberedFile(CLOCK_OFFSET)));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Product.services().forEach(started::stop), "stop-services"));
        Stream.of(Part.TENANT_SERVICE, Part.CONVERSATIONS_SERVICE).parallel().forEach(started::migrate);
        Product.services().forEach(started::launch);
        Product.services().forEach(started::await);
        return started;
    }

    private EmbeddedPostgres embeddedPostgres() {
        return new EmbeddedPostgres(state, programs(), ports);
    }

    private EmbeddedRedis embeddedRedis() {
        return new EmbeddedRedis(state, programs(), ports);
    }

    EmbeddedKeycloak embeddedKeycloak() {
        return new EmbeddedKeycloak(state, programs(), root, ports, EmbeddedKeycloak.realmOf(root), this::postgres);
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
