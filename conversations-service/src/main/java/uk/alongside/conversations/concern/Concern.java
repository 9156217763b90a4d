package uk.alongside.conversations.concern;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;

/**
 * A worry of a member of staff, and what was done about it.
 *
 * @param done what was done, the first entry first; the first is written with the concern
 * @param read who noted that they read it; null until a practitioner has
 */
record Concern(
        ConcernId id,
        @Nullable PersonId person,
        @Nullable ConversationId conversation,
        String worry,
        Instant writtenAt,
        MemberId writtenBy,
        List<Done> done,
        @Nullable Reading read) {

    Concern {
        done = List.copyOf(done);
    }

    /** The actions that a member records. */
    enum Action {
        RANG_A_NUMBER,
        TOLD_THE_MANAGER,
        EMERGENCY_SERVICES,
        NOT_YET
    }

    /**
     * An action of a member.
     *
     * @param told whom they told, and when; null if they have told no one yet
     */
    record Done(Set<Action> actions, @Nullable String told, Instant at, MemberId by) {

        Done {
            actions = Set.copyOf(actions);
        }

        boolean isSomething() {
            return !actions.contains(Action.NOT_YET);
        }

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "Done[actions=" + actions + "]";
        }
    }

    record Reading(Instant at, MemberId by) {}

    /** Returns whether no action was taken yet. */
    boolean isWaiting() {
        return done.stream().noneMatch(Done::isSomething);
    }

    /** Leaves the person and the text out, because records are written to logs. */
    @Override
    public String toString() {
        return "Concern[id=" + id + "]";
    }
}
