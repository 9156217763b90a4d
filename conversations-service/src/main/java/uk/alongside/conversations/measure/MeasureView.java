package uk.alongside.conversations.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.measure.Measure.Correction;
import uk.alongside.conversations.measure.Measure.How;
import uk.alongside.conversations.measure.Measures.Withdrawn;
import uk.alongside.conversations.person.PersonId;

/** A person's answers to an instrument on one day, as an answer shows them. */
@Schema(name = "Measure")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeasureView(
        MeasureId id,
        PersonId personId,
        @Nullable ConversationId conversationId,
        String instrument,
        int instrumentVersion,
        LocalDate day,
        How how,

        @Schema(description = "Whether these are the person's first answers to the instrument")
        boolean baseline,

        @Schema(description = "The goals that the answers are about, in an instrument with goals")
        List<Goal> goals,

        List<Answer> answers,
        List<Score> scores,
        Instant recordedAt,
        @Nullable String recordedByName,

        @Schema(description = "What the answers were before each correction")
        List<CorrectionView> corrections,

        @Nullable
        @Schema(
                description =
                        "Who withdrew the answers, and why; absent unless they were. The answers are left out then.")
        WithdrawalView withdrawn,

        @Schema(description = "The version to send in If-Match")
        long version) {

    /** A score of an instrument. */
    @Schema(name = "MeasureScore")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Score(
            String scale,

            @Nullable @Schema(description = "The score; absent if a question that it needs has no value")
            BigDecimal value) {}

    @Schema(name = "MeasureCorrection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CorrectionView(
            LocalDate day,
            List<Goal> goals,
            List<Answer> answers,
            String reason,
            Instant at,
            @Nullable String byName) {

        static CorrectionView of(Correction correction, Map<UUID, String> members) {
            var before = correction.before();
            return new CorrectionView(
                    before.day(),
                    before.goals(),
                    before.answers(),
                    correction.reason(),
                    correction.at(),
                    members.get(correction.by().value()));
        }

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "CorrectionView[at=" + at + "]";
        }
    }

    @Schema(name = "WithdrawnMeasure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithdrawalView(Instant at, @Nullable String byName, String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "WithdrawalView[at=" + at + "]";
        }
    }

    static MeasureView of(Withdrawn withdrawn, Map<UUID, String> members) {
        var measure = withdrawn.measure();
        var by = withdrawn.by();
        return new MeasureView(
                measure.id(),
                measure.person(),
                measure.conversation(),
                measure.instrument(),
                measure.instrumentVersion(),
                measure.day(),
                measure.content().how(),
                false,
                List.of(),
                List.of(),
                List.of(),
                measure.recordedAt(),
                members.get(measure.recordedBy().value()),
                List.of(),
                new WithdrawalView(by.at(), members.get(by.by().value()), by.reason()),
                measure.version());
    }

    static MeasureView of(Measure measure, Course course, Map<UUID, String> members) {
        var goals = course.goals(measure.instrument());
        return new MeasureView(
                measure.id(),
                measure.person(),
                measure.conversation(),
                measure.instrument(),
                measure.instrumentVersion(),
                measure.day(),
                measure.content().how(),
                course.isBaseline(measure),
                goals,
                measure.content().answers(),
                course.instrument(measure).scales().stream()
                        .map(scale -> new Score(
                                scale.id(),
                                scale.score(goals, measure.content().answers()).orElse(null)))
                        .toList(),
                measure.recordedAt(),
                members.get(measure.recordedBy().value()),
                measure.corrections().stream()
                        .map(correction -> CorrectionView.of(correction, members))
                        .toList(),
                null,
                measure.version());
    }

    /** Leaves the answers out, because records are written to logs. */
    @Override
    public String toString() {
        return "MeasureView[id=" + id + ", instrument=" + instrument + "]";
    }
}
