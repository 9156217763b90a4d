package uk.alongside.foundation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.alongside.foundation.encryption.EncryptedColumn;

/**
 * Checks that {@code docs/data-map.md} says of each column of a service which kind of data it holds, and calls those
 * columns encrypted that are.
 */
public final class DataMap {

    private static final Path DOCUMENT =
            Path.of("..", "docs", "data-map.md").toAbsolutePath().normalize();
    private static final String ENCRYPTED = "words about a person, encrypted";
    private static final Pattern TABLE = Pattern.compile("^### .* \\(`(\\w+)`\\)$");
    private static final Pattern ROW = Pattern.compile("^\\| ([^|`]+) \\| (`.+`) \\|$");
    private static final Pattern CLASS = Pattern.compile("^\\| ([^|]+) \\| [^`|]+ \\| [^|]+ \\|$");

    private DataMap() {}

    /**
     * Returns what is wrong with the section that is named after the module in whose directory the test runs.
     *
     * @param superuser sees every column
     */
    public static List<String> findings(JdbcClient superuser, Collection<EncryptedColumn> encrypted)
            throws IOException {
        var module = String.valueOf(Path.of("").toAbsolutePath().getFileName());
        var live = new TreeSet<>(superuser.sql("""
                        select c.table_name || '.' || c.column_name
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'app' and t.table_type = 'BASE TABLE'""").query(String.class).list());
        return findings(Files.readString(DOCUMENT), module, live, encrypted);
    }

    static List<String> findings(
            String document, String module, Collection<String> live, Collection<EncryptedColumn> encrypted) {
        var findings = new ArrayList<String>();
        var classes = new TreeSet<String>();
        var classOf = new HashMap<String, String>();
        var section = "";
        var table = "";
        for (var line : document.lines().toList()) {
            var titled = TABLE.matcher(line);
            var row = ROW.matcher(line);
            var described = CLASS.matcher(line);
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (section.equals("Classes")
                    && described.find()
                    && !described.group(1).startsWith("---")) {
                classes.add(described.group(1));
            } else if (section.equals(module) && titled.find()) {
                table = titled.group(1);
            } else if (section.equals(module) && row.find()) {
                for (var column : row.group(2).replace("`", "").split(", ", -1)) {
                    if (classOf.put(table + "." + column, row.group(1)) != null) {
                        findings.add(table + "." + column + " is listed twice");
                    }
                }
            }
        }
        compare(findings, classes, classOf, live);
        compareEncrypted(findings, classOf, encrypted);
        return findings;
    }

    private static void compare(
            List<String> findings, Collection<String> classes, Map<String, String> classOf, Collection<String> live) {
        live.stream()
                .filter(column -> !classOf.containsKey(column))
                .map(column -> column + " has no entry in docs/data-map.md")
                .forEach(findings::add);
        classOf.forEach((column, name) -> {
            if (!live.contains(column)) {
                findings.add(column + " is listed and not in the database");
            }
            if (!classes.contains(name)) {
                findings.add(column + " has a class that is not described: " + name);
            }
        });
    }

    private static void compareEncrypted(
            List<String> findings, Map<String, String> classOf, Collection<EncryptedColumn> encrypted) {
        var columns = new TreeSet<>(encrypted.stream()
                .map(column -> column.table().replaceFirst("^app\\.", "") + "." + column.column())
                .toList());
        columns.stream()
                .filter(column -> !ENCRYPTED.equals(classOf.get(column)))
                .map(column -> column + " is encrypted and listed as " + classOf.get(column))
                .forEach(findings::add);
        classOf.forEach((column, name) -> {
            if (name.equals(ENCRYPTED) && !columns.contains(column)) {
                findings.add(column + " is listed as encrypted and is not");
            }
        });
    }
}
