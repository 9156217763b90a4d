package uk.alongside.foundation;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says which feature owns which table, and which code names a table of another feature. A table belongs to the feature
 * whose file of the changelog creates it. Other features may read only the views that the owner publishes as
 * {@code app.v_<owner>_<words>}.
 */
public final class TableOwners {

    private static final Pattern CREATED =
            Pattern.compile("create (?:or replace )?(?:table|view) ((?:app|shared|ops|sec)\\.\\w+)");
    private static final Pattern NAMED = Pattern.compile("\\b(?:app|shared|ops|sec)\\.\\w+");
    private static final Pattern READS =
            Pattern.compile("\\b(?:from|join)\\s+((?:app|shared|ops|sec)\\.\\w+)", Pattern.CASE_INSENSITIVE);

    private TableOwners() {}

    /** Returns each use of another feature's table as "feature -> table (owner)". */
    public static Set<String> crossings(String basePackage, String master) {
        var owners = owners(master);
        var crossings = new TreeSet<String>();
        CodeConstants.of(basePackage).forEach(constant -> {
            var reads = new TreeSet<String>();
            READS.matcher(constant.text()).results().forEach(read -> reads.add(read.group(1)));
            NAMED.matcher(constant.text())
                    .results()
                    .map(name -> name.group())
                    .filter(table -> !(isPublished(table) && reads.contains(table)))
                    .forEach(table -> add(crossings, feature(basePackage, constant.type()), table, owners));
        });
        CodeConstants.classes(basePackage)
                .forEach(type -> tables(type)
                        .forEach(table -> add(crossings, feature(basePackage, type.getName()), table, owners)));
        return crossings;
    }

    private static boolean isPublished(String table) {
        return table.startsWith("app.v_");
    }

    private static void add(Set<String> crossings, String feature, String table, Map<String, String> owners) {
        var owner = owners.get(table);
        if (owner != null && !owner.equals(feature)) {
            crossings.add(feature + " -> " + table + " (" + owner + ")");
        }
    }

    private static Map<String, String> owners(String master) {
        var owners = new TreeMap<String, String>();
        for (var file : Changelog.files(master)) {
            for (var statement : file.statements()) {
                CREATED.matcher(statement).results().forEach(created -> owners.put(created.group(1), file.feature()));
            }
        }
        return owners;
    }

    private static Stream<String> tables(JavaClass type) {
        return type.tryGetAnnotationOfType(Table.class).map(table -> table.schema() + "." + table.name()).stream();
    }

    private static String feature(String basePackage, String type) {
        var rest = type.substring(basePackage.length() + 1);
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
    }
}
