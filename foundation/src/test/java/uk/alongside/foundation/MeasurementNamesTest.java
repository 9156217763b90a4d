package uk.alongside.foundation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that docs/measurements.md names each measurement of our own, and no other. */
class MeasurementNamesTest {

    private static final Path ROOT = Path.of(System.getProperty("alongside.root", ".."));

    private static final Pattern IN_CODE = Pattern.compile("\"(alongside(?:\\.[a-z]+)+)\"");
    private static final Pattern IN_DOCUMENT = Pattern.compile("`(alongside_[a-z_]+)`");

    /** Makers of measurements, and names of metrics that a constant holds. */
    private static final Pattern MAKER =
            Pattern.compile("(?:Gauge\\.builder|\\.counter|\\.gauge)\\(|static final String"
                    + " (?:DAMAGED|REFUSED|OPERATIONS|COUNCILS|SIGN_INS) =");

    @Test
    void theDocumentNamesEach() throws IOException {
        var made = new TreeSet<String>();
        for (var module : List.of("foundation", "gateway", "tenant-service", "conversations-service")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (var file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    made.addAll(namesIn(Files.readString(file)));
                }
            }
        }
        var named = IN_DOCUMENT
                .matcher(Files.readString(ROOT.resolve("docs/measurements.md")))
                .results()
                .map(found -> found.group(1).replaceFirst("(_seconds|_total)$", ""))
                .collect(toCollection(TreeSet::new));

        assertThat(made).hasSizeGreaterThan(10).isEqualTo(named);
    }

    private static Set<String> namesIn(String source) {
        var near = MAKER.matcher(source)
                .results()
                .map(found -> source.substring(found.start(), Math.min(source.length(), found.end() + 90)))
                .collect(joining("\n"));
        return IN_CODE.matcher(near)
                .results()
                .map(found -> found.group(1).replace('.', '_'))
                .collect(toCollection(TreeSet::new));
    }
}
