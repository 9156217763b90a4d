package uk.alongside.tenant.agreement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** One version of the agreement. After a release it is never edited: a correction is the next version. */
record Agreement(
        String version,
        LocalDate published,

        @Schema(description = "True until a lawyer has approved the text.")
        boolean draft,

        String title,
        List<Section> sections) {

    static final Comparator<Agreement> BY_DAY = Comparator.comparing(Agreement::published);

    /** The time in which a council that accepted an earlier version has to accept this one. */
    private static final Period TO_ACCEPT_AGAIN = Period.ofDays(30);

    @Schema(name = "AgreementSection")
    record Section(String heading, List<String> paragraphs) {}

    LocalDate acceptAgainBy() {
        return published.plus(TO_ACCEPT_AGAIN);
    }

    /** Returns the text that is accepted, hashed and kept. */
    String text() {
        var text = new StringBuilder("%s\nVersion %s, %s\n".formatted(title, version, published));
        for (var section : sections) {
            text.append('\n').append(section.heading()).append('\n');
            section.paragraphs()
                    .forEach(paragraph -> text.append('\n').append(paragraph).append('\n'));
        }
        return text.toString();
    }

    /** Returns the SHA-256 of the text in UTF-8, in hexadecimal. */
    static String hashOf(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has this algorithm
        }
    }
}
