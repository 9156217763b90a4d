package uk.alongside.localstack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import uk.alongside.localstack.machine.StateFolder;
import uk.alongside.localstack.servers.Keycloak;
import uk.alongside.localstack.servers.Postgres;
import uk.alongside.localstack.servers.Redis;
import uk.alongside.localstack.servers.ServiceDatabase;

/** The product as it is delivered: the three services as processes, from the jars of this checkout. */
public final class Product {

    private static final Map<Part, String> SERVICES = Map.of(
            Part.TENANT_SERVICE, "tenant",
            Part.CONVERSATIONS_SERVICE, "conversations");

    private final Keycloak keycloak;
    private final Map<String, ServiceDatabase> databases;
    private final Postgres postgres;
    private final StateFolder state;
    private final Optional<Path> clockOffset;
    private final Map<Part, Service> services = new EnumMap<>(Part.class);

    Product(
            Path root,
            StateFolder state,
            ToIntFunction<Part> ports,
            Postgres postgres,
            Redis redis,
            Keycloak keycloak,
            Map<String, ServiceDatabase> databases,
            Optional<Path> clockOffset) {
        this.keycloak = keycloak;
        this.postgres = postgres;
        this.state = state;
        this.databases = Map.copyOf(databases);
        this.clockOffset = clockOffset;
        SERVICES.forEach((part, service) -> services.put(
                part, new Service(state, part, jar(root, part), ports, environmentOf(state, service, ports))));
        services.put(
                Part.GATEWAY,
                new Service(
                        state,
                        Part.GATEWAY,
                        jar(root, Part.GATEWAY),
                        ports,
                        environmentOfGateway(state, redis, ports)));
    }

    /** The gateway's address, which people and machine clients use. */
    public URI address() {
        return keycloak.publicUrl();
    }

    /** A service's own address, without the gateway. */
    public URI addressOf(Part service) {
        return URI.create("http://127.0.0.1:" + service(service).port());
    }

    /** Returns the address at which a service offers health and measurements. */
    public URI managementOf(Part service) {
        return URI.create("http://127.0.0.1:" + service(service).healthPort() + "/actuator");
    }

    /** Returns the file to which a service writes its log. */
    public Path logOf(Part service) {
        return service(service).log();
    }

    public ServiceDatabase databaseOf(Part service) {
        return java.util.Objects.requireNonNull(databases.get(SERVICES.get(service)));
    }

    public Postgres postgres() {
        return postgres;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    /** The key with which the service signs its contexts, as {@code kid:hex}, for tests that measure or forge. */
    public String contextKeyOf(Part service) {
        return state.secret("context-key-" + SERVICES.get(service), Product::newContextKey);
    }

    /** Returns whether the service's database was migrated to this build. */
    public boolean isMigrated(Part part) {
        return service(part).isMigrated();
    }

    /** The environment with which the service runs against this stack. */
    Map<String, String> environmentOf(Part part) {
        return service(part).environment();
    }

    /** Returns the environment in which an operator's command works on this product. */
    public Map<String, String> environmentOfOperator() {
        return Map.of(
                "ALONGSIDE_PUBLIC_URL", address().toString(),
                "ALONGSIDE_KEYCLOAK_ISSUER", keycloak.issuer().toString(),
                "ALONGSIDE_OPERATOR_SECRET", keycloak.secretOf("alongside-operator"),
                "ALONGSIDE_INSTALLATION_TEST_SECRET", keycloak.secretOf("installation-test"));
    }

    /** Returns the jar from which a service of this product runs. */
    public Path jarOf(Part part) {
        return jar(LocalStack.root(), part);
    }

    /** Migrates the service's database to this build, if that was not done before. */
    public boolean migrate(Part part) {
        var database = databaseOf(part);
        var migrator = database.service() + "_migrator";
        var service = service(part);
        postgres.releaseMigrationLock(database.name());
        return service.migrate(Map.of(
                "ALONGSIDE_MIGRATOR_USERNAME", migrator, "ALONGSIDE_MIGRATOR_PASSWORD", database.password(migrator)));
    }

    /** Starts a service without waiting for it; {@link #await} waits until it is healthy. */
    public void launch(Part part) {
        service(part).launch();
    }

    /** Starts a service like {@link #launch}, with these settings besides. */
    public void launch(Part part, Map<String, String> settings) {
        service(part).launch(settings);
    }

    public void await(Part part) {
        service(part).await();
    }

    /** Stops a service and waits until it has ended. */
    public void stop(Part part) {
        service(part).stop();
    }

    /** Kills a service, as a power cut would, and waits until the process and its port are gone. */
    public void kill(Part part) {
        service(part).running().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    public Optional<ProcessHandle> running(Part part) {
        return service(part).running();
    }

    private Service service(Part part) {
        return java.util.Objects.requireNonNull(
                services.get(part), () -> part.words() + " is not a service of this product");
    }

    private Map<String, String> environmentOf(StateFolder state, String service, ToIntFunction<Part> ports) {
        var database = java.util.Objects.requireNonNull(databases.get(service));
        var environment = new TreeMap<String, String>();
        environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        environment.put("SPRING_DATASOURCE_USERNAME", service + "_app");
        environment.put("SPRING_DATASOURCE_PASSWORD", database.password(service + "_app"));
        environment.put("ALONGSIDE_JOBS_USERNAME", service + "_jobs");
        environment.put("ALONGSIDE_JOBS_PASSWORD", database.password(service + "_jobs"));
        environment.put(
                "ALONGSIDE_CONTEXT_KEY_FILE",
                state.secretFile("context-key-" + service, Product::newContextKey)
                        .toString());
        environment.put(
                "ALONGSIDE_AUDIT_KEY_FILE",
                state.secretFile("audit-key-" + service, Product::newContextKey).toString());
        environment.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                keycloak.issuer().toString());
        environment.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI",
                keycloak.issuer() + "/protocol/openid-connect/certs");
        clockOffset.ifPresent(file -> {
            environment.put("ALONGSIDE_CLOCK_OFFSET_FILE", file.toString());
            environment.put("ALONGSIDE_JOBS_NIGHT", TestTime.night().toString());
            // A machine that runs many tests may stop a process for longer than an installation waits.
            if (service.equals("tenant")) {
                environment.put("ALONGSIDE_IDENTITY_CONNECT_TIMEOUT", "30s");
                environment.put("ALONGSIDE_IDENTITY_READ_TIMEOUT", "60s");
                environment.put("ALONGSIDE_CONVERSATIONS_CONNECT_TIMEOUT", "10s");
                environment.put("ALONGSIDE_CONVERSATIONS_READ_TIMEOUT", "30s");
                environment.put("ALONGSIDE_SIGN_IN_PROVIDER_TIMEOUT", "60s");
            }
        });
        if (service.equals("conversations")) {
            environment.put("ALONGSIDE_ENCRYPTION_KEY_FILE", encryptionKeyFile().toString());
            environment.put("ALONGSIDE_PUBLIC_USERNAME", "conversations_public");
            environment.put("ALONGSIDE_PUBLIC_PASSWORD", database.password("conversations_public"));
        }
        if (service.equals("tenant")) {
            environment.put(
                    "ALONGSIDE_BENCHMARK_KEY_FILE",
                    state.secretFile("benchmark-key-tenant", Product::newContextKey)
                            .toString());
            if (clockOffset.isEmpty()) {
                environment.put("ALONGSIDE_BENCHMARK_PEERS_FILE", peersFile().toString());
            }
            environment.put("ALONGSIDE_IDENTITY_URL", keycloak.issuer().toString());
            environment.put("ALONGSIDE_IDENTITY_CLIENT_SECRET", keycloak.secretOf("tenant-service"));
            environment.put(
                    "ALONGSIDE_IDENTITY_ADMINISTRATION_SECRET", keycloak.secretOf("tenant-service-administration"));
            environment.put("ALONGSIDE_MAIL_MODE", "outbox");
            // A council's provider for a trial runs on this machine too.
            environment.put("ALONGSIDE_SIGN_IN_PROVIDER_ALLOW_PRIVATE_ADDRESSES", "true");
            environment.put("ALONGSIDE_MAIL_LINKS", keycloak.publicUrl().toString());
            environment.put(
                    "ALONGSIDE_CONVERSATIONS_URL", "http://127.0.0.1:" + ports.applyAsInt(Part.CONVERSATIONS_SERVICE));
        }
        return environment;
    }

    private Map<String, String> environmentOfGateway(StateFolder state, Redis redis, ToIntFunction<Part> ports) {
        var environment = new TreeMap<String, String>();
        environment.put("ALONGSIDE_PUBLIC_URL", keycloak.publicUrl().toString());
        environment.put("ALONGSIDE_KEYCLOAK_ISSUER", keycloak.issuer().toString());
        environment.put("ALONGSIDE_KEYCLOAK_CLIENT_SECRET", keycloak.secretOf("gateway"));
        environment.put("ALONGSIDE_SESSION_COOKIE_KEY", state.secret("gateway-cookie-key", Product::newSecret));
        environment.put("ALONGSIDE_SERVICES_TENANT", "http://127.0.0.1:" + ports.applyAsInt(Part.TENANT_SERVICE));
        environment.put(
                "ALONGSIDE_SERVICES_CONVERSATIONS", "http://127.0.0.1:" + ports.applyAsInt(Part.CONVERSATIONS_SERVICE));
        environment.put("SPRING_DATA_REDIS_HOST", redis.host());
        environment.put("SPRING_DATA_REDIS_PORT", String.valueOf(redis.port()));
        environment.put("SPRING_DATA_REDIS_USERNAME", redis.gateway().username());
        environment.put("SPRING_DATA_REDIS_PASSWORD", redis.gateway().password());
        clockOffset.ifPresent(_ -> environment.put("SPRING_DATA_REDIS_TIMEOUT", "10s"));
        return environment;
    }

    private static Path jar(Path root, Part part) {
        var folder = root.resolve(part.id()).resolve("target");
        try (var jars = Files.newDirectoryStream(folder, part.id() + "-*.jar")) {
            for (var jar : jars) {
                if (!jar.toString().matches(".*-(tests|sources|javadoc)\\.jar")) {
                    return jar;
                }
            }
        } catch (java.io.IOException notBuilt) {
            return folder.resolve(part.id() + ".jar");
        }
        return folder.resolve(part.id() + ".jar");
    }

    private static String newSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns the file with the key that wraps the councils' data keys. */
    public Path encryptionKeyFile() {
        return state.secretFile("encryption-key-conversations", Product::newContextKey);
    }

    /** Returns the file with the sheets of invented councils, which only {@code ./alongside up} has. */
    public Path peersFile() {
        return state.rememberedFile("benchmark-peers.json");
    }

    private static String newContextKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var id = new byte[4];
        new SecureRandom().nextBytes(id);
        return "k" + HexFormat.of().formatHex(id) + ":" + HexFormat.of().formatHex(bytes);
    }

    public static List<Part> services() {
        return List.of(Part.TENANT_SERVICE, Part.CONVERSATIONS_SERVICE, Part.GATEWAY);
    }
}
