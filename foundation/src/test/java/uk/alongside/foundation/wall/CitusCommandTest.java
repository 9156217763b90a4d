package uk.alongside.foundation.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import uk.alongside.foundation.proofs.WallViolated;
import uk.alongside.localstack.LocalStack;

/** Tests that nothing of Citus happens on plain PostgreSQL, and what the command does on a cluster if there is one. */
@Tag("slow")
class CitusCommandTest {

    private static final boolean CLUSTER = LocalStack.forTests().postgres().isCluster();

    private static Wall wall;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeAll
    static void build() {
        wall = Wall.build();
    }

    @Test
    void findsAndMendsTheFenceThatAShardOfAClusterHasLost() {
        assumeTrue(CLUSTER, "There is no Citus cluster.");
        assertThat(run("check")).as(this::said).isZero();
        JdbcClient.create(wall.superuser())
                .sql("select success from run_command_on_shards('app.resident', 'drop policy tenant_fence on %s')")
                .query(Boolean.class)
                .list();

        assertThat(run("check")).as(this::said).isEqualTo(CitusCommand.NOT_REPAIRED);
        assertThat(said())
                .contains("app.resident has the policies")
                .contains("The nodes differ from the coordinator in ");
        assertThat(run("repair")).as(this::said).isZero();
        assertThat(said()).endsWith("Every node has the wall of the coordinator.\n");
    }

    /** Leaves what a migration has forgotten to the proofs, as on plain PostgreSQL. */
    @Test
    void repairsNoTableOrFunctionOfTheCoordinator() {
        assumeTrue(CLUSTER, "There is no Citus cluster.");
        var superuser = JdbcClient.create(wall.superuser());
        superuser.sql("create table app.forgotten (tenant_id uuid primary key)").update();
        superuser.sql("alter table app.forgotten owner to conversations_owner").update();
        superuser
                .sql("create function app.forgets() returns int language sql as 'select 1'")
                .update();
        superuser
                .sql("alter function app.forgets() owner to conversations_owner")
                .update();
        superuser.sql("grant execute on function app.forgets() to public").update();
        try {
            assertThat(run("repair")).as(this::said).isZero();

            assertThatExceptionOfType(WallViolated.class)
                    .isThrownBy(() -> wall.proofs().check())
                    .withMessageContaining("P02 app.forgotten")
                    .withMessageContaining("EXECUTE to PUBLIC");
        } finally {
            superuser.sql("drop function app.forgets()").update();
            superuser.sql("drop table app.forgotten").update();
        }
    }

    @Test
    void isRefusedWhereThereIsNoCitus() {
        assumeFalse(CLUSTER, "There is a Citus cluster.");
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
        assumeFalse(CLUSTER, "There is a Citus cluster.");
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
