package uk.alongside.foundation.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the replacement of the context key in a database that services use. */
@Tag("slow")
class ContextKeyCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Wall wall;
    private Path newFile;

    @BeforeEach
    void build() {
        wall = Wall.build();
        newFile = Wall.keyFile("k2", 'b');
        JdbcClient.create(wall.superuser())
                .sql("insert into app.resident values (?, gen_random_uuid(), 'R1', 'x')")
                .param(Wall.LARKSHIRE)
                .update();
    }

    /** The drill of docs/containers.md: at each step one container has the old file and one the new, as each step allows. */
    @Test
    void requestsWorkWhileTheKeyIsReplaced() throws SQLException {
        assertThat(residents(wall.keyFile())).isEqualTo(1);
        assertThat(residents(newFile)).as("before the key is added").isZero();

        assertThat(run(newFile, "add")).isZero();
        assertThat(residents(wall.keyFile()))
                .as("a container before its restart")
                .isEqualTo(1);
        assertThat(residents(newFile)).as("a container after its restart").isEqualTo(1);

        assertThat(run(newFile, "remove", "k1")).isZero();
        assertThat(residents(newFile)).isEqualTo(1);
        assertThat(residents(wall.keyFile())).as("a thief with the old key").isZero();
        assertThat(said()).contains("Added the key k2.", "Removed the key k1.");
    }

    @Test
    void rotateWaitsForTheLastPodWithTheEarlierKey() throws SQLException {
        try (var old = pod(wall.keyFile())) {
            assertThat(run(newFile, "rotate")).isZero();
            assertThat(keys()).containsExactly("k1", "k2");
            assertThat(run(newFile, "rotate")).isEqualTo(ContextKeyCommand.NOT_FINISHED);
            assertThat(keys()).containsExactly("k1", "k2");
            assertThat(old.isValid(5)).isTrue();
        }
        try (var fresh = pod(newFile)) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(connections("k1")).isZero());
            assertThat(run(newFile, "rotate", "--dry-run")).isZero();
            assertThat(keys()).containsExactly("k1", "k2");

            assertThat(run(newFile, "rotate")).isZero();
            assertThat(keys()).containsExactly("k2");
            assertThat(run(newFile, "rotate")).isZero();
            assertThat(fresh.isValid(5)).isTrue();
        }
        assertThat(said())
                .contains("1 are not of a pod with the key k2", "Removed the key k1.", "Nothing was changed.");
    }

    /** A pod of an earlier version does not say which key it has. */
    @Test
    void rotateWaitsForAConnectionOfUnknownKey() throws SQLException {
        run(newFile, "rotate");
        try (var unknown = wall.session("conversations_app")) {
            assertThat(unknown.isValid(5)).isTrue();
            assertThat(run(newFile, "rotate")).isEqualTo(ContextKeyCommand.NOT_FINISHED);
        }
        assertThat(keys()).containsExactly("k1", "k2");
    }

    @Test
    void aRotationThatWasKilledEndsWhenItIsRunAgain() {
        run(newFile, "add");

        assertThat(run(newFile, "rotate")).isZero();
        assertThat(keys()).containsExactly("k2");
    }

    @Test
    void aDryRunChangesNothing() {
        assertThat(run(newFile, "add", "--dry-run")).isZero();
        assertThat(keys()).containsExactly("k1");

        run(newFile, "add");
        assertThat(run(newFile, "remove", "k1", "--dry-run")).isZero();
        assertThat(keys()).containsExactly("k1", "k2");
        assertThat(said()).contains("Would add the key k2 beside k1.", "Would remove the key k1.");
    }

    @Test
    void theKeyOfTheFileIsNeverRemoved() {
        run(newFile, "add");

        assertThat(run(newFile, "remove", "k2")).isEqualTo(ContextKeyCommand.REFUSED);
        assertThat(keys()).containsExactly("k1", "k2");
    }

    @Test
    void theLastKeyIsNotRemovedForAFileWhoseKeyIsNotThere() {
        assertThat(run(newFile, "remove", "k1")).isEqualTo(ContextKeyCommand.REFUSED);
        assertThat(keys()).containsExactly("k1");
        assertThat(said()).contains("Run context-key add first.");
    }

    @Test
    void aThirdKeyIsRefused() {
        run(newFile, "add");

        assertThat(run(Wall.keyFile("k3", 'c'), "add")).isEqualTo(ContextKeyCommand.REFUSED);
        assertThat(keys()).containsExactly("k1", "k2");
    }

    @Test
    void anotherKeyWithAKnownIdIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> run(Wall.keyFile("k1", 'd'), "add"))
                .withMessageContaining("a different context key");
    }

    @Test
    void anUnknownKeyOrWordIsRefused() {
        assertThat(run(wall.keyFile(), "remove", "k9")).isEqualTo(ContextKeyCommand.REFUSED);
        assertThat(run(wall.keyFile(), "turn")).isEqualTo(ContextKeyCommand.REFUSED);
        assertThat(said()).contains("The database has no key k9. It has: k1.", "Use: context-key list");
    }

    @Test
    void theListNamesIdsAndNoKey() {
        run(newFile, "add");
        out.reset();

        assertThat(run(newFile, "list")).isZero();
        assertThat(said()).isEqualToNormalizingNewlines("k1\nk2 (in the key file)\n");
    }

    private int run(Path file, String... words) {
        var command = new ContextKeyCommand(
                wall.database().jdbcUrl(),
                "conversations_migrator",
                wall.database().password("conversations_migrator"),
                file,
                new PrintStream(out, true, StandardCharsets.UTF_8));
        var args = new ArrayList<>(List.of("context-key"));
        args.addAll(List.of(words));
        return command.execute(args.toArray(String[]::new));
    }

    /** Opens a connection as the pool of a service with this key file does. */
    private Connection pod(Path file) throws SQLException {
        var connection = wall.session("conversations_app");
        connection.setClientInfo("ApplicationName", ContextKey.read(file).applicationName());
        return connection;
    }

    private int connections(String id) {
        return JdbcClient.create(wall.superuser())
                .sql(
                        "select count(*) from pg_stat_activity where application_name = ? and datname = current_database()")
                .param("alongside key " + id)
                .query(Integer.class)
                .single();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<@Nullable String> keys() {
        return JdbcClient.create(wall.superuser())
                .sql("select kid from sec.context_key order by kid")
                .query(String.class)
                .list();
    }

    /** Counts the residents that a service with this key file sees, or 0 if the database rejects its signature. */
    private int residents(Path file) throws SQLException {
        try (var connection = wall.session("conversations_app")) {
            connection.setAutoCommit(false);
            try (var bind = connection.prepareStatement("select app.bind(?)")) {
                bind.setString(1, ContextKey.read(file).sign(Wall.LARKSHIRE, "conversations_app", Clock.systemUTC()));
                bind.execute();
            }
            try (var select = connection.prepareStatement("select count(*) from app.resident");
                    var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
