package uk.alongside.foundation.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests that nothing of Citus happens on plain PostgreSQL. docs/citus-nodes.md says what was tried on a cluster. */
@Tag("slow")
class CitusCommandTest {

    private static Wall wall;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeAll
    static void build() {
        wall = Wall.build();
    }

    @Test
    void isRefusedWhereThereIsNoCitus() {
        assertThat(run("check")).isEqualTo(CitusCommand.REFUSED);
        assertThat(run("repair")).isEqualTo(CitusCommand.REFUSED);

        assertThat(said())
                .isEqualToNormalizingNewlines("This database is not one of a Citus cluster, so it has no nodes."
                        + " Nothing was changed.\n"
                        + "This database is not one of a Citus cluster, so it has no nodes. Nothing was changed.\n");
    }

    @Test
    void anUnknownWordIsRefused() {
        assertThat(run()).isEqualTo(CitusCommand.REFUSED);
        assertThat(run("mend")).isEqualTo(CitusCommand.REFUSED);
        assertThat(run("repair", "--dry-run")).isEqualTo(CitusCommand.REFUSED);

        assertThat(said()).contains("Use: citus check, or citus repair.");
    }

    @Test
    void theRepairDoesNothingWhereThereIsNoCitus() throws SQLException {
        try (var migrator = wall.session("conversations_migrator");
                var owner = migrator.createStatement()) {
            owner.execute("set role conversations_owner");
            owner.execute("call app.repair_nodes()");
        }

        assertThatCode(() -> wall.proofs().check()).doesNotThrowAnyException();
    }

    @Test
    void theProofOfTheNodesFindsNothingWhereThereIsNoCitus() throws SQLException {
        try (var app = wall.session("conversations_app");
                var statement = app.createStatement();
                var rows = statement.executeQuery("select * from sec.node_violation()")) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void theOwnerCannotLogInWhereThereIsNoCitus() {
        var owner = JdbcClient.create(wall.superuser())
                .sql("select rolcanlogin or has_database_privilege(oid, current_database(), 'connect')"
                        + " from pg_roles where rolname = 'conversations_owner'")
                .query(Boolean.class)
                .single();

        assertThat(owner).isFalse();
    }

    private int run(String... words) {
        var command = new CitusCommand(
                wall.database().jdbcUrl(),
                "conversations_migrator",
                wall.database().password("conversations_migrator"),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        var args = new ArrayList<>(List.of("citus"));
        args.addAll(List.of(words));
        return command.execute(args.toArray(String[]::new));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
