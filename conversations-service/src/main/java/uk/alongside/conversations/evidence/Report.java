package uk.alongside.conversations.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.evidence.EvidenceRefusal.DefinitionChanged;
import uk.alongside.conversations.evidence.EvidenceRefusal.EmptySections;

/**
 * The content of a report. It holds all that its readers see, so that it stays as it was published when figures, their
 * words or the framework change.
 *
 * @param asAt the moment at which the figures and notes were taken
 * @param definition the version of the definitions of the figures
 * @param follows the report before; null for the first one, and in a draft
 */
@Schema(name = "EvidenceReportContent")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        @Schema(description = "In the order of the document")
        List<Text> sections,

        @Schema(description = "When the figures and notes were taken")
        Instant asAt,

        @Schema(description = "The version of the definitions of the figures")
        int definition,

        Framework framework,
        List<EvidenceFigure> figures,
        List<Note> notes,

        @Nullable @Schema(description = "The published report before; absent in the first one and in a draft")
        Follows follows) {

    /** The sections that the lead writes, in the order of a report to a scrutiny committee. */
    enum Section {
        SUMMARY,
        RECOMMENDATION,
        BACKGROUND,
        OPTIONS,
        REASONS,
        CONSULTATION,
        IMPACT,
        IMPLICATIONS
    }

    @Schema(name = "EvidenceReportSection")
    record Text(Section section, String text) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "Text[section=" + section + "]";
        }
    }

    /** A note as the report shows it, without the member who wrote it. */
    @Schema(name = "EvidenceReportNote")
    record Note(String statement, String kind, EvidenceNote.Type type, String words) {

        static Note of(EvidenceNote note) {
            var content = note.content();
            return new Note(content.statement(), content.kind(), content.type(), content.words());
        }

        /** Leaves the words out, because records are written to logs. */
        @Override
        public String toString() {
            return "Note[statement=" + statement + "]";
        }
    }

    @Schema(name = "EvidenceReportBefore")
    record Follows(int number, Instant publishedAt) {}

    /** Returns a report with these figures and notes whose sections are empty. */
    static Report of(Evidence evidence) {
        var empty = Arrays.stream(Section.values())
                .map(section -> new Text(section, ""))
                .toList();
        return of(evidence, empty);
    }

    /** Returns the report with these figures and notes in place of its own. */
    Report taking(Evidence evidence) {
        return of(evidence, sections);
    }

    private static Report of(Evidence evidence, List<Text> sections) {
        return new Report(
                sections,
                evidence.asAt(),
                evidence.definition(),
                evidence.framework(),
                evidence.figures(),
                evidence.notes().stream().map(Note::of).toList(),
                null);
    }

    Report with(Section section, String text) {
        UnaryOperator<Text> change = each -> each.section() == section ? new Text(section, text) : each;
        return new Report(sections.stream().map(change).toList(), asAt, definition, framework, figures, notes, follows);
    }

    Report following(@Nullable Follows before) {
        return new Report(sections, asAt, definition, framework, figures, notes, before);
    }

    /**
     * Refuses to publish a report with an empty section, or with figures of other definitions than those of now.
     *
     * @param current the present version of the definitions
     */
    void refuseUnlessPublishable(int current) {
        var empty = sections.stream()
                .filter(each -> each.text().isEmpty())
                .map(Text::section)
                .toList();
        if (!empty.isEmpty()) {
            throw new EmptySections(empty).refused();
        }
        if (definition != current) {
            throw new DefinitionChanged().refused();
        }
    }
}
