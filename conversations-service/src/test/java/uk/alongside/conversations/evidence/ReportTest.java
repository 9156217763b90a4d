package uk.alongside.conversations.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.evidence.EvidenceNote.Content;
import uk.alongside.conversations.evidence.EvidenceRefusal.DefinitionChanged;
import uk.alongside.conversations.evidence.EvidenceRefusal.EmptySections;
import uk.alongside.conversations.evidence.Report.Section;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;

class ReportTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Framework FRAMEWORK = Framework.read(JsonMapper.shared());

    @Test
    void hasItsSectionsInTheOrderOfACommitteeReport() {
        assertThat(Report.of(evidence(NOON, 1)).sections())
                .extracting(Report.Text::section)
                .containsExactly(
                        Section.SUMMARY,
                        Section.RECOMMENDATION,
                        Section.BACKGROUND,
                        Section.OPTIONS,
                        Section.REASONS,
                        Section.CONSULTATION,
                        Section.IMPACT,
                        Section.IMPLICATIONS);
    }

    @Test
    void keepsItsTextsWhenFiguresAndNotesAreTakenAgain() {
        var later = written().taking(evidence(NOON.plusSeconds(60), 2));

        assertThat(later.sections()).isEqualTo(written().sections());
        assertThat(later.asAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(later.definition()).isEqualTo(2);
        assertThat(later.notes()).extracting(Report.Note::words).containsExactly("They listened");
    }

    @Test
    void isNotPublishedWithAnEmptySection() {
        var report = written().with(Section.OPTIONS, "").with(Section.IMPACT, "");

        assertThatThrownBy(() -> report.refuseUnlessPublishable(1))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(new EmptySections(List.of(Section.OPTIONS, Section.IMPACT))));
    }

    @Test
    void isNotPublishedWithFiguresOfEarlierDefinitions() {
        written().refuseUnlessPublishable(1);

        assertThatThrownBy(() -> written().refuseUnlessPublishable(2))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(new DefinitionChanged()));
    }

    @Test
    void namesNoWordsInLogs() {
        assertThat(written().toString()).doesNotContain("They listened").doesNotContain("A made-up text");
    }

    private static Report written() {
        var report = Report.of(evidence(NOON, 1));
        for (var section : Section.values()) {
            report = report.with(section, "A made-up text");
        }
        return report;
    }

    private static Evidence evidence(Instant asAt, int definition) {
        var note = new EvidenceNote(
                new EvidenceNoteId(UUID.randomUUID()),
                0,
                new Content("learning", "staff", EvidenceNote.Type.FEEDBACK, "They listened"),
                new Change(NOON, new MemberId(UUID.randomUUID())),
                null);
        return new Evidence(asAt, definition, FRAMEWORK, List.of(), List.of(note));
    }
}
