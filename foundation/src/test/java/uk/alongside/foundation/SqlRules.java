package uk.alongside.foundation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules for the text of a changelog and of a service's SQL: what breaks one is refused by Citus, or not covered by the fence
 * there. The text alone shows it, so the tests need only plain PostgreSQL.
 *
 * <pre>{@code
 * assertThat(SqlRules.brokenInChangelog("db/changelog/db.changelog-master.yaml")).isEmpty();
 * assertThat(SqlRules.brokenInCode("uk.alongside.tenant")).isEmpty();
 * }</pre>
 */
public final class SqlRules {

    private static final Pattern TABLE_STATEMENT = Pattern.compile("\\b(?:create|alter) table .*");
    private static final Pattern TABLE =
            Pattern.compile("\\b(create|alter) table (?:if not exists |if exists |only )*(\\w+\\.\\w+)(.*)");
    private static final Pattern NAMED_CONSTRAINT =
            Pattern.compile("\\bconstraint \\w+ (?:check\\b|primary key\\b|unique\\b|exclude\\b|references\\b"
                    + "|foreign key \\([^)]*\\) references\\b)");
    private static final Pattern ANY_CONSTRAINT =
            Pattern.compile("\\b(?:check ?\\(|primary key\\b|unique\\b|exclude\\b|references\\b|foreign key\\b)");
    private static final Pattern ADDS_CONSTRAINT =
            Pattern.compile("add (?:constraint|check|primary key|unique|exclude|foreign key)\\b.*");
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("(?:foreign key \\(([^)]*)\\) )?references (\\w+\\.\\w+)(?: ?\\(([^)]*)\\))?");
    private static final Pattern TRIGGER =
            Pattern.compile("create (?:or replace )?(?:constraint )?trigger (\\w+) .* on (\\w+\\.\\w+)");
    /** The triggers that read no other table, and so run on any node of a Citus cluster. */
    private static final Set<String> ALLOWED_TRIGGERS = Set.of("append_only", "set_audit_time");

    private static final Pattern INSERT_SELECT =
            Pattern.compile("insert into app\\.\\w+[^(;]*(?:\\([^)]*\\))? ?select (.*)");
    private static final Pattern COUNCIL_OF_A_SOURCE =
            Pattern.compile("(?:distinct )?(?:\\w+\\.)?tenant_id\\b.* from (?:only )?app\\.\\w+.*");
    private static final Pattern FUNCTION_OF_THE_OWNER = Pattern.compile(
            "create (?:or replace )?function ([\\w.]+)\\([^$]*security definer[^$]*\\$\\$(.*?)\\$\\$", Pattern.DOTALL);
    private static final Pattern USES_A_FENCED_TABLE = Pattern.compile("\\b(?:from|join|into|update) app\\.");
    private static final Pattern INSERTED_SUBQUERY =
            Pattern.compile("insert into (?:app|shared)\\.\\w+ ?\\([^)]*\\) values .*\\(select ");
    private static final Pattern CHANGESET = Pattern.compile("(?m)^--changeset (\\S+)");

    private SqlRules() {}

    /** The rules that the files of a changelog break, one line each; foundation's own files are among them. */
    public static List<String> brokenInChangelog(String master) {
        var broken = new ArrayList<String>();
        var files = Changelog.files(master);
        for (var file : files) {
            broken(file.text()).forEach(rule -> broken.add(file.path() + ": " + rule));
            brokenByNames(file).forEach(rule -> broken.add(file.path() + ": " + rule));
        }
        broken.addAll(functionsThatTheNodesRefuse(
                files.stream().map(Changelog.File::text).collect(joining("\n"))));
        return broken;
    }

    /** The rules that the SQL in the classes of a package breaks, one line each. */
    public static List<String> brokenInCode(String basePackage) {
        return CodeConstants.of(basePackage)
                .flatMap(constant ->
                        inserts(Changelog.statements(constant.text())).map(rule -> constant.type() + ": " + rule))
                .toList();
    }

    /** The rules that this text of a changelog breaks. */
    static List<String> broken(String sql) {
        var statements = Changelog.statements(sql);
        var fenced = fencedTables(sql);
        return Stream.of(
                        statements.stream().flatMap(SqlRules::unnamedConstraints),
                        statements.stream().flatMap(SqlRules::constraintsBesideOthers),
                        statements.stream().flatMap(SqlRules::foreignKeys),
                        statements.stream().flatMap(SqlRules::triggers),
                        statements.stream().flatMap(statement -> unfencedTables(statement, fenced)),
                        inserts(statements))
                .flatMap(broken -> broken)
                .toList();
    }

    /** Citus takes no constraint in ALTER TABLE without a name, and a violated constraint with a name says what is wrong. */
    private static Stream<String> unnamedConstraints(String statement) {
        var tables = TABLE_STATEMENT.matcher(statement);
        return tables.find()
                        && ANY_CONSTRAINT
                                .matcher(NAMED_CONSTRAINT
                                        .matcher(tables.group())
                                        .replaceAll("")
                                        .replaceAll("drop constraint (?:if exists )?\\w+", ""))
                                .find()
                ? Stream.of("a constraint without a name: " + start(tables.group()))
                : Stream.empty();
    }

    private static Stream<String> constraintsBesideOthers(String statement) {
        var tables = TABLE.matcher(statement);
        if (!tables.find() || !tables.group(1).equals("alter")) {
            return Stream.empty();
        }
        var subcommands = atTopLevel(tables.group(3));
        boolean adds = subcommands.stream()
                .anyMatch(subcommand -> ADDS_CONSTRAINT.matcher(subcommand).matches());
        return adds && subcommands.size() > 1
                ? Stream.of("ADD CONSTRAINT beside another subcommand: " + start(tables.group()))
                : Stream.empty();
    }

    private static Stream<String> foreignKeys(String statement) {
        var tables = TABLE.matcher(statement);
        if (!tables.find()) {
            return Stream.empty();
        }
        var table = tables.group(2);
        return FOREIGN_KEY.matcher(tables.group(3)).results().flatMap(key -> {
            if (key.group(2).startsWith("shared.")) {
                return Stream.of("a foreign key from " + table + " to a shared table");
            }
            boolean councilFirst = startsWithCouncil(key.group(1)) && startsWithCouncil(key.group(3));
            return table.startsWith("app.") && !councilFirst
                    ? Stream.of("a foreign key of " + table + " does not start with tenant_id")
                    : Stream.empty();
        });
    }

    private static boolean startsWithCouncil(@Nullable String columns) {
        return columns != null && columns.strip().matches("tenant_id\\b.*");
    }

    private static Stream<String> triggers(String statement) {
        var trigger = TRIGGER.matcher(statement);
        return trigger.find() && !ALLOWED_TRIGGERS.contains(trigger.group(1))
                ? Stream.of("a trigger on " + trigger.group(2))
                : Stream.empty();
    }

    /** Reads the statement itself for the quoted name of the table, which {@link Changelog#statements} leaves out. */
    private static Set<String> fencedTables(String sql) {
        var fenced = new TreeSet<String>();
        Pattern.compile("call app\\.fence\\('(app\\.\\w+)'\\)")
                .matcher(sql)
                .results()
                .forEach(call -> fenced.add(call.group(1)));
        return fenced;
    }

    private static Stream<String> unfencedTables(String statement, Set<String> fenced) {
        var tables = TABLE.matcher(statement);
        return tables.find()
                        && tables.group(1).equals("create")
                        && tables.group(2).startsWith("app.")
                        && !fenced.contains(tables.group(2))
                ? Stream.of(tables.group(2) + " is not fenced in the file that creates it")
                : Stream.empty();
    }

    private static Stream<String> inserts(List<String> statements) {
        return Stream.concat(
                insertsWithoutTheCouncilOfTheirSource(statements),
                statements.stream()
                        .filter(statement ->
                                INSERTED_SUBQUERY.matcher(statement).find())
                        .map(statement -> "a subquery among inserted values: " + start(statement)));
    }

    /** Citus sends an INSERT ... SELECT to one node only if it takes the council from the table that it reads. */
    private static Stream<String> insertsWithoutTheCouncilOfTheirSource(List<String> statements) {
        return statements.stream().flatMap(statement -> {
            var insert = INSERT_SELECT.matcher(statement);
            return insert.find()
                            && !COUNCIL_OF_A_SOURCE.matcher(insert.group(1)).matches()
                    ? Stream.of("INSERT ... SELECT without the council of its source: " + start(statement))
                    : Stream.empty();
        });
    }

    /**
     * On a node of Citus, a function with the owner's rights is the owner's session, for which the context of a service is
     * not signed. A later text of a function replaces an earlier one.
     */
    static List<String> functionsThatTheNodesRefuse(String sql) {
        var bodies = FUNCTION_OF_THE_OWNER
                .matcher(sql)
                .results()
                .collect(toMap(function -> function.group(1), function -> function.group(2), (_, later) -> later));
        return bodies.entrySet().stream()
                .filter(function ->
                        USES_A_FENCED_TABLE.matcher(function.getValue()).find()
                                && !function.getValue().contains("perform sec.bind_owner_on_nodes()"))
                .map(function -> function.getKey() + " uses a table of app and does not bind the owner on the nodes")
                .toList();
    }

    /** An id says which feature a changeset belongs to, so that a database of another version is recognised by its ids. */
    private static List<String> brokenByNames(Changelog.File file) {
        if (file.feature().equals("foundation")) {
            return List.of();
        }
        var feature = "alongside:" + file.feature() + "-";
        return CHANGESET
                .matcher(file.text())
                .results()
                .map(changeset -> changeset.group(1))
                .filter(id -> !id.matches(Pattern.quote(feature) + "\\d+-[a-z-]+"))
                .map(id -> "the id " + id + " is not " + feature + "<number>-<words>")
                .toList();
    }

    private static List<String> atTopLevel(String list) {
        var items = new ArrayList<String>();
        var item = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                items.add(item.toString().strip());
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        items.add(item.toString().strip());
        return items;
    }

    private static String start(String statement) {
        return statement.substring(0, Math.min(100, statement.length()));
    }
}
