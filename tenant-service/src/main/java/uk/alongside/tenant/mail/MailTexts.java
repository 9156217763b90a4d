package uk.alongside.tenant.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts of mail in one language. A template is a file {@code <language>/<template>.txt} beside this class: the
 * subject in the first line, an empty line, and the body. Single words are in {@code words_<language>.properties}. A
 * language is added by adding its files.
 */
public final class MailTexts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Locale language;
    private final MessageSource words;

    MailTexts(Locale language) {
        this.language = language;
        var source = new ResourceBundleMessageSource();
        source.setBasename("uk/alongside/tenant/mail/words");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        this.words = source;
    }

    /** Returns the mail of a template. Every placeholder in braces needs a value. */
    public Mail write(String template, String recipient, Map<String, String> values) {
        return write(template, recipient, values, null);
    }

    /**
     * Returns the mail of a template that has a one-time password in the place of {@code {password}}. A link that is as
     * good as a password goes the same way, so that kept mail does not show it.
     */
    public Mail write(String template, String recipient, Map<String, String> values, @Nullable String password) {
        var text = read(template);
        int subjectEnds = text.indexOf('\n');
        var all = new HashMap<>(values);
        if (password != null) {
            all.put("password", Mail.PASSWORD_MARK);
        }
        return new Mail(
                recipient,
                fill(text.substring(0, subjectEnds), all),
                fill(text.substring(subjectEnds + 2), all),
                password);
    }

    /** Returns the word of this key, as {@code role.hub-staff}. */
    public String word(String key) {
        return words.getMessage(key, null, language);
    }

    /** Returns a day and time in words, as in {@code Monday 2 November 2026 at 9:00am}. */
    public String moment(Instant instant) {
        var formatted = DateTimeFormatter.ofPattern(word("moment"), language)
                .withZone(LONDON)
                .format(instant);
        return formatted.replace("AM", "am").replace("PM", "pm");
    }

    private String read(String template) {
        var file = language.getLanguage() + "/" + template + ".txt";
        try (var stream = MailTexts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("There is no template " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("There is no value for " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
