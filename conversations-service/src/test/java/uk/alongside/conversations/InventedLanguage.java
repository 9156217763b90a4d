package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * A language for tests. Its message files have the English texts in Greek letters, so a Latin letter that a reader sees
 * belongs to a text that is in no message file.
 */
public final class InventedLanguage {

    public static final Locale LOCALE = Locale.of("el");

    private static final Pattern WORDS = Pattern.compile("\\p{IsGreek}+(?: \\p{IsGreek}+)*");

    private InventedLanguage() {}

    /** Reads message files as the service does. */
    public static ResourceBundleMessageSource messages(String basename) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename(basename);
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** Fails unless the invented language has the keys of the English file, and every word of it was shown. */
    public static void assertThatEveryTextIsIn(String basename, String shown) {
        var invented = load(basename + "_" + LOCALE);
        assertThat(invented.keySet()).isEqualTo(load(basename).keySet());
        assertThat(words(invented))
                .as("words of message files that were not shown")
                .filteredOn(words -> !shown.contains(words))
                .isEmpty();
    }

    private static List<String> words(Properties texts) {
        return texts.values().stream()
                .flatMap(text -> WORDS.matcher(text.toString()).results().map(found -> found.group()))
                .toList();
    }

    private static Properties load(String name) {
        var texts = new Properties();
        var file = "/" + name + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(InventedLanguage.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
