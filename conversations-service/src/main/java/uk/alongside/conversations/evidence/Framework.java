package uk.alongside.conversations.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names of the quality statements and of the kinds of evidence, from the file {@code framework.json}. The wording of
 * the statements is the publisher's and is not here. A report keeps the framework with which it was made.
 *
 * @param version rises with every change of the file
 */
@Schema(name = "EvidenceFramework", description = "The quality statements and the kinds of evidence, with their source")
record Framework(
        int version,

        @Schema(description = "The source, with its edition")
        String name,

        String publisher,
        String address,

        @Schema(description = "When the publisher last changed the source")
        LocalDate updatedOn,

        @Schema(description = "When this list was made from the source")
        LocalDate compiledOn,

        List<Kind> kinds,
        List<Theme> themes) {

    /** A kind of evidence. */
    @Schema(name = "EvidenceKind")
    record Kind(String code, String name) {}

    @Schema(name = "EvidenceTheme")
    record Theme(String name, List<Statement> statements) {}

    /**
     * A quality statement.
     *
     * @param figures the codes of the figures for each kind of evidence
     */
    @Schema(name = "QualityStatement")
    record Statement(
            String code,
            String name,

            @Schema(description = "What the product cannot tell of it")
            String missing,

            @Schema(description = "The figures for each kind of evidence that has any")
            Map<String, List<String>> figures) {}

    static Framework read(JsonMapper json) {
        try (var file = new ClassPathResource("framework.json", Framework.class).getInputStream()) {
            return json.readValue(file, Framework.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether there is evidence of this kind for this statement. */
    boolean has(String statement, String kind) {
        return themes.stream()
                        .flatMap(theme -> theme.statements().stream())
                        .anyMatch(each -> each.code().equals(statement))
                && kinds.stream().anyMatch(each -> each.code().equals(kind));
    }
}
