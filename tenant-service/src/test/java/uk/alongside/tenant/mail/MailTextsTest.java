package uk.alongside.tenant.mail;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.sheet.Rate;

class MailTextsTest {

    private static final Path FILES = Path.of("src/main/resources/uk/alongside/tenant/mail");

    private final MailTexts texts = new MailTexts(Locale.UK);

    @Test
    void everyLanguageHasEveryTemplateWithTheSamePlaceholders() throws IOException {
        for (var language : languages()) {
            assertThat(templates(language)).as(language).isEqualTo(templates("en"));
        }
    }

    @Test
    void everyLanguageHasEveryWord() throws IOException {
        for (var language : languages()) {
            assertThat(words(language).stringPropertyNames())
                    .as(language)
                    .isEqualTo(words("en").stringPropertyNames());
        }
    }

    @Test
    void everyRoleHasAWord() {
        assertThat(Arrays.stream(Role.values()).map(role -> texts.word("role." + role.word())))
                .doesNotContainNull();
    }

    @Test
    void everyRateHasAWord() {
        assertThat(Arrays.stream(Rate.values()).map(rate -> texts.word("rate." + EnumWords.of(rate))))
                .doesNotContainNull();
    }

    @Test
    void aTemplateBeginsWithItsSubject() {
        var mail = texts.write(
                "invitation",
                "amir@larkshire.example",
                Map.of(
                        "inviter", "Lena {council}",
                        "council", "Larkshire $1 Council",
                        "roles", "lead",
                        "link", "https://example/join#x",
                        "until", "tomorrow",
                        "address", "amir@larkshire.example"));

        assertThat(mail.subject()).isEqualTo("Larkshire $1 Council: an invitation to Alongside");
        assertThat(mail.text())
                .startsWith("Hello\n\nLena {council}, a lead at Larkshire $1 Council, invites you")
                .endsWith("Alongside, for Larkshire $1 Council\n");
    }

    @Test
    void aPlaceholderWithoutAValueIsRejected() {
        assertThatIllegalStateException().isThrownBy(() -> texts.write("invitation", "a@b.example", Map.of()));
    }

    @Test
    void aMomentIsWrittenInTheTimeOfTheReader() {
        assertThat(texts.moment(Instant.parse("2026-07-06T08:05:00Z"))).isEqualTo("Monday 6 July 2026 at 9:05am");
    }

    private static Set<String> languages() throws IOException {
        try (var files = Files.list(FILES)) {
            return files.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static Map<String, List<String>> templates(String language) throws IOException {
        try (var files = Files.list(FILES.resolve(language))) {
            return files.collect(toMap(file -> file.getFileName().toString(), MailTextsTest::placeholders));
        }
    }

    private static List<String> placeholders(Path file) {
        try {
            return Pattern.compile("\\{\\w+}")
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var file = Files.newBufferedReader(FILES.resolve("words_" + language + ".properties"))) {
            words.load(file);
        }
        return words;
    }
}
