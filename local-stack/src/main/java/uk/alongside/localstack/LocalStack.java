package uk.alongside.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.alongside.localstack.machine.Lazy;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.PortChoice;
import uk.alongside.localstack.machine.ServerProcess;
import uk.alongside.localstack.machine.StateFolder;
import uk.alongside.localstack.servers.Containers;
import uk.alongside.localstack.servers.EmbeddedKeycloak;
import uk.alongside.localstack.servers.EmbeddedPostgres;
import uk.alongside.localstack.servers.EmbeddedRedis;
import uk.alongside.localstack.servers.Keycloak;
import uk.alongside.localstack.servers.OutsideServers;
import uk.alongside.localstack.servers.Postgres;
import uk.alongside.localstack.servers.Redis;
import uk.alongside.localstack.servers.ServerSource;

/** The servers of a run. Each server starts when it is first used; a server that already runs is kept. */
public final class LocalStack {

    private static final String FOLDER_OF_TESTS = ".alongside/test";
    private static final String FOLDER_OF_WHOLE_PRODUCT = FOLDER_OF_TESTS + "/product";

    private static final Lazy<LocalStack> TESTS = new Lazy<>(() -> ofTests(folderOfTests(FOLDER_OF_TESTS)));
    private static final Lazy<LocalStack> WHOLE_PRODUCT =
            new Lazy<>(() -> ofTests(folderOfTests(FOLDER_OF_WHOLE_PRODUCT)));

    private static final String CLOCK_OFFSET = "clock-offset";

    private final Path root;
    private final StateFolder state;
    private final PortChoice ports;
    private final boolean keepsData;
    private final ServerSource source = ServerSource.of(System.getenv());
    private final Lazy<Postgres> postgres = new Lazy<>(this::startPostgres);
    private final Lazy<Redis> redis = new Lazy<>(this::startRedis);
    private final Lazy<Keycloak> keycloak = new Lazy<>(this::startKeycloak);
    private final Lazy<Product> product = new Lazy<>(this::startProduct);

    private LocalStack(Path root, StateFolder state, PortChoice ports, boolean keepsData) {
        this.root = root;
        this.state = state;
        this.ports = ports;
        this.keepsData = keepsData;
    }

    /**
     * The servers for tests, shared by the modules of a checkout and kept under {@code .alongside/test}. They stay when
     * the tests end, so that the next module finds them; {@code ./alongside test} and {@code ./alongside down} end them.
     */
    public static LocalStack forTests() {
        return TESTS.get();
    }

    /**
     * The servers for tests that run the whole product. They are not those of {@link #forTests}, because these tests stop
     * and kill servers while the tests of other modules run. An outside PostgreSQL is one server with one set of roles, so
     * there both are the same, and the modules run one after another.
     */
    public static LocalStack forTestsOfTheProduct() {
        return WHOLE_PRODUCT.get();
    }

    /** The servers for tests that an earlier process may have left running. */
    public static List<LocalStack> leftByTests() {
        return Stream.of(FOLDER_OF_TESTS, FOLDER_OF_WHOLE_PRODUCT)
                .map(LocalStack::folderOfTests)
                .distinct()
                .filter(folder -> Files.isDirectory(root().resolve(folder)))
                .map(LocalStack::ofTests)
                .toList();
    }

    private static LocalStack ofTests(String folder) {
        var root = root();
        return new LocalStack(root, new StateFolder(root.resolve(folder)), PortChoice.ANY, false);
    }

    private static String folderOfTests(String embedded) {
        return switch (ServerSource.of(System.getenv())) {
            // Containers lose their data when they end, so the state beside them belongs to this process only.
            case CONTAINERS ->
                FOLDER_OF_TESTS + "/containers-" + ProcessHandle.current().pid();
            // A Keycloak that keeps its rows on another server is another one.
            case OUTSIDE_POSTGRES -> FOLDER_OF_TESTS + "/outside-postgres";
            case OUTSIDE -> FOLDER_OF_TESTS;
            case EMBEDDED -> embedded;
        };
    }

    /** The stack of {@code ./alongside up}, which keeps its data from run to run. */
    public static LocalStack ofUp(Path root, Optional<Integer> firstPort) {
        if (ServerSource.of(System.getenv()).isForTestsOnly()) {
            throw new LocalStackException(
                    "This ALONGSIDE_STACK is for tests, whose databases are dropped. Leave it out,"
                            + " or give addresses with ALONGSIDE_STACK=outside.");
        }
        var state = new StateFolder(root.resolve(".alongside"));
        return new LocalStack(root, state, FixedPorts.of(state, firstPort, System.getenv()), true);
    }

    /** The stack that {@code ./alongside up} has started. */
    public static LocalStack ofUp() {
        return ofUp(root(), Optional.empty());
    }

    /**
     * The environment with which a service runs against this stack, for example in an IDE.
     *
     * @throws LocalStackException when the stack's servers do not run
     */
    public Map<String, String> environmentOf(Part service) {
        return productOfUp("./alongside up --without " + service.id()).environmentOf(service);
    }

    /**
     * The product of {@code ./alongside up}.
     *
     * @throws LocalStackException when the stack's servers do not run
     */
    public Product runningProduct() {
        return productOfUp("./alongside up");
    }

    private Product productOfUp(String command) {
        for (var server : List.of(Part.POSTGRES, Part.REDIS, Part.KEYCLOAK)) {
            if (!isOutside(server) && running(server).isEmpty()) {
                throw new LocalStackException(
                        server.words() + " does not run. Start the local stack first: " + command);
            }
        }
        return productOfUp(embeddedKeycloak().handle());
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
     * The three services from the jars of this checkout, for tests. They have empty databases and an unused Keycloak, and
     * stop when the tests' process ends.
     */
    public Product product() {
        return product.get();
    }

    /**
     * Moves the clock of the services of a test to this offset from the machine's, at once and also while they run. Only
     * {@link #forTests} has such a clock.
     */
    public void moveClock(Duration offset) {
        if (keepsData) {
            throw new LocalStackException("The clock of ./alongside up is the machine's and cannot be moved.");
        }
        state.remember(CLOCK_OFFSET, offset.toString());
    }

    /** Starts a server again after a stop or a kill, at the same address. */
    public void start(Part part) {
        requireOwn(part);
        switch (part) {
            case POSTGRES -> embeddedPostgres().start();
            case REDIS -> embeddedRedis().start();
            case KEYCLOAK -> embeddedKeycloak().startKeeping();
            default -> throw new IllegalArgumentException(part.words() + " is started by product().launch");
        }
    }

    /** Stops a server, for tests of outages. */
    public void stop(Part part) {
        requireOwn(part);
        switch (part) {
            case POSTGRES -> embeddedPostgres().stop();
            case REDIS -> embeddedRedis().stop();
            case KEYCLOAK -> embeddedKeycloak().stop();
            default -> throw new IllegalArgumentException(part.words() + " is stopped by product().stop");
        }
    }

    private void requireOwn(Part part) {
        if (isOutside(part)) {
            throw new LocalStackException(
                    part.words() + " runs outside this stack, which neither starts nor stops it.");
        }
    }

    /** Stops every process that runs from this folder, including those that other runs started. */
    public void stopAll() {
        for (var part : Product.services()) {
            ServerProcess.java(state, part.id() + "-migrate").stop(Duration.ofSeconds(30));
            ServerProcess.java(state, part.id()).stop(Duration.ofSeconds(40));
        }
        embeddedKeycloak().stop();
        embeddedRedis().stop();
        if (source == ServerSource.OUTSIDE_POSTGRES) {
            postgres().dropAll();
        } else {
            embeddedPostgres().stop();
        }
    }

    /** The process of a part, if the part runs. */
    public Optional<ProcessHandle> running(Part part) {
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

    public StateFolder state() {
        return state;
    }

    public int port(Part part) {
        return state.remembered(part.id() + ".port").map(Integer::valueOf).orElseGet(() -> {
            int port = ports.choose(state, part.id());
            state.remember(part.id() + ".port", String.valueOf(port));
            return port;
        });
    }

    /** Returns whether this server runs outside this stack. */
    public boolean isOutside(Part part) {
        return switch (source) {
            case OUTSIDE -> part == Part.POSTGRES || part == Part.REDIS;
            case OUTSIDE_POSTGRES -> part == Part.POSTGRES;
            case EMBEDDED, CONTAINERS -> false;
        };
    }

    public FixedPorts fixedPorts() {
        return (FixedPorts) ports;
    }

    /** The product of {@code ./alongside up}; its services may start before Keycloak is ready. */
    public Product productOfUp(Keycloak keycloak) {
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
            case EMBEDDED, OUTSIDE_POSTGRES -> embeddedRedis().start();
            case CONTAINERS -> new Containers(state, System.getenv()).redis();
            case OUTSIDE -> new OutsideServers(System.getenv()).redis();
        };
    }

    private Postgres startPostgres() {
        return switch (source) {
            case EMBEDDED -> startEmbeddedPostgres();
            case CONTAINERS -> new Postgres(new Containers(state, System.getenv()).postgres(), state, root);
            case OUTSIDE -> new Postgres(new OutsideServers(System.getenv()).postgres(), state, root);
            case OUTSIDE_POSTGRES -> connectToOutsidePostgres();
        };
    }

    /** Uses a server outside. The databases of tests are dropped when the tests' process ends. */
    private Postgres connectToOutsidePostgres() {
        var servers = new OutsideServers(System.getenv());
        var postgres = new Postgres(servers.postgresOfTheAddress(), state, root, servers.prefix());
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::dropTestDatabases, "drop-test-databases"));
        return postgres;
    }

    private Postgres startEmbeddedPostgres() {
        // A rename does this in one step, so that another module that starts at the same time keeps its new database.
        return state.locked("postgres", () -> {
            boolean adopted = embeddedPostgres().running().isPresent();
            var started = new Postgres(embeddedPostgres().start(), state, root);
            if (!adopted && !keepsData) {
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
        return keepsData
                ? embeddedKeycloak().startKeeping()
                : embeddedKeycloak().startFresh();
    }

    private Product startProduct() {
        if (keepsData) {
            return productOfUp(keycloak());
        }
        for (var part : Product.services()) {
            ServerProcess.java(state, part.id()).stop(Duration.ofSeconds(40));
        }
        embeddedKeycloak().stop();
        keycloak.clear();
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
        return new EmbeddedPostgres(state, programs(), ports, keepsData || Service.AT_FULL_SPEED);
    }

    private EmbeddedRedis embeddedRedis() {
        return new EmbeddedRedis(state, programs(), ports);
    }

    public EmbeddedKeycloak embeddedKeycloak() {
        return new EmbeddedKeycloak(state, programs(), root, ports, EmbeddedKeycloak.realmOf(root), this::postgres);
    }

    private Path programs() {
        return root.resolve(".alongside/programs");
    }

    /** The checkout: the property {@code alongside.root}, or the nearest parent folder with the {@code alongside} script. */
    public static Path root() {
        var property = System.getProperty("alongside.root");
        if (property != null) {
            return Path.of(property).toAbsolutePath().normalize();
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git")) || Files.exists(folder.resolve("alongside"))) {
                return folder;
            }
        }
        throw new LocalStackException("Run this inside a checkout of Alongside, or set the property alongside.root.");
    }
}
