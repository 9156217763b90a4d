package uk.alongside.conversations.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(name = "Evidence", description = "All evidence of the council at one moment")
record EvidenceView(
        Instant asAt,

        @Schema(description = "The version of the definitions of the figures")
        int definition,

        Framework framework,
        List<EvidenceFigure> figures,

        @Schema(description = "At most 200 notes, in the order of writing")
        List<EvidenceNoteView> notes) {

    static EvidenceView of(Evidence evidence, List<EvidenceNoteView> notes) {
        return new EvidenceView(
                evidence.asAt(), evidence.definition(), evidence.framework(), evidence.figures(), notes);
    }
}
