package uk.alongside.conversations.conclusion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conclusion.Conclusion.Addendum;
import uk.alongside.conversations.conclusion.Conclusion.Correction;

/** The end of a record in an answer. */
@Schema(name = "Conclusion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConclusionView(
        Decisions decisions,

        @Schema(description = "Whether the member who finished it confirmed that they had read what came from a tool")
        boolean toolTextRead,

        Instant finishedAt,
        @Nullable String finishedByName,

        @Schema(description = "What members of staff added since, the first one first")
        List<AddendumView> addenda,

        @Schema(description = "The corrections of what was decided, the first one first")
        List<CorrectionView> corrections) {

    /** A correction of what was decided, with everything that was decided before. */
    @Schema(name = "ConclusionCorrection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CorrectionView(
            String reason,
            Decisions before,
            Instant correctedAt,
            @Nullable String correctedByName) {

        static CorrectionView of(Correction correction, Map<UUID, String> members) {
            return new CorrectionView(
                    correction.reason(),
                    correction.before(),
                    correction.at(),
                    members.get(correction.by().value()));
        }

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "CorrectionView[correctedAt=" + correctedAt + "]";
        }
    }

    /** A text that was added to a finished record. */
    @Schema(name = "Addendum")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AddendumView(
            UUID id, String text, Instant addedAt, @Nullable String addedByName) {

        static AddendumView of(Addendum addendum, Map<UUID, String> members) {
            return new AddendumView(
                    addendum.id(),
                    addendum.text(),
                    addendum.at(),
                    members.get(addendum.by().value()));
        }

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "AddendumView[id=" + id + "]";
        }
    }

    static ConclusionView of(Conclusion conclusion, Map<UUID, String> members) {
        return new ConclusionView(
                conclusion.decisions(),
                conclusion.toolTextRead(),
                conclusion.finishedAt(),
                members.get(conclusion.finishedBy().value()),
                conclusion.addenda().stream()
                        .map(addendum -> AddendumView.of(addendum, members))
                        .toList(),
                conclusion.corrections().stream()
                        .map(correction -> CorrectionView.of(correction, members))
                        .toList());
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "ConclusionView[finishedAt=" + finishedAt + "]";
    }
}
