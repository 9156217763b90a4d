package uk.alongside.foundation.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.alongside.foundation.proofs.Proofs.Violation;
import uk.alongside.foundation.wall.Wall;
import uk.alongside.localstack.LocalStack;

/** Seeds one defect at a time, as anyone with full control of the server could, and checks that the proofs find it. */
@Tag("slow")
class ProofsTest {

    private static final String OTHER_VERSION =
            "The list describes views and built-in functions as PostgreSQL 18 does. On another version neither is compared.";

    private static final OtherRoles HELPER = new OtherRoles(Set.of("helper"));

    private static Wall wall;

    /** A defect, and the rule that must find it. */
    record Defect(String rule, String sql) {}

    static Stream<Defect> defects() {
        return Stream.of(
                new Defect("P00", "grant select on sec.context_key to conversations_app"),
                new Defect("P00", "grant execute on function sec.hmac(bytea, bytea, text) to conversations_app"),
                new Defect("P00", "grant usage on schema sec to conversations_jobs"),
                new Defect("P00", "grant delete on ops.scheduled_tasks to conversations_app"),
                new Defect("P00", "grant update (kid) on sec.context_key to conversations_jobs"),
                new Defect(
                        "P00",
                        "alter default privileges for role conversations_owner grant select on tables to conversations_app"),
                new Defect("P01", "create table app.leak (id uuid primary key)"),
                new Defect("P01", "create table public.leak (id uuid primary key)"),
                new Defect(
                        "P01",
                        "alter table app.resident drop constraint resident_pkey cascade,"
                                + " alter tenant_id drop not null"),
                new Defect("P01", "create table app.leak (tenant_id text not null)"),
                new Defect("P02", "alter table app.resident disable row level security"),
                new Defect("P02", "alter table app.resident no force row level security"),
                new Defect("P02", "create table app.visit_2027 partition of app.visit for values in (2027)"),
                new Defect("P03", "drop policy tenant_fence on app.resident"),
                new Defect("P03", "alter policy tenant_fence on app.resident to conversations_app"),
                new Defect("P03", "alter policy tenant_fence on app.resident using (true)"),
                new Defect("P03", "alter policy tenant_fence on app.resident with check (true)"),
                new Defect(
                        "P03",
                        "drop policy tenant_fence on app.resident;"
                                + " create policy tenant_fence on app.resident as restrictive for select to public"
                                + " using (tenant_id = sec.tenant())"),
                new Defect(
                        "P03",
                        "drop policy tenant_fence on app.resident;"
                                + " create policy tenant_fence on app.resident for all to public"
                                + " using (tenant_id = sec.tenant()) with check (tenant_id = sec.tenant())"),
                new Defect(
                        "P03",
                        "create function app.tenant() returns uuid language sql as 'select null::uuid';"
                                + " alter policy tenant_fence on app.resident using (tenant_id = app.tenant())"),
                new Defect("P04", "create policy support on app.resident for select to public using (true)"),
                new Defect(
                        "P04",
                        "create policy support on app.resident to conversations_app"
                                + " using (tenant_id = sec.tenant()) with check (true)"),
                new Defect("P05", "alter table app.resident add unique (reference)"),
                new Defect("P05", "create unique index on app.resident (lower(reference), tenant_id)"),
                new Defect("P05", "alter table app.resident add exclude using gist (name with =, tenant_id with =)"),
                new Defect(
                        "P06",
                        "alter table app.resident add unique (id);"
                                + " alter table app.booking add foreign key (resident_id) references app.resident (id)"),
                new Defect(
                        "P06",
                        "alter table app.resident add unique (id, tenant_id);"
                                + " alter table app.booking add foreign key (tenant_id, resident_id)"
                                + " references app.resident (id, tenant_id)"),
                new Defect("P07", "drop index app.booking_resident"),
                new Defect(
                        "P07",
                        "drop index app.booking_resident;" + " create index on app.booking (resident_id, tenant_id)"),
                new Defect("P08", "create view app.everyone as select * from app.resident"),
                new Defect("P08", "create view public.everyone as select * from app.resident"),
                new Defect("P09", "create materialized view app.everyone as select * from app.resident"),
                new Defect(
                        "P10",
                        "create function app.peek() returns bigint language sql security definer"
                                + " set search_path = pg_catalog as 'select count(*) from app.resident'"),
                new Defect("P10", "alter function sec.tenant() reset search_path"),
                new Defect("P10", "grant execute on function sec.tenant() to public"),
                new Defect("P11", "alter role conversations_app bypassrls"),
                new Defect("P11", "alter role conversations_jobs superuser"),
                new Defect("P11", "alter role conversations_app createrole"),
                new Defect("P11", "alter role conversations_owner login"),
                // What a Citus cluster needs is a defect where there is none.
                new Defect("P00", "grant connect on database %s to conversations_owner"),
                new Defect("P11", "alter role conversations_owner login password null valid until '-infinity'"),
                new Defect("P30", "alter role conversations_owner login password null valid until '-infinity'"),
                new Defect("P34", "alter role conversations_migrator set citus.enable_unsafe_triggers = on"),
                new Defect("P34", "alter role conversations_app set citus.skip_advisory_lock_permission_checks = on"),
                new Defect("P39", "grant connect on database %s to conversations_owner"),
                new Defect("P12", "grant conversations_owner to conversations_app"),
                new Defect("P12", "grant pg_read_all_data to conversations_jobs"),
                new Defect("P12", "create role stranger; grant conversations_owner to stranger"),
                new Defect("P12", "create role stranger; grant conversations_app to stranger"),
                new Defect("P13", "alter table app.resident owner to conversations_app"),
                new Defect("P13", "alter table ops.databasechangelog owner to conversations_app"),
                new Defect("P13", "alter function app.bind(text, integer) owner to conversations_app"),
                new Defect("P14", "create role support bypassrls"),
                new Defect("P14", "create role support createrole"),
                new Defect("P14", "create role support; grant pg_write_all_data to support"),
                new Defect("P15", "grant truncate on app.resident to conversations_app"),
                new Defect("P15", "grant references on app.resident to conversations_app"),
                new Defect("P15", "grant trigger on app.resident to conversations_app"),
                new Defect("P16", "grant select on app.resident to public"),
                new Defect("P16", "grant select (name) on app.resident to public"),
                new Defect("P17", "grant delete on app.member to conversations_app"),
                new Defect("P17", "grant select on app.resident to conversations_jobs"),
                new Defect("P17", "grant update (subject) on app.member to conversations_app"),
                new Defect("P17", "revoke select on app.resident from conversations_app"),
                new Defect("P18", "alter role conversations_app set app.ctx = 'v1'"),
                new Defect("P18", "alter role all set row_security = off"),
                new Defect(
                        "P19",
                        "create function app.careless(text) returns boolean language sql immutable leakproof"
                                + " as 'select true'"),
                new Defect("P19b", "alter function pg_catalog.texticlike(text, text) leakproof"),
                new Defect("P19b", "alter function pg_catalog.textlike(text, text) leakproof"),
                new Defect("P19b", "alter function pg_catalog.int4div(integer, integer) leakproof"),
                new Defect("P19b", "alter function pg_catalog.int4in(cstring) leakproof"),
                new Defect("P19b", "alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof"),
                new Defect("P19", "alter function ext.similarity_op(text, text) leakproof"),
                new Defect("P20", "create sequence app.number"),
                new Defect("P20", "alter table app.resident add number bigint generated always as identity"),
                new Defect("P21", "create publication everything for all tables"),
                new Defect("P22", "create rule quiet as on delete to app.booking do instead nothing"),
                new Defect("P23", "select lo_create(0)"),
                new Defect("P24", "grant temporary on database %s to conversations_app"),
                new Defect("P24", "grant create on schema app to conversations_app"),
                new Defect(
                        "P25",
                        "create function app.run(text) returns void language plpgsql"
                                + " as 'begin execute $1; end'; grant execute on function app.run(text) to conversations_app"),
                new Defect(
                        "P26",
                        "create or replace function sec.tenant() returns uuid language plpgsql stable"
                                + " security definer set search_path = pg_catalog, pg_temp"
                                + " as 'begin return current_setting(''app.tenant'')::uuid; end'"),
                new Defect("P26", "alter function sec.tenant() volatile"),
                new Defect("P26", "create function app.other() returns integer language sql as 'select 1'"),
                new Defect("P26", "drop procedure app.fence(regclass)"),
                new Defect("P11", "alter role conversations_migrator inherit"),
                new Defect("P12", "grant conversations_owner to conversations_migrator with admin option"),
                new Defect("P00", "alter table sec.context_key owner to conversations_app"),
                // A control that approves itself: each defect also writes the list that it needs.
                new Defect(
                        "P27",
                        "grant select on sec.context_key to conversations_app; insert into ops.reviewed_grant"
                                + " values ('conversations_app', 'sec.context_key', 'SELECT')"),
                new Defect(
                        "P39",
                        "create table ops.person_cache (id uuid primary key, name text);"
                                + " alter table ops.person_cache owner to conversations_owner;"
                                + " grant select, insert on ops.person_cache to conversations_app;"
                                + " insert into ops.reviewed_grant select role, object, privilege from ops.granted"
                                + " where object = 'ops.person_cache'"),
                new Defect(
                        "P28",
                        "grant update, delete on app.audit_event to conversations_app; insert into ops.reviewed_grant"
                                + " select role, object, privilege from ops.granted where object = 'app.audit_event'"
                                + " on conflict do nothing"),
                new Defect("P28", "grant update (kind) on app.audit_event to conversations_app"),
                new Defect("P29", "drop trigger append_only on app.audit_event"),
                new Defect("P29", "alter table app.audit_event disable trigger append_only"),
                new Defect("P29", "alter table app.audit_subject enable replica trigger append_only"),
                new Defect(
                        "P29",
                        "drop trigger append_only on app.audit_anchor; create trigger append_only before update"
                                + " on app.audit_anchor for each statement execute function app.audit_is_append_only()"),
                new Defect(
                        "P26",
                        "create function ops.copy() returns trigger language plpgsql as 'begin return new; end';"
                                + " alter function ops.copy() owner to conversations_owner"),
                new Defect(
                        "P39",
                        "create function ops.copy() returns trigger language plpgsql as 'begin return new; end';"
                                + " create trigger copy after insert on app.resident for each row execute function ops.copy()"),
                new Defect(
                        "P39",
                        "create or replace function sec.tenant() returns uuid language plpgsql stable"
                                + " security definer set search_path = pg_catalog, pg_temp"
                                + " as 'begin return current_setting(''app.tenant'')::uuid; end';"
                                + " update ops.reviewed_function set digest = encode(sha256(convert_to(concat_ws('|', 'plpgsql',"
                                + " 'uuid', true, 's', '{\"search_path=pg_catalog, pg_temp\"}',"
                                + " 'begin return current_setting(''app.tenant'')::uuid; end'), 'UTF8')), 'hex')"
                                + " where signature = 'sec.tenant()'"),
                new Defect("P39", "insert into ops.allowed values ('P02', 'app.resident', 'It is open for a while.')"),
                new Defect(
                        "P39",
                        "drop view ops.violation; create view ops.violation as"
                                + " select ''::text as rule, ''::text as object, ''::text as detail where false"),
                new Defect(
                        "P27",
                        "insert into ops.allowed values ('P27', 'sec.context_key', 'It is open for a while.');"
                                + " grant select on sec.context_key to conversations_app"),
                // Slips of an administrator of the server.
                new Defect("P30", "create role helper login superuser"),
                new Defect("P30", "create role helper login replication"),
                new Defect("P30", "create role helper login createrole"),
                new Defect("P30", "create role helper login"),
                new Defect("P30", "create role helper; grant pg_read_all_data to helper"),
                new Defect("P35", "create role helper login; alter database %s owner to helper"),
                new Defect("P35", "alter database %s owner to conversations_app"),
                new Defect("P35", "alter schema app owner to conversations_app"),
                new Defect("P35", "alter schema ext owner to conversations_app"),
                new Defect("P35", "create schema extra"),
                new Defect("P31", "grant select on pg_statistic to conversations_app"),
                new Defect("P31", "grant select (stavalues1) on pg_statistic to conversations_app"),
                new Defect("P31", "grant select on pg_authid to conversations_app"),
                new Defect("P31", "grant execute on function pg_read_file(text) to conversations_app"),
                new Defect("P31", "grant execute on function lo_create(oid) to conversations_jobs"),
                new Defect("P32", "grant set on parameter session_replication_role to conversations_app"),
                new Defect(
                        "P33",
                        "alter extension pg_trgm add table app.resident;"
                                + " alter table app.resident disable row level security"),
                new Defect("P33", "create extension pgrowlocks"),
                new Defect(
                        "P33",
                        "create or replace function sec.hmac(bytea, bytea, text) returns bytea language sql immutable"
                                + " strict parallel safe as $$select '\\x00'::bytea$$"),
                new Defect("P34", "alter role conversations_app set log_statement = 'all'"),
                new Defect("P34", "alter database %s set log_statement = 'all'"),
                new Defect("P34", "alter role conversations_jobs reset all"),
                new Defect(
                        "P36",
                        "insert into sec.context_key select 'k' || n, sha256(n::text::bytea) from generate_series(2, 3) n"),
                new Defect("P36", "delete from sec.context_key"),
                new Defect(
                        "P37",
                        "set local allow_system_table_mods = on; create function pg_catalog.uuid_same(uuid, uuid)"
                                + " returns boolean language sql as 'select true'"),
                // A wall that looks whole: what it stands on was switched off, or goes around it.
                new Defect("P39", "grant select on app.resident to conversations_app with grant option"),
                new Defect("P06", "alter table app.booking disable trigger all"),
                new Defect(
                        "P06",
                        "alter table app.booking add constraint later foreign key (tenant_id, resident_id)"
                                + " references app.resident (tenant_id, id) not valid"),
                new Defect("P03", "alter policy tenant_fence on app.resident using (tenant_id = sec.tenant() or true)"),
                new Defect("P04", "create policy wide on app.audit_event for select using (true)"),
                new Defect("P02", "create table app.more_residents () inherits (app.resident)"),
                new Defect(
                        "P08",
                        "create view app.everyone with (security_invoker = false) as select * from app.resident"),
                new Defect(
                        "P09",
                        "create foreign data wrapper away; create server away foreign data wrapper away;"
                                + " create foreign table app.away (tenant_id uuid not null) server away"),
                new Defect("P10", "alter function app.bind(text, integer) security definer"),
                new Defect(
                        "P26",
                        "create function ext.watch() returns event_trigger language plpgsql as 'begin end';"
                                + " create event trigger watch on ddl_command_end execute function ext.watch()"),
                new Defect("P34", "alter role conversations_app set session_replication_role = replica"),
                new Defect("P12", "grant conversations_app to conversations_jobs"),
                new Defect("P38", "grant connect on database postgres to conversations_app"),
                new Defect("P38", "grant temporary on database postgres to public"),
                new Defect("P38", "grant connect on database template1 to public"));
    }

    @BeforeAll
    static void build() {
        wall = Wall.build();
    }

    @Test
    void theProofsFindNoDefectInTheWallAsBuilt() {
        assertThatCode(() -> wall.proofs().check()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void theProofsFindTheSeededDefect(Defect defect) throws SQLException {
        assertThat(rulesBrokenBy(defect)).contains(defect.rule());
    }

    /** Lists changes after which the wall looks whole: what it stands on was replaced. */
    static Stream<Defect> replacedBuiltIns() {
        return Stream.of(
                new Defect(
                        "P39",
                        "set local allow_system_table_mods = on;"
                                + " create or replace function pg_catalog.uuid_eq(uuid, uuid) returns boolean"
                                + " language internal immutable strict parallel safe leakproof as 'uuid_ne'"),
                new Defect("P39", "update pg_proc set prosrc = 'uuid_ne' where proname = 'uuid_eq'"),
                new Defect(
                        "P39",
                        "update pg_operator set oprcode = 'uuid_ne'::regproc"
                                + " where oprname = '=' and oprleft = 'uuid'::regtype"));
    }

    @ParameterizedTest
    @MethodSource("replacedBuiltIns")
    @EnabledIf(value = "theListIsOfThisVersion", disabledReason = OTHER_VERSION)
    void theProofsFindAReplacedBuiltIn(Defect defect) throws SQLException {
        assertThat(rulesBrokenBy(defect)).contains(defect.rule());
    }

    /** On a server of yours, the tests may meet another version than the embedded one (local-stack/README.md). */
    static boolean theListIsOfThisVersion() {
        return JdbcClient.create(wall.superuser())
                                .sql("show server_version_num")
                                .query(Integer.class)
                                .single()
                        / 10_000
                == 18;
    }

    /** Lists changes that an administrator could make on one node of a Citus cluster. The database plays the node here. */
    static Stream<String> defectsOfANode() {
        return Stream.of(
                "drop policy tenant_fence on app.resident",
                "drop policy tenant_fence on app.resident; create policy tenant_fence on app.resident for all to public"
                        + " using (tenant_id = sec.tenant()) with check (tenant_id = sec.tenant())",
                "drop policy tenant_rows on app.resident",
                "alter policy tenant_fence on app.resident using (true)",
                "create policy wide on app.resident using (true)",
                "alter table app.resident no force row level security",
                "alter table app.resident disable row level security",
                "create table app.resident_102008 (tenant_id uuid not null)",
                "alter table app.audit_event disable trigger append_only",
                "drop trigger append_only on app.audit_event",
                "grant execute on function sec.tenant() to public",
                "alter function sec.tenant() reset search_path",
                "create or replace function sec.hmac(bytea, bytea, text) returns bytea language sql immutable"
                        + " strict parallel safe as $$select '\\x00'::bytea$$",
                "grant execute on function lo_create(oid) to public",
                "select lo_create(0)",
                "grant select on app.resident to conversations_jobs",
                "grant select (name) on app.resident to public",
                "grant usage on schema public to public",
                "grant temporary on database %s to public",
                "alter default privileges for role conversations_owner grant execute on functions to public",
                "alter role conversations_app bypassrls",
                "create role stranger bypassrls",
                "alter role conversations_app set row_security = off",
                "grant conversations_owner to conversations_app",
                "create extension pgrowlocks",
                "create schema extra",
                "create table public.copy (id uuid)",
                "create rule quiet as on delete to app.booking do instead nothing",
                "create function ext.watch() returns event_trigger language plpgsql as 'begin end';"
                        + " create event trigger watch on ddl_command_end execute function ext.watch()",
                "grant set on parameter session_replication_role to conversations_app",
                "update pg_proc set prosrc = 'uuid_ne' where proname = 'uuid_eq'");
    }

    /** P40 compares these facts of each node with those of the coordinator. */
    @ParameterizedTest
    @MethodSource("defectsOfANode")
    void theFactsOfANodeShowTheSeededDefect(String defect) throws SQLException {
        assumeOneServer();
        try (var connection = wall.superuser().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                var coordinator = nodeFacts(connection);
                statement.execute(defect.replace("%s", wall.database().name()));

                assertThat(coordinator.containsAll(nodeFacts(connection))).isFalse();
            } finally {
                connection.rollback();
            }
        }
    }

    private static Set<@Nullable String> nodeFacts(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select fact from ops.node_fact")
                .query(String.class)
                .set();
    }

    @Test
    void aShardIsDescribedAsItsTable() throws SQLException {
        try (var connection = wall.superuser().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                var coordinator = nodeFacts(connection);
                statement.execute("create table app.resident_102008 (tenant_id uuid not null);"
                        + " alter table app.resident_102008 owner to conversations_owner;"
                        + " call app.fence('app.resident_102008')");

                assertThat(coordinator).containsAll(nodeFacts(connection));
            } finally {
                connection.rollback();
            }
        }
    }

    /** Every rule must find a seeded defect; a rule that finds none may be broken. */
    @Test
    void everyRuleFindsASeededDefect() {
        var rules =
                JdbcClient.create(wall.superuser()).sql("""
                        select distinct m[1] from regexp_matches(
                          pg_get_viewdef('ops.violation'::regclass), '''(P[0-9]{2}[a-z]?)''', 'g') m""").query(String.class).set();

        var killed = defects().map(Defect::rule).collect(Collectors.toSet());

        rules.addAll(Set.of("P19b", "P39"));
        assertThat(killed).isEqualTo(rules).hasSize(41);
    }

    @Test
    void aMigrationCannotPermitATableOutsideAppAndShared() throws SQLException {
        try (var migrator = wall.session("conversations_migrator");
                var owner = migrator.createStatement()) {
            owner.execute("set role conversations_owner");

            for (var table : List.of("sec.context_key", "ops.allowed", "pg_catalog.pg_statistic")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> owner.execute("call app.permit('" + table + "', 'select')"))
                        .withMessageContaining("only tables of the schemas app and shared");
            }
        }
    }

    /** Writes the list as it is to {@code target}, so that a reviewed change can be copied. */
    @Test
    @EnabledIf(value = "theListIsOfThisVersion", disabledReason = OTHER_VERSION)
    void theListOfTheReleaseIsTheOneOfThisDatabase() throws IOException {
        var facts = String.join("\n", ReviewedWall.facts(JdbcClient.create(wall.superuser()))) + "\n";
        Files.writeString(Path.of("target/reviewed-wall.txt"), facts);

        assertThat(new ClassPathResource("uk/alongside/foundation/reviewed-wall.txt").getContentAsString(UTF_8))
                .isEqualTo(facts);
    }

    @Test
    void theProofsAcceptOnlyExceptionsWithANameAndAReason() throws SQLException {
        var defect = new Defect("P20", "create sequence app.number");
        var allowed = "insert into ops.allowed values ('P20', 'app.number', 'Counts no council, in a test.')";

        assertThat(rulesBrokenBy(new Defect("P20", defect.sql() + "; " + allowed)))
                .doesNotContain("P20");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () -> rulesBrokenBy(new Defect("P20", allowed.replace("Counts no council, in a test.", ""))));
    }

    /** A role that is named may copy the server and watch it. The same roles are defects where they are not named. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create role helper login replication",
                "create role helper login in role pg_monitor",
                "create role helper login connection limit 1"
            })
    void theInstallationMayNameRolesThatCopyAndWatch(String role) throws SQLException {
        assertThat(rulesBrokenWithNamed(role)).isEmpty();
        assertThat(rulesBrokenBy(new Defect("P30", role))).contains("P30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create role helper login superuser",
                "create role helper login bypassrls",
                "create role helper login createrole",
                "create role helper login in role pg_read_all_data",
                "create role helper login in role pg_execute_server_program",
                "create role helper login in role conversations_app",
                "create role helper login; grant select on app.resident to helper",
                "create role helper login; grant connect on database %s to helper"
            })
    void theInstallationCannotNameARoleThatCouldReadACouncil(String role) throws SQLException {
        assertThat(rulesBrokenWithNamed(role)).isNotEmpty();
    }

    /** Neither the service's setting nor the database's list is enough alone. */
    @Test
    void aNamedRoleStandsInTheSettingAndInTheDatabase() throws SQLException {
        var role = "create role helper login replication";
        var listed = role + "; insert into ops.allowed values ('P30', 'helper', 'named by the installation')";

        assertThat(rulesBrokenBy(new Defect("P39", listed))).containsExactly("P39");
        assertThat(rulesBrokenWith(connection -> rulesBrokenBy(new Defect("P30", role), connection, HELPER)))
                .containsOnly("P30", "P39");
    }

    private static List<String> rulesBrokenWithNamed(String role) throws SQLException {
        return rulesBrokenWith(connection -> {
            HELPER.write(connection);
            return rulesBrokenBy(new Defect("", role), connection, HELPER);
        });
    }

    @Test
    void aViolationNamesItsRuleAndItsObject() {
        var superuser = JdbcClient.create(wall.superuser());
        superuser.sql("create sequence app.number").update();
        try {
            assertThatExceptionOfType(WallViolated.class)
                    .isThrownBy(() -> wall.proofs().check())
                    .withMessageContaining("P20 app.number");
        } finally {
            superuser.sql("drop sequence app.number").update();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {140_099, 150_019, 160_015, 170_011, 180_005})
    void aServerWithKnownWaysAroundRowSecurityIsRefused(int version) {
        assertThatExceptionOfType(WallViolated.class).isThrownBy(() -> Proofs.requirePatched(version));
    }

    @ParameterizedTest
    @ValueSource(ints = {150_020, 160_016, 170_012, 180_006, 190_001})
    void aPatchedServerIsAccepted(int version) {
        assertThatCode(() -> Proofs.requirePatched(version)).doesNotThrowAnyException();
    }

    private static void assumeOneServer() {
        assumeFalse(
                LocalStack.forTests().postgres().isCluster(),
                "The proofs ask every node of a cluster over other connections, which would wait for the defect.");
    }

    private static List<String> rulesBrokenBy(Defect defect) throws SQLException {
        return rulesBrokenWith(connection -> rulesBrokenBy(defect, connection));
    }

    private interface Seeding {
        List<String> rulesBroken(Connection connection) throws SQLException;
    }

    private static List<String> rulesBrokenWith(Seeding seeding) throws SQLException {
        assumeOneServer();
        try (var connection = wall.superuser().getConnection()) {
            connection.setAutoCommit(false);
            try {
                return seeding.rulesBroken(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> rulesBrokenBy(Defect defect, Connection connection) throws SQLException {
        return rulesBrokenBy(defect, connection, OtherRoles.NONE);
    }

    private static List<String> rulesBrokenBy(Defect defect, Connection connection, OtherRoles otherRoles)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(defect.sql().replace("%s", wall.database().name()));
        }
        return new Proofs(new SingleConnectionDataSource(connection, true), Wall.CHANGELOG, otherRoles)
                .violations().stream().map(Violation::rule).toList();
    }
}
