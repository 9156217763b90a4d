package uk.alongside.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlRulesTest {

    @Test
    void areKeptByTheChangelogOfFoundation() {
        assertThat(SqlRules.brokenInChangelog("uk/alongside/foundation/test-changelog.yaml"))
                .isEmpty();
    }

    @Test
    void areKeptByTheCodeOfFoundation() {
        assertThat(SqlRules.brokenInCode("uk.alongside.foundation")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table shared.a (id uuid primary key)                                      | without a name
            create table shared.a (id uuid, b text check (b <> ''))                          | without a name
            create table shared.a (id uuid, b uuid references shared.b (id))                 | without a name
            create table shared.a (id uuid, unique (id))                                     | without a name
            alter table app.a add column b text check (b <> '')                              | without a name
            call app.unforced('{app.a}', $$ alter table app.a add check (b <> '') $$)        | without a name
            alter table app.a add column b text, add constraint b check (b <> '')            | beside another
            alter table app.a drop constraint c, add constraint b check (b <> '')            | beside another
            alter table shared.a add constraint b foreign key (b) references shared.b (id)   | to a shared table
            alter table app.a add constraint b foreign key (b) references shared.b (id)      | to a shared table
            alter table app.a add constraint b foreign key (b) references app.b (id)         | start with tenant_id
            alter table app.a add column b uuid constraint b references app.b (id)           | start with tenant_id
            create trigger other after insert on app.a for each row execute function sec.a() | a trigger
            create table app.a (id uuid not null)                                            | not fenced
            insert into app.a (tenant_id, id) select :council, id from unnest(:ids) id       | council of its source
            insert into app.a (tenant_id, n) select :council, max(n) from app.a              | council of its source
            insert into app.a (tenant_id, n) values (?, (select count(*) from app.a))        | a subquery among
            with b as (select 1) insert into app.a select :council, 1                        | council of its source
            """)
    void findAStatementThatCitusRefuses(String statement, String rule) {
        assertThat(SqlRules.broken(statement)).anyMatch(broken -> broken.contains(rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table app.a add column b text constraint b check (b in ('x', 'y'))",
                "alter table app.a drop constraint b, drop constraint c",
                "alter table app.a add constraint b foreign key (tenant_id, b) references app.b (tenant_id, id)",
                "create table shared.a (id uuid, constraint a_pkey primary key (id), constraint b check (id is not null))",
                "create trigger append_only before update on app.a for each statement execute function app.a()",
                "create unique index a on shared.a (id)",
                "insert into app.a (tenant_id, id) values (?, ?)",
                "insert into app.a (tenant_id, id) select b.tenant_id, b.id from app.b b where b.tenant_id = ?",
            })
    void letPassAStatementThatCitusTakes(String statement) {
        assertThat(SqlRules.broken(statement)).isEmpty();
    }

    @Test
    void findAFunctionOfTheOwnerThatTheNodesWouldRefuse() {
        var function = """
                create %sfunction sec.a() returns void language plpgsql security definer as $$
                begin %sdelete from app.b where tenant_id = sec.tenant(); end
                $$;
                """;
        var refused = function.formatted("", "");
        var bound = function.formatted("or replace ", "perform sec.bind_owner_on_nodes(); ");

        assertThat(SqlRules.functionsThatTheNodesRefuse(refused)).hasSize(1);
        assertThat(SqlRules.functionsThatTheNodesRefuse(refused + bound)).isEmpty();
        assertThat(SqlRules.functionsThatTheNodesRefuse(bound + refused)).hasSize(1);
    }
}
