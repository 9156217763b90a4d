package uk.alongside.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.machine.PortChoice;
import uk.alongside.localstack.machine.Processes;
import uk.alongside.localstack.machine.StateFolder;

/** Kills a first start after different times; the next run has to continue from every state. */
@Tag("slow")
class KilledStartTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {300, 700, 1100, 1500, 2000, 3000})
    void isContinuedByTheNextRun(long milliseconds) throws Exception {
        var state = folder.resolve("state");
        var killed = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        First.class.getName(),
                        state.toString()))
                .inheritIO()
                .start();
        Thread.sleep(milliseconds);
        killed.destroyForcibly().waitFor();

        var next = new StateFolder(state);
        var postgres = postgres(next);
        var redis = redis(next);
        try {
            assertThat(answer(next, postgres.start())).isEqualTo("1");
            assertThat(RedisProbe.pidOf(redis.start()))
                    .isEqualTo(redis.running().map(ProcessHandle::pid));
            assertThat(postgres.servers()).containsExactly(postgres.running().orElseThrow());
            assertThat(redisServers(next)).containsExactly(redis.running().orElseThrow());
        } finally {
            postgres.stop();
            redis.stop();
        }
        assertThat(postgres.servers()).isEmpty();
        assertThat(redisServers(next)).isEmpty();
    }

    /** The run that is killed. */
    static final class First {

        private First() {}

        public static void main(String[] arguments) throws Exception {
            var state = new StateFolder(Path.of(arguments[0]));
            redis(state).start();
            postgres(state).start();
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    private static List<ProcessHandle> redisServers(StateFolder state) {
        return Processes.withMarker(state.file("redis.conf").toString());
    }

    private static String answer(StateFolder state, PostgresAddress address) throws SQLException {
        try (var connection = new Postgres(address, state, state.path())
                        .superuser("postgres")
                        .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static EmbeddedPostgres postgres(StateFolder state) {
        return new EmbeddedPostgres(state, programs(), PortChoice.ANY, false);
    }

    private static EmbeddedRedis redis(StateFolder state) {
        return new EmbeddedRedis(state, programs(), PortChoice.ANY);
    }

    private static Path programs() {
        return LocalStack.root().resolve(".alongside/programs");
    }
}
