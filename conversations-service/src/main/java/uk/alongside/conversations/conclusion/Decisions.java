package uk.alongside.conversations.conclusion;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The facts with which a record is finished. An attempt to reach a person has a kind and a day only. */
@Schema(name = "ConclusionDecisions")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Decisions(
        @NotNull Kind kind,

        @NotNull @Schema(description = "The day of the conversation: today or before")
        LocalDate day,

        @Nullable @Schema(description = "What the person was informed that this was")
        ExplainedAs explainedAs,

        @Nullable @Schema(description = "The day on which the person asked for an assessment")
        LocalDate assessmentAskedOn,

        @Nullable @Schema(description = "The day on which an assessment was offered")
        LocalDate assessmentOfferedOn,

        @Nullable @Schema(description = "The day on which the person declined an assessment")
        LocalDate assessmentDeclinedOn,

        @Nullable
        @Schema(
                description = "An event outcome of the Client Level Data specification for adult social care, Release 2"
                        + " (event outcome hierarchy)")
        Outcome outcome,

        @Nullable @Size(max = 500) @TypedText(TextKind.LINE) @Schema(description = "One line: why this outcome")
        String outcomeReason,

        @Nullable @Schema(description = "Who supported the person to speak")
        Support support,

        @Nullable @Size(max = 200) @TypedText(TextKind.LINE) @Schema(description = "The name of the supporter")
        String supporterName,

        @Nullable @Valid @Size(max = 20) @Schema(description = "What was shared about the person")
        List<@NotNull Share> shares) {

    /** The kinds of a finished record. */
    enum Kind {
        CONVERSATION,
        TRIED_TO_REACH
    }

    /** The words for what the talk was, as the person was informed. */
    enum ExplainedAs {
        CONVERSATION,
        ASSESSMENT,
        REVIEW
    }

    /** The people who can support a person to speak. */
    enum Support {
        NONE_NEEDED,
        FAMILY_OR_FRIEND,
        ADVOCATE,
        INTERPRETER,
        OTHER
    }

    /** The lawful bases of the UK GDPR, Article 6(1). */
    enum LegalBasis {
        CONSENT,
        CONTRACT,
        LEGAL_OBLIGATION,
        VITAL_INTERESTS,
        PUBLIC_TASK,
        LEGITIMATE_INTERESTS
    }

    /** Information about the person that was given to others. */
    @Schema(name = "ConclusionShare")
    record Share(
            @NotBlank @Size(max = 500) @TypedText(TextKind.LINE)
            String what,

            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String withWhom,

            @NotNull LegalBasis legalBasis,
            @NotNull LocalDate day,

            @NotBlank
            @Size(max = 500)
            @TypedText(TextKind.LINE)
            @Schema(description = "What the person was informed about it")
            String personInformed) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Share[]";
        }
    }

    /** The texts of the decisions, which are encrypted together. */
    record Words(@Nullable String outcomeReason, @Nullable String supporterName, List<Share> shares) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Words[]";
        }
    }

    @AssertTrue
    boolean isCompleteForAConversation() {
        return kind != Kind.CONVERSATION
                || (explainedAs != null && outcome != null && outcomeReason != null && support != null);
    }

    @AssertTrue
    boolean isWithoutDecisionsIfThePersonWasNotReached() {
        return kind != Kind.TRIED_TO_REACH
                || (Stream.of(
                                        explainedAs,
                                        assessmentAskedOn,
                                        assessmentOfferedOn,
                                        assessmentDeclinedOn,
                                        outcome,
                                        outcomeReason,
                                        support,
                                        supporterName)
                                .allMatch(Objects::isNull)
                        && (shares == null || shares.isEmpty()));
    }

    @AssertTrue
    boolean isWithoutSupporterIfNoneWasNeeded() {
        return support != Support.NONE_NEEDED || supporterName == null;
    }

    @JsonIgnore
    Words words() {
        return new Words(outcomeReason, supporterName, requireNonNullElse(shares, List.of()));
    }

    /** Returns whether one of the days has not come yet. */
    boolean isAnyAfter(LocalDate today) {
        return Stream.concat(
                        Stream.of(day, assessmentAskedOn, assessmentOfferedOn, assessmentDeclinedOn),
                        requireNonNullElse(shares, List.<Share>of()).stream().map(Share::day))
                .filter(Objects::nonNull)
                .anyMatch(each -> each.isAfter(today));
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "Decisions[kind=" + kind + "]";
    }
}
