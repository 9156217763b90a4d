package uk.alongside.foundation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The text of a service's changelog: what each file that the master file includes says. */
public final class Changelog {

    private static final Pattern INCLUDED = Pattern.compile("file:\\s*(\\S+)");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern DOLLARS = Pattern.compile("\\$\\w*\\$");

    private Changelog() {}

    /** One file of SQL. */
    record File(String path, String text) {

        /** The feature that the file's name says, or foundation. */
        String feature() {
            return path.startsWith("uk/alongside/foundation/")
                    ? "foundation"
                    : path.replaceFirst(".*/\\d+-", "").replaceFirst("\\.sql$", "");
        }

        List<String> statements() {
            return Changelog.statements(text);
        }
    }

    static List<File> files(String master) {
        return INCLUDED.matcher(read(master))
                .results()
                .map(include -> include.group(1))
                .map(path -> new File(path, read(path)))
                .toList();
    }

    /**
     * The statements of a text in lower case, without comments and without what is in quotes. The statements inside a
     * function or a block are statements of their own.
     */
    static List<String> statements(String sql) {
        var bare = DOLLARS.matcher(
                        STRING.matcher(COMMENT.matcher(sql).replaceAll("")).replaceAll("''"))
                .replaceAll(";");
        return Stream.of(bare.toLowerCase(Locale.ROOT).split(";"))
                .map(statement -> statement.replaceAll("\\s+", " ").strip())
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
