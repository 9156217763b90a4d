package uk.alongside.conversations.conclusion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.alongside.foundation.id.MemberId;

/**
 * The end of a record: what was decided, by whom and when, with its corrections and what was added since.
 *
 * @param toolTextRead whether the member who finished the record confirmed that they had read what came from a tool
 */
record Conclusion(
        UUID id,
        long version,
        Decisions decisions,
        boolean toolTextRead,
        Instant finishedAt,
        MemberId finishedBy,
        List<Addendum> addenda,
        List<Correction> corrections) {

    /** A text that a member added after the record was finished. */
    record Addendum(UUID id, String text, Instant at, MemberId by) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "Addendum[id=" + id + "]";
        }
    }

    /** A correction of what was decided, with the reason and everything that was decided before. */
    record Correction(String reason, Decisions before, Instant at, MemberId by) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Correction[at=" + at + "]";
        }
    }
}
