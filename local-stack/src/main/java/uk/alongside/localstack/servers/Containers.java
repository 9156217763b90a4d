package uk.alongside.localstack.servers;

import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import uk.alongside.localstack.machine.StateFolder;

/** PostgreSQL and Redis in containers, by Testcontainers. They stop when the process that started them ends. */
public final class Containers {

    private static final int POSTGRES_PORT = 5432;
    private static final int REDIS_PORT = 6379;

    private final StateFolder state;
    private final Map<String, String> environment;

    public Containers(StateFolder state, Map<String, String> environment) {
        this.state = state;
        this.environment = environment;
    }

    // A shutdown hook closes the container, which has to outlive its first user.
    @SuppressWarnings("resource")
    public PostgresAddress postgres() {
        var image = DockerImageName.parse(environment.getOrDefault("ALONGSIDE_POSTGRES_IMAGE", "postgres:18"));
        var container = new PostgreSQLContainer(image.asCompatibleSubstituteFor("postgres"))
                .withUsername("postgres")
                .withPassword(state.secret("postgres-superuser"))
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", "max_connections=200", "-c", "log_min_error_statement=panic");
        container.start();
        endWithThisProcess(container);
        return new PostgresAddress(
                container.getHost(),
                container.getMappedPort(POSTGRES_PORT),
                "postgres",
                state.secret("postgres-superuser"));
    }

    @SuppressWarnings("resource")
    public Redis redis() {
        var image = DockerImageName.parse(environment.getOrDefault("ALONGSIDE_REDIS_IMAGE", "redis:7"));
        var container = new GenericContainer<>(image)
                .withExposedPorts(REDIS_PORT)
                .withCommand(
                        "redis-server",
                        "--requirepass",
                        state.secret("redis"),
                        "--user",
                        Redis.GATEWAY_ACCOUNT + " >" + state.secret("redis-gateway") + " " + Redis.rulesOfGateway());
        container.start();
        endWithThisProcess(container);
        return new Redis(
                container.getHost(),
                container.getMappedPort(REDIS_PORT),
                state.secret("redis"),
                new Redis.Account(Redis.GATEWAY_ACCOUNT, state.secret("redis-gateway")));
    }

    private static void endWithThisProcess(GenericContainer<?> container) {
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-container"));
    }
}
