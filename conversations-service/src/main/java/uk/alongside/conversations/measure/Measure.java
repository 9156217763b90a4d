package uk.alongside.conversations.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;

/**
 * The answers of a person to an instrument on one day. The first answers of a person to an instrument are the baseline,
 * and later ones are follow-ups.
 *
 * @param instrument the code of the instrument
 * @param instrumentVersion the version that was asked
 * @param corrections the corrections, the first one first
 */
record Measure(
        MeasureId id,
        PersonId person,
        @Nullable ConversationId conversation,
        String instrument,
        int instrumentVersion,
        Content content,
        Instant recordedAt,
        MemberId recordedBy,
        long version,
        List<Correction> corrections) {

    /** The ways in which answers reach the product. */
    enum How {
        ASKED,
        PAPER
    }

    /**
     * The content that a member records.
     *
     * @param goals the goals that the person sets; empty unless this is the baseline of an instrument with goals
     */
    record Content(LocalDate day, How how, List<Goal> goals, List<Answer> answers) {

        Content {
            goals = List.copyOf(goals);
            answers = List.copyOf(answers);
        }

        /** Leaves the answers out, because records are written to logs. */
        @Override
        public String toString() {
            return "Content[day=" + day + "]";
        }
    }

    /** A correction: what the answers were before it, and its reason. */
    record Correction(Content before, String reason, Instant at, MemberId by) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Correction[at=" + at + "]";
        }
    }

    LocalDate day() {
        return content.day();
    }

    Measure with(List<Correction> corrected) {
        return new Measure(
                id,
                person,
                conversation,
                instrument,
                instrumentVersion,
                content,
                recordedAt,
                recordedBy,
                version,
                List.copyOf(corrected));
    }

    /** Leaves the answers out, because records are written to logs. */
    @Override
    public String toString() {
        return "Measure[id=" + id + ", instrument=" + instrument + "]";
    }
}
