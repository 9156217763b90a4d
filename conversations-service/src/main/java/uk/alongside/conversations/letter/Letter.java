package uk.alongside.conversations.letter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.letter.LetterRefusal.AlreadyWithdrawn;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;

/**
 * The letter to one person of a record, as far as members of staff have changed it.
 *
 * @param id null for a letter that no member has changed yet
 * @param names the other people whose names stay in the letter
 * @param parts the parts that a member has edited, by their ids
 */
record Letter(
        @Nullable LetterId id,
        ConversationId conversation,
        PersonId person,
        long version,
        Set<PersonId> names,
        @Nullable Withdrawal withdrawal,
        Map<String, Part> parts,
        List<Copy> copies) {

    /** The part for the words of the person. */
    static final String OWN_WORDS = "own-words";

    /** The part for the next steps. */
    static final String NEXT_STEPS = "next-steps";

    /** The part for the groups, places and activities. */
    static final String CONNECTIONS = "connections";

    /** The part for what the person sees differently. It is kept beside the record, and no letter has it. */
    static final String DIFFERENTLY = "differently";

    Letter {
        names = Set.copyOf(names);
        parts = Map.copyOf(parts);
        copies = List.copyOf(copies);
    }

    static Letter unchanged(ConversationId conversation, PersonId person) {
        return new Letter(null, conversation, person, 0, Set.of(), null, Map.of(), List.of());
    }

    record Part(String text, long version, Instant changedAt, MemberId changedBy) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "Part[version=" + version + "]";
        }
    }

    /** A copy that was given to the person. */
    record Copy(How how, Instant at, MemberId by) {}

    /** The ways of giving a copy. */
    enum How {
        PRINTED,
        BY_HAND,
        POST
    }

    record Withdrawal(Instant at, MemberId by, String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "Withdrawal[at=" + at + "]";
        }
    }

    /** Rejects a change of a letter that was withdrawn. What the person sees differently may still be written down. */
    void refuseIfWithdrawn(String part) {
        if (withdrawal != null && !part.equals(DIFFERENTLY)) {
            throw new AlreadyWithdrawn().refused();
        }
    }

    /** Leaves the person and the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "Letter[id=" + id + "]";
    }
}
