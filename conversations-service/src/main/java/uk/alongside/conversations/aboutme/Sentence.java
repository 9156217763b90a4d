package uk.alongside.conversations.aboutme;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;

/**
 * A sentence of About me.
 *
 * @param reason why the sentence was taken away; null otherwise
 * @param changes what the sentence was before each change; the first change comes first
 */
record Sentence(
        SentenceId id,
        PersonId person,
        long version,
        SentenceDetails details,
        boolean takenAway,
        @Nullable String reason,
        Instant addedAt,
        MemberId addedBy,
        List<Change> changes) {

    Sentence {
        changes = List.copyOf(changes);
    }

    /**
     * A change of a sentence: what it was before, and who changed it.
     *
     * @param reason why the sentence was away before the change; null if it was not
     */
    record Change(
            SentenceDetails before,
            boolean takenAwayBefore,
            @Nullable String reason,
            Instant at,
            MemberId by) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Change[at=" + at + "]";
        }
    }

    Sentence with(List<Change> changed) {
        return new Sentence(id, person, version, details, takenAway, reason, addedAt, addedBy, changed);
    }

    /** Returns the sentence as a change leaves it. */
    Sentence as(SentenceDetails changed, boolean away, @Nullable String why) {
        return new Sentence(id, person, version, changed, away, why, addedAt, addedBy, changes);
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "Sentence[id=" + id + "]";
    }
}
