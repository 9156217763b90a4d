package uk.alongside.statistics.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Runs every case of every file of test vectors.
 *
 * <p>{@code -Dalongside.vectors=DIR} names another folder of files in the same form. A line is printed for each file.
 */
class VectorsTest {

    private static final Path OWN = Path.of("src/test/resources/vectors");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyCaseOfEveryFileIsAsExpected() throws IOException {
        var folder = System.getProperty("alongside.vectors", "");
        var files = files(folder.isBlank() ? OWN : Path.of(folder));
        assertThat(files).as("files of vectors").isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(failuresOf(file)).isEmpty()));
    }

    @Test
    void eachMethodHasAFileOfVectorsHere() throws IOException {
        var methods = new TreeSet<String>();
        for (var file : files(OWN)) {
            methods.add(JSON.readTree(file).path("method").stringValue());
        }
        assertThat(methods).containsExactlyElementsOf(Methods.ALL.keySet());
    }

    private static List<String> failuresOf(Path file) throws IOException {
        var vectors = JSON.readTree(file);
        var method = vectors.path("method").stringValue();
        var tolerance = Tolerance.of(vectors.path("tolerance"));
        var failures = new ArrayList<String>();
        var passed = 0;
        for (var example : vectors.path("cases")) {
            var differences = differences(method, example, tolerance);
            if (differences.isEmpty()) {
                passed++;
            } else {
                failures.add(example.path("id").asString() + ": " + String.join("; ", differences));
            }
        }
        System.out.println(method + ": " + passed + " passed, " + failures.size() + " failed");
        if (passed + failures.size() == 0) {
            failures.add("The file has no cases.");
        }
        return failures;
    }

    private static List<String> differences(String method, JsonNode example, Tolerance tolerance) {
        var adapter = Methods.ALL.get(method);
        if (adapter == null) {
            return List.of("No method is called " + method + ".");
        }
        var expected = example.path("expected");
        try {
            var computed = JSON.<JsonNode>valueToTree(adapter.compute(example.path("input"), expected));
            return tolerance.differences(expected, computed);
        } catch (RuntimeException e) {
            return List.of(e.toString());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
