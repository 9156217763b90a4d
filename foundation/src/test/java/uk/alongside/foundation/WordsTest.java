package uk.alongside.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds every text of the repository that a person reads to the list in {@code docs/measures/unwanted-words.txt}:
 * comments, problem details, descriptions of the API, messages, templates, scripts and documents.
 */
class WordsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> SKIPPED =
            Set.of("target", "node_modules", ".git", ".alongside", "build", "fonts", "generated");
    private static final Set<String> KINDS =
            Set.of("java", "ts", "tsx", "sql", "md", "html", "ftl", "properties", "yaml", "yml", "sh");

    /** Between two words of a phrase: spaces, or the end of a comment's line and the beginning of the next one. */
    private static final String GAP = "\\\\s+(?:(?:\\\\*|//|--|#)\\\\s*)?";

    private static final Pattern RIDDLE =
            Pattern.compile("/\\*\\*[\\s*]*(?:<p>)?" + "(It|Its|They|Which|Who|Whose|What|Where|That|These|Those)\\b");

    @Test
    void noTextUsesAnUnwantedWord() throws IOException {
        assertThat(find(unwantedWords(), texts()))
                .as("docs/measures/unwanted-words.txt says what to write instead")
                .isEmpty();
    }

    @Test
    void everyDocCommentBeginsWithWhatItDescribes() throws IOException {
        var code = texts().stream()
                .filter(file -> List.of("java", "ts", "tsx").contains(ending(file)))
                .toList();
        assertThat(find(RIDDLE, code)).isEmpty();
    }

    @Test
    void aPhraseIsFoundOverTheEndOfACommentLine() throws IOException {
        var words = unwantedWords();
        assertThat("/** Runs by\n     * itself. */").containsPattern(words);
        assertThat("-- a name is none\n  -- of ours").containsPattern(words);
        assertThat("maybe it").doesNotContainPattern(words);
        assertThat("/**\n * What a member does. */").containsPattern(RIDDLE);
        assertThat("/** Whatever a member does. */").doesNotContainPattern(RIDDLE);
    }

    /** Leaves out {@code noBody()} of Java's HTTP client, and words with hyphens, such as stable problem types. */
    private static Pattern unwantedWords() throws IOException {
        var words = Files.readAllLines(ROOT.resolve("docs/measures/unwanted-words.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", -1)[0].strip().replaceAll(" ", GAP))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\w-])((?i:" + words + "))(?![\\w-])(?<!noBody)");
    }

    private static List<String> find(Pattern unwanted, List<Path> files) throws IOException {
        var findings = new ArrayList<String>();
        for (var file : files) {
            var text = Files.readString(file);
            unwanted.matcher(text)
                    .results()
                    .map(found -> name(file) + ":"
                            + (text.substring(0, found.start(1)).lines().count()
                                    + (text.charAt(Math.max(0, found.start(1) - 1)) == '\n' ? 1 : 0))
                            + " " + found.group(1).replaceAll("\\s+", " "))
                    .forEach(findings::add);
        }
        return findings;
    }

    /** Returns every file with text of ours, except in folders that are not clean yet. */
    private static List<Path> texts() throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return SKIPPED.contains(folder.getFileName().toString()) && !folder.equals(ROOT)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isText(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    /** Leaves out TypeScript that is generated from a service's openapi.json, which is read itself. */
    private static boolean isText(Path file) {
        var name = name(file);
        return (KINDS.contains(ending(file)) && !name.endsWith(".gen.ts"))
                || name.endsWith("/openapi.json")
                || name.equals("alongside")
                || name.startsWith(".ci/");
    }

    private static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
