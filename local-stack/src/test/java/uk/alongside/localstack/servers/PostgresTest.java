package uk.alongside.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.alongside.localstack.machine.PortChoice;
import uk.alongside.localstack.machine.Processes;
import uk.alongside.localstack.machine.StateFolder;

@Tag("slow")
class PostgresTest {

    @TempDir
    private static Path folder;

    private static StateFolder state;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        state = new StateFolder(folder.resolve("state"));
        server = embedded();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void isKeptByTheNextRun() {
        var before = server.running().orElseThrow().pid();

        var again = embedded().start();

        assertThat(embedded().running().orElseThrow().pid()).isEqualTo(before);
        assertThat(again.port()).isEqualTo(server.start().port());
    }

    @Test
    void startsOnceWhenSeveralAskAtTheSameTime() {
        server.stop();

        var ports = IntStream.range(0, 4)
                .parallel()
                .map(_ -> embedded().start().port())
                .distinct()
                .toArray();

        assertThat(ports).hasSize(1);
        assertThat(server.servers()).hasSize(1);
    }

    @Test
    void dropsOnlyTheDatabasesOfItsPrefixOnAServerThatOthersUseToo() throws Exception {
        var shared = new Postgres(server.start(), state, folder, "mine_");
        var others = postgres();
        others.createDatabase("mine_accounts");
        others.createDatabase("yours_sample_test_0123456789ab");
        var plain = others.createServiceDatabase("sample");
        var mine = shared.createServiceDatabase("sample");
        var copy = shared.copyOf(mine);
        shared.recreateDatabase(
                shared.named("keycloak"), new Postgres.Login("mine_keycloak", "made-up"), Optional.empty());

        assertThat(mine.name()).matches("mine_sample_test_[0-9a-f]{12}");
        assertThat(copy.name()).matches("mine_sample_test_[0-9a-f]{12}");
        shared.dropTestDatabases();
        assertThat(shared.exists(mine.name())).isFalse();
        assertThat(shared.exists(copy.name())).isFalse();
        assertThat(shared.exists("mine_keycloak")).isTrue();
        shared.dropAll();

        assertThat(shared.exists("mine_keycloak")).isFalse();
        assertThat(others.exists("mine_accounts")).isTrue();
        assertThat(others.exists("yours_sample_test_0123456789ab")).isTrue();
        assertThat(others.exists(plain.name())).isTrue();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(others::dropAll);
    }

    @Test
    void keepsItsRowsAndItsPortAfterAKill() throws Exception {
        var before = server.start();
        var database = postgres().createServiceDatabase("sample");
        execute(database, "create table kept (word text); insert into kept values ('here')");

        Kill.andWait(server.running().orElseThrow(), before.port());
        var after = embedded().start();

        assertThat(after).isEqualTo(before);
        assertThat(query(database, "select word from kept")).isEqualTo("here");
    }

    @Test
    void stopsAServerWhosePidFileIsGone() throws Exception {
        server.start();
        var stray = server.running().orElseThrow();
        Files.delete(state.file("postgres").resolve("postmaster.pid"));

        embedded().start();

        assertThat(Processes.isAlive(stray)).isFalse();
        assertThat(server.running()).isPresent();
    }

    @Test
    void countsOnlyTheServerAndNotItsConnections() {
        var address = server.start();
        var known = server.running().orElseThrow();
        var asking = new AtomicBoolean(true);
        try (var askers = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                var _ = askers.submit(() -> {
                    while (asking.get()) {
                        new Postgres(address, state, folder)
                                .superuser("postgres")
                                .getConnection()
                                .close();
                    }
                    return true;
                });
            }
            try {
                for (int i = 0; i < 200; i++) {
                    assertThat(server.servers()).containsExactly(known);
                }
            } finally {
                asking.set(false);
            }
        }
    }

    @Test
    void replacesAnUnfinishedDataFolder() throws Exception {
        var half = new StateFolder(folder.resolve("half"));
        Files.createDirectories(half.file("postgres"));
        Files.writeString(half.file("postgres").resolve("postgresql.conf"), "nonsense");
        var other = new EmbeddedPostgres(half, folder.resolve("programs"), PortChoice.ANY, true);
        try {
            assertThat(other.start().port()).isNotEqualTo(server.start().port());
        } finally {
            other.stop();
        }
    }

    @Test
    void rejectsAWrongPassword() {
        var address = server.start();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(address.jdbcUrl("postgres"), "postgres", "wrong"))
                .extracting(SQLException::getSQLState)
                .isEqualTo("28P01");
    }

    @Test
    void isDurableLocalAndProtectedByPasswords() throws Exception {
        server.start();
        var database = postgres().createServiceDatabase("sample");

        assertThat(query(database, "show fsync")).isEqualTo("on");
        assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
        assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(
                        query(
                                database,
                                "select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()"))
                .isEqualTo("b C.UTF-8");
        assertThat(query(database, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                .isEqualTo("0");
    }

    @Test
    void createsADatabaseForEachTestThatItsRolesCanUse() throws Exception {
        server.start();
        var one = postgres().createServiceDatabase("sample");
        var two = postgres().createServiceDatabase("sample");

        assertThat(one.name()).isNotEqualTo(two.name()).startsWith("sample_test_");
        assertThat(one.passwords())
                .containsOnlyKeys("sample_app", "sample_jobs")
                .isEqualTo(two.passwords());
        try (var connection = DriverManager.getConnection(one.jdbcUrl(), "sample_app", one.password("sample_app"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void canBootstrapTheSameDatabaseTwice() {
        server.start();

        var first = postgres().serviceDatabase("sample", "sample_twice");
        var second = postgres().serviceDatabase("sample", "sample_twice");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void copiesRowsAndRightsOfADatabase() throws Exception {
        server.start();
        var template = postgres().createServiceDatabase("sample");
        execute(template, "create table copied (word text); insert into copied values ('twice')");

        var copy = postgres().copyOf(template);

        assertThat(query(copy, "select word from copied")).isEqualTo("twice");
        assertThat(query(copy, "select has_database_privilege('sample_app', current_database(), 'connect')"))
                .isEqualTo("t");
        assertThat(query(copy, "select has_database_privilege('sample_app', current_database(), 'temp')"))
                .isEqualTo("f");
        try (var connection = DriverManager.getConnection(copy.jdbcUrl(), "sample_app", copy.password("sample_app"));
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show work_mem")) {
            answer.next();
            assertThat(answer.getString(1)).isEqualTo("5MB");
        }
    }

    @Test
    void keepsItsSecretsReadableByTheirOwnerOnly() throws Exception {
        server.start();
        postgres().createServiceDatabase("sample");

        try (var secrets = Files.list(state.folder("secrets"))) {
            assertThat(secrets)
                    .isNotEmpty()
                    .allSatisfy(
                            secret -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                                    .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void dropsOnlyTheDatabasesOfEarlierTests() {
        server.start();
        var left = postgres().createServiceDatabase("sample");
        postgres().serviceDatabase("sample", "sample_stays");

        postgres().dropTestDatabases();

        assertThat(postgres().exists(left.name())).isFalse();
        assertThat(postgres().exists("sample_stays")).isTrue();
    }

    @Test
    void endsWhenItIsStopped() {
        server.start();
        var process = server.running().orElseThrow();

        server.stop();

        assertThat(Processes.isAlive(process)).isFalse();
        assertThat(Processes.waitFor(Duration.ZERO, server::running)).isEmpty();
    }

    private static EmbeddedPostgres embedded() {
        return new EmbeddedPostgres(state, folder.resolve("programs"), PortChoice.ANY, true);
    }

    private static Postgres postgres() {
        return new Postgres(server.start(), state, folder);
    }

    private static void execute(ServiceDatabase database, String sql) throws SQLException {
        try (var connection = postgres().superuser(database.name()).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(ServiceDatabase database, String sql) throws SQLException {
        try (var connection = postgres().superuser(database.name()).getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
