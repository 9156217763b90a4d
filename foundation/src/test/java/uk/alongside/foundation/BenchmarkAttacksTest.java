package uk.alongside.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the table in {@code docs/benchmark-attacks.md} to the tests that it names. */
class BenchmarkAttacksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("statistics", "tenant-service", "conversations-service");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\|(.*)\\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Pattern METHOD =
            Pattern.compile("@DisplayName\\(\\s*\"Attack (\\d+): [^\"]+\"\\)\\s+void (\\w+)\\(");

    @Test
    void everyAttackHasTestsThatCarryItsNumberAndEverySuchTestIsInTheTable() throws IOException {
        var listed = listed();

        assertThat(listed.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 28).boxed().toList());
        assertThat(listed).isEqualTo(tests());
    }

    private static Map<Integer, List<String>> listed() throws IOException {
        var found = new TreeMap<Integer, List<String>>();
        var table = Files.readString(ROOT.resolve("docs/benchmark-attacks.md"));
        ROW.matcher(table).results().forEach(row -> {
            var names = NAME.matcher(row.group(2))
                    .results()
                    .map(name -> name.group(1) + "." + name.group(2))
                    .sorted()
                    .toList();
            found.put(Integer.valueOf(row.group(1)), names);
        });
        return found;
    }

    private static Map<Integer, List<String>> tests() throws IOException {
        var found = new TreeMap<Integer, List<String>>();
        for (var module : MODULES) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (var file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    var type = file.getFileName().toString().replace(".java", "");
                    for (var test = METHOD.matcher(Files.readString(file)); test.find(); ) {
                        add(found, test, type);
                    }
                }
            }
        }
        found.values().forEach(names -> names.sort(null));
        return found;
    }

    private static void add(Map<Integer, List<String>> found, Matcher test, String type) {
        found.computeIfAbsent(Integer.valueOf(test.group(1)), _ -> new ArrayList<>())
                .add(type + "." + test.group(2));
    }
}
