package uk.alongside.foundation.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.alongside.foundation.proofs.OtherRoles;
import uk.alongside.foundation.proofs.WallViolated;

@Tag("slow")
class MigrationTest {

    private static Wall wall;

    @BeforeAll
    static void build() {
        wall = Wall.build();
    }

    @Test
    void aSecondMigrationChangesNothing() {
        assertThatCode(() -> wall.migration(wall.keyFile()).run()).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseWithUnknownChangeSetsIsRefusedUnchanged() {
        var older = Wall.build();
        var superuser = JdbcClient.create(older.superuser());
        superuser.sql("""
                        insert into ops.databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
                        values ('0007-retired', 'alongside', 'db/changelog/changes/0007-retired.sql', now(), 99, 'EXECUTED')
                        """).update();

        assertThatExceptionOfType(Migration.MadeByAnotherVersion.class)
                .isThrownBy(() -> older.migration(older.keyFile(), "uk/alongside/foundation/forgetful-changelog.yaml")
                        .run())
                .withMessageContaining("0007-retired")
                .withMessageContaining("Nothing was changed");

        assertThat(superuser
                        .sql("select to_regclass('app.forgotten') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aDatabaseWithAnotherFormOfAChangeSetIsRefusedUnchanged() {
        var older = Wall.build();
        var superuser = JdbcClient.create(older.superuser());
        superuser
                .sql("update ops.databasechangelog set md5sum = '9:00000000000000000000000000000000' where id = ?")
                .param("wall-1-context")
                .update();

        assertThatExceptionOfType(Migration.MadeByAnotherVersion.class)
                .isThrownBy(() -> older.migration(older.keyFile()).run())
                .withMessageContaining("holds 1 change set that")
                .withMessageContaining("wall-1-context")
                .withMessageContaining("Nothing was changed");
    }

    @Test
    void aRoleOfTheServerIsAcceptedWhileTheInstallationNamesIt() {
        var named = new OtherRoles(Set.of("streaming_copy"));
        var own = Wall.build();

        own.migration(named).run();
        assertThatCode(() -> own.migration(named).run()).doesNotThrowAnyException();
        assertThatCode(() -> own.proofs(named).check()).doesNotThrowAnyException();
        assertThatExceptionOfType(WallViolated.class)
                .isThrownBy(() -> own.proofs().check())
                .withMessageContaining("exception P30 streaming_copy");

        own.migration(OtherRoles.NONE).run();
        assertThatCode(() -> own.proofs().check()).doesNotThrowAnyException();
    }

    @Test
    void aNewKeyIsAddedBesideTheOldOne() {
        wall.migration(Wall.keyFile("k2", 'b')).run();

        var keys = JdbcClient.create(wall.superuser())
                .sql("select kid from sec.context_key order by kid")
                .query(String.class)
                .list();

        assertThat(keys).containsExactly("k1", "k2");
    }

    @Test
    void aDifferentKeyUnderAKnownIdIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> wall.migration(Wall.keyFile("k1", 'c')).run())
                .withMessageContaining("a different context key");
    }

    @Test
    void theEnvironmentCannotNameTheService() {
        System.setProperty(Migration.SERVICE, "tenant");
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> wall.migration(wall.keyFile()).run())
                    .withStackTraceContaining("only the migration may set");
        } finally {
            System.clearProperty(Migration.SERVICE);
        }
    }

    @Test
    void aBackfillReachesEveryCouncilThroughTheHelperOnly() throws SQLException {
        var superuser = JdbcClient.create(wall.superuser());
        superuser
                .sql(
                        "insert into app.resident values (?, gen_random_uuid(), 'R1', 'x'), (?, gen_random_uuid(), 'R1', 'x')")
                .params(Wall.LARKSHIRE, Wall.MEADOWSHIRE)
                .update();
        try (var migrator = wall.session("conversations_migrator");
                var owner = migrator.createStatement()) {
            owner.execute("set role conversations_owner");

            assertThat(owner.executeUpdate("update app.resident set name = 'missed'"))
                    .isZero();
            owner.execute("call app.unforced('{app.resident}', $$update app.resident set name = 'filled'$$)");
        }

        assertThat(superuser
                        .sql("select name from app.resident")
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .list())
                .containsExactly("filled", "filled");
        assertThatCode(() -> wall.proofs().check()).doesNotThrowAnyException();
    }

    @Test
    void theFenceStaysWhenABackfillFails() throws SQLException {
        try (var migrator = wall.session("conversations_migrator");
                var owner = migrator.createStatement()) {
            owner.execute("set role conversations_owner");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> owner.execute("call app.unforced('{app.resident}', 'select 1 / 0')"));
        }

        assertThatCode(() -> wall.proofs().check()).doesNotThrowAnyException();
    }

    @Test
    void withoutCitusNoTableIsPlacedAndAnUnknownPlaceIsRefused() throws SQLException {
        try (var migrator = wall.session("conversations_migrator");
                var owner = migrator.createStatement()) {
            owner.execute("set role conversations_owner");
            owner.execute("call app.place('app.resident', 'shared')");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> owner.execute("call app.place('app.resident', 'somewhere')"))
                    .withMessageContaining("council or shared");
        }
    }
}
