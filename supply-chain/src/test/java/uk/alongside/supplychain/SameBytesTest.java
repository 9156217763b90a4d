package uk.alongside.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the compiler writes the same classes at every build, which the digests of the images need (ADR 43). */
class SameBytesTest {

    /**
     * The compiler names a variable of its own after a number that differs from run to run when source adds to a boxed
     * element of an array ({@code Lower.abstractLval} of OpenJDK 25).
     */
    private static final Pattern NUMBERED = Pattern.compile("\\$\\d{5,}\\b");

    @Test
    void noClassHasANameThatDiffersFromBuildToBuild() throws IOException {
        try (var modules = Files.list(Path.of(".."))) {
            var classes = modules.map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();

            assertThat(classes).hasSizeGreaterThan(5);
            assertThat(classes.stream().flatMap(SameBytesTest::differing))
                    .as("Classes that differ from build to build. Add to an int, not to an Integer in an array")
                    .isEmpty();
        }
    }

    private static Stream<Path> differing(Path classes) {
        try (var files = Files.walk(classes)) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> NUMBERED.matcher(text(file)).find())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
