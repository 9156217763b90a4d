package uk.alongside.foundation.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static uk.alongside.foundation.wall.Wall.LARKSHIRE;
import static uk.alongside.foundation.wall.Wall.MEADOWSHIRE;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.alongside.localstack.LocalStack;

/**
 * Attacks that an auditor would try with the runtime role's own password, without any of our code in between. Larkshire
 * attacks; Bob lives in Meadowshire. The numbers are those of docs/isolation-proofs.md.
 */
@Tag("slow")
class AttackTest {

    private static final UUID ADA = UUID.fromString("a2000000-0000-4000-8000-000000000001");
    private static final UUID BOB = UUID.fromString("b2000000-0000-4000-8000-000000000001");
    private static final String FENCED = "42501";

    /** Feature not supported, and Citus's own errors. */
    private static final List<String> REFUSED_BY_CITUS = List.of("0A000", "XX000");

    private static final boolean CLUSTER = LocalStack.forTests().postgres().isCluster();

    private static Wall wall;

    private Connection larkshire;

    @BeforeAll
    static void build() {
        wall = Wall.build();
    }

    @BeforeEach
    void fillBothCouncilsAndEnterOne() throws SQLException {
        try (var superuser = wall.superuser().getConnection()) {
            execute(superuser, """
                    delete from app.booking; delete from app.resident; delete from app.member; delete from app.visit;
                    insert into app.resident values
                      ('%1$s', '%3$s', 'R1', 'Ada Example'), ('%2$s', '%4$s', 'R1', 'Bob Example');
                    insert into app.booking values
                      ('%1$s', gen_random_uuid(), '%3$s', 'a note'), ('%2$s', gen_random_uuid(), '%4$s', 'a note');
                    insert into app.visit values ('%1$s', gen_random_uuid(), 2026), ('%2$s', gen_random_uuid(), 2026);
                    insert into app.member select c::uuid, gen_random_uuid(), 'i', 's', 'n', '{lead}', 'active', 1
                    from unnest(array['%1$s', '%2$s']) c;
                    insert into app.audit_event select c::uuid, c::uuid, now(), 'member', '%3$s', 'read', 'resident', '[]', '[]', 'k', sha256('a')
                    from unnest(array['%1$s', '%2$s']) c on conflict do nothing;
                    insert into app.audit_seal select c::uuid, 1, c::uuid, now(), 'k', sha256('a'), sha256('b')
                    from unnest(array['%1$s', '%2$s']) c on conflict do nothing;
                    insert into app.audit_subject select c::uuid, '%3$s', c::uuid
                    from unnest(array['%1$s', '%2$s']) c on conflict do nothing;
                    insert into app.audit_anchor select c::uuid, 1, sha256('a'), now()
                    from unnest(array['%1$s', '%2$s']) c on conflict do nothing;
                    insert into app.data_key select c::uuid, c::uuid, 'text', sha256('a'), 'k', now()
                    from unnest(array['%1$s', '%2$s']) c on conflict do nothing;
                    insert into app.suspended_council select c::uuid, c::uuid, now()
                    from unnest(array['%1$s', '%2$s']) c on conflict do nothing;
                    insert into app.note select c::uuid, c::uuid, 0, sha256('a')
                    from unnest(array['%1$s', '%2$s']) c on conflict do nothing;
                    insert into app.letter select c::uuid, c::uuid, sha256('a')
                    from unnest(array['%1$s', '%2$s']) c on conflict do nothing""".formatted(LARKSHIRE, MEADOWSHIRE, ADA, BOB));
        }
        larkshire = wall.session("conversations_app");
        larkshire.setAutoCommit(false);
        bind(larkshire, wall.context(LARKSHIRE));
    }

    @AfterEach
    void leave() throws SQLException {
        larkshire.close();
    }

    @Test
    @DisplayName("A5-1: without a context every table is empty")
    void withoutAContextEveryTableIsEmpty() throws SQLException {
        try (var stranger = wall.session("conversations_app")) {
            for (var table : tables()) {
                assertThat(strings(stranger, "select count(*) from " + table))
                        .as(table)
                        .containsExactly("0");
                assertThat(strings(larkshire, "select count(*) from " + table))
                        .as(table)
                        .containsExactly("1");
            }
        }
    }

    @Test
    @DisplayName("A5-2: after the transaction the same connection has no context")
    void afterTheTransactionEveryTableIsEmpty() throws SQLException {
        larkshire.commit();

        assertThat(strings(larkshire, "select current_setting('app.ctx', true)"))
                .containsExactly("");
        assertThat(strings(larkshire, "select name from app.resident")).isEmpty();
    }

    @Test
    @DisplayName("A5-3: a context set for the session is gone when the next borrower's transaction is bound")
    void aSessionLevelContextEndsWithTheNextBorrower() throws SQLException {
        execute(larkshire, "set session app.ctx = '" + wall.context(LARKSHIRE) + "'");
        larkshire.commit();

        bind(larkshire, wall.context(MEADOWSHIRE));

        assertThat(strings(larkshire, "select name from app.resident")).containsExactly("Bob Example");
        larkshire.commit();
        assertThat(strings(larkshire, "select name from app.resident")).isEmpty();
    }

    static Stream<String> foreignWrites() {
        var row = "('" + MEADOWSHIRE + "', gen_random_uuid(), 'R2', 'Mallory')";
        return Stream.of(
                "insert into app.resident values " + row,
                "insert into app.resident select '" + MEADOWSHIRE
                        + "', gen_random_uuid(), 'R2', name from app.resident",
                "insert into app.resident values " + row + " on conflict (tenant_id, id) do nothing",
                "insert into app.resident values ('" + MEADOWSHIRE + "', '" + BOB + "', 'R1', 'x')"
                        + " on conflict (tenant_id, id) do update set name = 'x'",
                "merge into app.resident r using (select '" + BOB + "'::uuid as id) s on r.id = s.id"
                        + " when matched then delete when not matched then insert values " + row,
                "update app.resident set tenant_id = '" + MEADOWSHIRE + "'",
                "update app.resident set tenant_id = '" + MEADOWSHIRE + "' where id = '" + ADA + "'");
    }

    @ParameterizedTest
    @MethodSource("foreignWrites")
    @DisplayName("A5-4, A5-5: no statement writes into another council or moves a row there")
    void noStatementWritesIntoAnotherCouncil(String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(larkshire, sql))
                .satisfies(refused -> {
                    // A Citus cluster moves no row to another council at all, and says so before it asks the fence.
                    if (!CLUSTER || !REFUSED_BY_CITUS.contains(refused.getSQLState())) {
                        assertThat(refused.getSQLState()).isEqualTo(FENCED);
                        assertThat(refused.getMessage()).contains("row-level security");
                    }
                });
    }

    @Test
    @DisplayName("A5-4: COPY does not write into another council")
    void copyDoesNotWriteIntoAnotherCouncil() throws SQLException {
        var copy = larkshire.unwrap(PGConnection.class).getCopyAPI();
        var row = MEADOWSHIRE + "," + UUID.randomUUID() + ",R2,Mallory\n";

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> copy("copy app.resident from stdin (format csv)", row, copy))
                .returns("0A000", SQLException::getSQLState);
    }

    @Test
    @DisplayName("A5-4: an update or delete of another council's row touches none")
    void updatesAndDeletesTouchNoForeignRow() throws SQLException {
        assertThat(execute(larkshire, "update app.resident set name = 'x' where id = '" + BOB + "'"))
                .isZero();
        assertThat(execute(larkshire, "delete from app.booking where tenant_id = '" + MEADOWSHIRE + "'"))
                .isZero();
        assertThat(execute(larkshire, "delete from app.resident where id = '" + BOB + "'"))
                .isZero();
        larkshire.commit();

        assertThat(JdbcClient.create(wall.superuser())
                        .sql("select name from app.resident where id = ?")
                        .param(BOB)
                        .query(String.class)
                        .list())
                .containsExactly("Bob Example");
    }

    @Test
    @DisplayName("A5-6: a reference to another council's row fails like one to a row that does not exist")
    void aReferenceDoesNotRevealAForeignRow() {
        var foreign =
                failureOf("insert into app.booking values ('" + LARKSHIRE + "', gen_random_uuid(), '" + BOB + "')");
        var never = failureOf(
                "insert into app.booking values ('" + LARKSHIRE + "', gen_random_uuid(), '" + UUID.randomUUID() + "')");

        assertThat(foreign).isEqualTo(never).contains("violates foreign key").doesNotContain(BOB.toString());
    }

    @Test
    @DisplayName("A5-7: another council's key can be used again")
    void aKeyOfAnotherCouncilCanBeUsedAgain() throws SQLException {
        execute(larkshire, "insert into app.resident values ('" + LARKSHIRE + "', '" + BOB + "', 'R9', 'Cleo')");

        assertThat(strings(larkshire, "select name from app.resident order by 1"))
                .containsExactly("Ada Example", "Cleo");
    }

    static Stream<String> leakyPredicates() {
        return Stream.of(
                "1 / (length(name) - length('Bob Example') + (name <> 'Bob Example')::int) >= 0",
                "1 / (case when name = 'Bob Example' then 0 else 1 end) = 1",
                "case when name like 'Bob%' then name::integer = 1 else true end",
                "(case when name = 'Bob Example' then name end)::date is null",
                "(name = 'Ada Example' or name::uuid is null)",
                "coalesce(nullif(name, 'Ada Example')::numeric, 0) = 0",
                "length(repeat(name, case when name = 'Bob Example' then 2000000000 else 1 end)) > 0",
                "exists (select from app.booking b where b.resident_id = resident.id"
                        + " and 1 / (case when resident.name = 'Bob Example' then 0 else 1 end) = 1)");
    }

    @ParameterizedTest
    @MethodSource("leakyPredicates")
    @DisplayName("A5-8: a predicate that fails on another council's row fails as if it were not there")
    void anErrorDoesNotRevealAForeignRow(String predicate) throws SQLException {
        var sql = "select name from app.resident where " + predicate;
        var present = outcomeOf(sql);
        larkshire.rollback();
        var superuser = JdbcClient.create(wall.superuser());
        superuser
                .sql("delete from app.booking where tenant_id = ?")
                .param(MEADOWSHIRE)
                .update();
        superuser
                .sql("delete from app.resident where tenant_id = ?")
                .param(MEADOWSHIRE)
                .update();
        bind(larkshire, wall.context(LARKSHIRE));

        assertThat(present).isEqualTo(outcomeOf(sql)).isEqualTo("[Ada Example]");
    }

    @Test
    @DisplayName("A5-13: the lookup of a member takes no forged context and leaves none behind")
    void theLookupOfAMemberTakesNoForgedContext() throws SQLException {
        try (var session = wall.session("conversations_app")) {
            var lookup = "select id from app.member_of('%s', 'i', 's', now())";
            var question = "select app.council_is_suspended('%s')";
            assertThat(inABlock(session, lookup.formatted(wall.context(LARKSHIRE))))
                    .isEmpty();
            assertThat(inABlock(session, question.formatted(wall.context(LARKSHIRE))))
                    .containsExactly("t");
            JdbcClient.create(wall.superuser())
                    .sql("delete from app.suspended_council")
                    .update();
            assertThat(inABlock(session, lookup.formatted(wall.context(LARKSHIRE))))
                    .hasSize(1);
            assertThat(inABlock(session, question.formatted(wall.context(LARKSHIRE))))
                    .containsExactly("f");
            assertThat(strings(session, "select current_setting('app.ctx', true)"))
                    .containsExactly("");
            assertThat(strings(session, "select name from app.resident")).isEmpty();
            for (var context :
                    List.of("", wall.context(LARKSHIRE).replace(LARKSHIRE.toString(), MEADOWSHIRE.toString()))) {
                for (var statement : List.of(lookup, question)) {
                    assertThatExceptionOfType(SQLException.class)
                            .isThrownBy(() -> inABlock(session, statement.formatted(context)))
                            .returns(FENCED, SQLException::getSQLState);
                }
            }
        }
    }

    @Test
    @DisplayName("A5-4: the job queue is fenced for reading and writing too")
    void theTasksOfAnotherCouncilAreOutOfReach() throws SQLException {
        try (var superuser = wall.superuser().getConnection()) {
            execute(superuser, """
                    delete from ops.scheduled_tasks;
                    insert into ops.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('rolling', '%1$s', now(), false, 1), ('rolling', '%2$s', now(), false, 1),
                           ('delivery', 'name/%1$s/x/1', now(), false, 1), ('delivery', 'name/%2$s/x/1', now(), false, 1),
                           ('catalogue-proofs', 'recurring', now(), false, 1)""".formatted(LARKSHIRE, MEADOWSHIRE));
        }
        assertThat(execute(larkshire, "update ops.scheduled_tasks set execution_time = '2999-01-01'"))
                .isEqualTo(2);
        for (var instance : List.of("%s", "name/%s/x/2", "%s ", "recurring")) {
            var insert = "insert into ops.scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
                    + " task_data) values ('more', '" + instance.formatted(MEADOWSHIRE) + "', now(), false, 1, 'x')";
            assertThat(failureOf(insert)).contains("row-level security");
        }
        assertThat(failureOf("update ops.scheduled_tasks set task_instance = '" + MEADOWSHIRE + "'"))
                .contains("row-level security");
        larkshire.commit();
        assertThat(strings(larkshire, "select count(*) from ops.scheduled_tasks"))
                .containsExactly("0");
        try (var jobs = wall.session("conversations_jobs")) {
            assertThat(strings(jobs, "select count(*) from ops.scheduled_tasks where execution_time < now()"))
                    .containsExactly("3");
        }
    }

    @Test
    @DisplayName("A5-9, A5-17: switching row security off makes statements fail")
    void rowSecurityCannotBeSwitchedOff() throws SQLException {
        execute(larkshire, "set row_security = off");

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> strings(larkshire, "select name from app.resident"))
                .returns(FENCED, SQLException::getSQLState);
    }

    @ParameterizedTest
    @DisplayName("A5-10: nothing that would take the fence away is allowed")
    @ValueSource(
            strings = {
                "set role conversations_owner",
                "set role postgres",
                "set session authorization postgres",
                "alter policy tenant_fence on app.resident using (true)",
                "drop policy tenant_fence on app.resident",
                "create policy mine on app.resident using (true)",
                "alter table app.resident disable row level security",
                "alter table app.resident no force row level security",
                "alter table app.resident owner to conversations_app",
                "create function app.mine(text) returns boolean language sql leakproof as 'select true'",
                "create function public.mine(text) returns boolean language sql as 'select true'",
                "create view app.mine as select 1",
                "create trigger mine before insert on app.resident execute function app.bind()",
                "truncate app.resident",
                "create temporary table mine (name text)",
                "create schema mine",
                "alter role conversations_app bypassrls",
                "alter role conversations_app set app.ctx = 'x'",
                "set session_replication_role = replica",
                "call app.fence('app.resident')",
                "call app.unforced('{app.resident}', 'delete from app.resident')",
                "call app.permit('app.resident', 'truncate')",
                "select * from sec.context_key",
                "select sec.hmac('a', 'b', 'sha256')",
                "insert into ops.allowed values ('P02', 'app.resident', 'because I say so')",
                "select lo_create(0)",
                "copy app.resident to program 'cat'",
                "select pg_read_file('postgresql.conf')"
            })
    void theFenceCannotBeTakenAway(String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(larkshire, sql))
                .satisfies(e -> assertThat(e.getSQLState()).isIn(FENCED, "42883"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_generic_plan", "force_custom_plan", "auto"})
    @DisplayName("A5-11: a prepared statement and its cached plan follow the council of each transaction")
    void aPreparedStatementFollowsTheCouncilOfItsTransaction(String mode) throws SQLException {
        assumeFalse(CLUSTER && mode.equals("force_generic_plan"), "Citus plans a named row for each value.");
        execute(larkshire, "prepare everybody as select name from app.resident");
        execute(larkshire, "prepare anybody(uuid) as select name from app.resident where id = $1");
        for (int i = 0; i < 16; i++) {
            larkshire.commit();
            var own = i % 2 == 0;
            bind(larkshire, wall.context(own ? LARKSHIRE : MEADOWSHIRE));
            execute(larkshire, "set local plan_cache_mode = " + mode);

            assertThat(strings(larkshire, "execute everybody")).containsExactly(own ? "Ada Example" : "Bob Example");
            assertThat(strings(larkshire, "execute anybody('" + BOB + "')")).hasSize(own ? 0 : 1);
        }
    }

    @Test
    @DisplayName("A5-12: a held cursor, a channel, a lock and a setting end when the next borrower is bound")
    void aConnectionLeavesNoStateToTheNextBorrower() throws SQLException {
        execute(larkshire, "declare loot cursor with hold for select name from app.resident");
        execute(larkshire, "listen loot");
        execute(larkshire, "select pg_advisory_lock(1)");
        execute(larkshire, "set search_path = pg_catalog");
        larkshire.commit();

        bind(larkshire, wall.context(MEADOWSHIRE));

        assertThat(strings(larkshire, "select 1 from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()"))
                .isEmpty();
        assertThat(strings(larkshire, "show search_path")).containsExactly("app, ext");
        assertThat(outcomeOf("fetch all from loot")).isEqualTo("34000");
        larkshire.rollback();
        bind(larkshire, wall.context(MEADOWSHIRE));
        larkshire.commit();
        assertThat(strings(larkshire, "select pg_listening_channels()")).isEmpty();
    }

    static Stream<String> forgeries() {
        var genuine = wall.context(LARKSHIRE);
        var past = Clock.fixed(Instant.now().minus(Duration.ofMinutes(6)), ZoneOffset.UTC);
        return Stream.of(
                genuine.replace(LARKSHIRE.toString(), MEADOWSHIRE.toString()),
                genuine.replace("|k1|", "|k2|"),
                genuine.replace("conversations_app", "conversations_owner"),
                genuine.substring(0, genuine.length() - 1),
                genuine + "0",
                genuine + "\n",
                genuine.toUpperCase(Locale.ROOT),
                " " + genuine,
                genuine.replaceFirst("\\|[0-9]{10}\\|", "|9999999999|"),
                key('a', "k1").sign(MEADOWSHIRE, "conversations_app", past),
                key('a', "k1").sign(MEADOWSHIRE, "conversations_jobs", Clock.systemUTC()),
                key('b', "k1").sign(MEADOWSHIRE, "conversations_app", Clock.systemUTC()),
                key('a', "k9").sign(MEADOWSHIRE, "conversations_app", Clock.systemUTC()),
                MEADOWSHIRE.toString(),
                "v1|k1|" + MEADOWSHIRE + "|conversations_app|9999999999|" + "0".repeat(64),
                "v1|k1|x|conversations_app|99999999999999999999|zz",
                "v1|||||",
                "|||||",
                "v1|k1|'; drop table app.resident; --|x|1|0",
                "x".repeat(100_000),
                "");
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    @DisplayName("A5-13: a context that was not made for this council, role and time shows nothing and says nothing")
    void aForgedContextShowsNoRow(String forged) throws SQLException {
        // Citus takes SET LOCAL to its nodes, and set_config to none: they would keep the context of the own council.
        try (var setting = larkshire.createStatement()) {
            setting.execute("set local app.ctx = " + setting.enquoteLiteral(forged));
        }

        assertThat(strings(larkshire, "select sec.tenant() is null")).containsExactly("t");
        assertThat(strings(larkshire, "select name from app.resident")).isEmpty();
        assertThat(bind(larkshire, forged)).isNull();
        assertThat(strings(larkshire, "select name from app.resident")).isEmpty();
    }

    @Test
    @DisplayName("A5-13: a plain setting that names a council has no effect")
    void aPlainSettingShowsNoRow() throws SQLException {
        execute(larkshire, "set local app.tenant = '" + MEADOWSHIRE + "'");
        execute(larkshire, "set local app.tenant_id = '" + MEADOWSHIRE + "'");

        assertThat(strings(larkshire, "select name from app.resident")).containsExactly("Ada Example");
    }

    @Test
    @DisplayName("A5-14: a context that is used again is valid for its own council and role only")
    void aReplayedContextIsValidForItsOwnCouncilOnly() throws SQLException {
        try (var second = wall.session("conversations_app");
                var jobs = wall.session("conversations_jobs")) {
            second.setAutoCommit(false);

            assertThat(bind(second, wall.context(LARKSHIRE))).isEqualTo(LARKSHIRE);
            assertThat(strings(second, "select name from app.resident")).containsExactly("Ada Example");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> bind(jobs, wall.context(LARKSHIRE)))
                    .returns(FENCED, SQLException::getSQLState);
        }
    }

    @Test
    @DisplayName("A5-15: ON CONFLICT shows another council's row to no condition (CVE-2026-120154)")
    void aConflictDoesNotShowAForeignRow() {
        var insert = "insert into app.resident values ('" + MEADOWSHIRE + "', '" + BOB + "', 'R1', 'x')"
                + " on conflict (tenant_id, id) do update set name = 'x'"
                + " where 1 / (case when resident.name = 'Bob Example' then 0 else 1 end) = 1";

        assertThat(outcomeOf(insert)).isEqualTo(FENCED);
    }

    @Test
    @DisplayName("A5-16: plans, statistics and activity hold no value of another council")
    void plansAndStatisticsHoldNoForeignValue() throws SQLException {
        JdbcClient.create(wall.superuser()).sql("analyze app.resident").update();
        try (var meadowshire = wall.session("conversations_app")) {
            meadowshire.setAutoCommit(false);
            bind(meadowshire, wall.context(MEADOWSHIRE));
            try (var find = meadowshire.prepareStatement("select name from app.resident where name = ?")) {
                find.setString(1, "Bob Example");
                find.executeQuery().close();

                var seen = new ArrayList<String>();
                seen.addAll(strings(larkshire, "explain (analyze, verbose) select * from app.resident"));
                seen.addAll(strings(larkshire, "select t::text from pg_stats t where schemaname = 'app'"));
                seen.addAll(strings(larkshire, "select t::text from pg_stat_activity t"));

                assertThat(seen).isNotEmpty().noneMatch(line -> line.contains("Bob"));
            }
        }
        assertThat(outcomeOf("select * from pg_statistic")).isEqualTo(FENCED);
    }

    @Test
    @DisplayName("A5-18: a partition asked directly is fenced too")
    void aPartitionShowsOnlyTheCouncilsOwnRows() throws SQLException {
        assertThat(strings(larkshire, "select tenant_id from app.visit_2026")).containsExactly(LARKSHIRE.toString());
        assertThat(outcomeOf("insert into app.visit_2026 values ('" + MEADOWSHIRE + "', gen_random_uuid(), 2026)"))
                .isEqualTo(FENCED);
    }

    @Test
    void eachRoleNeedsItsOwnPassword() {
        assertThatExceptionOfType(PSQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(wall.database().jdbcUrl(), "conversations_app", "wrong"))
                .returns("28P01", PSQLException::getSQLState);
    }

    private static ContextKey key(char digit, String kid) {
        return ContextKey.read(Wall.keyFile(kid, digit));
    }

    private static List<String> tables() {
        return JdbcClient.create(wall.superuser())
                .sql("select format('app.%I', relname) from pg_class"
                        + " where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private static @Nullable UUID bind(Connection session, String context) throws SQLException {
        try (var bind = session.prepareStatement("select app.bind(?)")) {
            bind.setString(1, context);
            try (var council = bind.executeQuery()) {
                council.next();
                return council.getObject(1, UUID.class);
            }
        }
    }

    private static long copy(String sql, String rows, CopyManager copy) throws SQLException {
        try {
            return copy.copyIn(sql, new StringReader(rows));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int execute(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        }
    }

    /** Asks in a transaction block, as the services do. A Citus cluster takes the context to its nodes only there. */
    private static List<String> inABlock(Connection session, String sql) throws SQLException {
        session.setAutoCommit(false);
        try {
            return strings(session, sql);
        } finally {
            session.rollback();
            session.setAutoCommit(true);
        }
    }

    private static List<String> strings(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(sql)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(String.valueOf(rows.getString(1)));
            }
            return strings;
        }
    }

    private String outcomeOf(String sql) {
        try {
            return strings(larkshire, sql).toString();
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private String failureOf(String sql) {
        try {
            var before = larkshire.setSavepoint();
            try {
                execute(larkshire, sql);
                return "";
            } catch (PSQLException e) {
                larkshire.rollback(before);
                return String.valueOf(e.getServerErrorMessage());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
