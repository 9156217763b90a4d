package uk.alongside.conversations.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A note that a lead writes as evidence for a quality statement.
 *
 * @param changed the last change; null if there is none
 */
record EvidenceNote(
        EvidenceNoteId id,
        long version,
        Content content,
        Change written,
        @Nullable Change changed) {

    /** The types of notes. */
    enum Type {
        /** The story of a person, without names. */
        STORY,
        /** The words of people, staff or partners. */
        FEEDBACK,
        /** A decision of the council. */
        DECISION
    }

    /**
     * The content that a lead writes.
     *
     * @param statement the code of the quality statement
     * @param kind the code of the kind of evidence
     * @param words without names of people
     */
    record Content(String statement, String kind, Type type, String words) {

        /** Leaves the words out, because records are written to logs. */
        @Override
        public String toString() {
            return "Content[statement=" + statement + ", kind=" + kind + ", type=" + type + "]";
        }
    }
}
