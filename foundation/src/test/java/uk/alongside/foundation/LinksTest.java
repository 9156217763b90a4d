package uk.alongside.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that each link in a document leads to a file of the repository, and to a heading of it. */
class LinksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        var broken = new ArrayList<String>();
        for (var document : documents()) {
            for (var link : links(document)) {
                var parts = link.split("#", 2);
                var target = parts[0].isEmpty()
                        ? document
                        : document.resolveSibling(parts[0]).normalize();
                if (!Files.exists(target)
                        || (parts.length > 1 && !headings(target).contains(parts[1]))) {
                    broken.add(ROOT.relativize(document) + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPictureIsInADocument() throws IOException {
        var shown = new TreeSet<Path>();
        for (var document : documents()) {
            links(document).stream()
                    .map(link -> document.resolveSibling(link.split("#", 2)[0]).normalize())
                    .forEach(shown::add);
        }
        try (var pictures = Files.list(ROOT.resolve("docs/pictures"))) {
            assertThat(pictures).isNotEmpty().allMatch(shown::contains);
        }
    }

    private static List<Path> documents() throws IOException {
        try (var root = Files.list(ROOT);
                var docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the links within the repository. */
    private static List<String> links(Path document) throws IOException {
        return LINK.matcher(Files.readString(document))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("(https?|mailto):.*"))
                .toList();
    }

    /** Returns the anchors of the headings, as code hosts make them. */
    private static List<String> headings(Path document) throws IOException {
        return HEADING.matcher(Files.readString(document))
                .results()
                .map(LinksTest::anchor)
                .toList();
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
