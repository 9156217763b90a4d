package uk.alongside.conversations.personmerge;

import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;

/**
 * A suggestion to merge one person into another, and what a lead decided about it.
 *
 * @param merged the person who turns out to be the other one
 * @param kept the person who is kept
 * @param decided the decision of a lead; null until then
 * @param undone the undoing of the merge, with its reason; null if the merge was not undone
 */
record PersonMerge(
        PersonMergeId id,
        PersonId merged,
        PersonId kept,
        Status status,
        Act suggested,
        @Nullable Act decided,
        @Nullable Act undone) {

    /** The state of a merge. The words are part of the API. */
    enum Status {
        SUGGESTED,
        MERGED,
        DECLINED,
        UNDONE
    }

    /**
     * Something that a member of staff did about a merge.
     *
     * @param reason the member's reason; null where none is asked for
     */
    record Act(Instant at, MemberId by, @Nullable String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "Act[at=" + at + "]";
        }
    }

    Stream<PersonId> people() {
        return Stream.of(merged, kept);
    }

    Stream<MemberId> members() {
        return Stream.of(Stream.of(suggested), Stream.ofNullable(decided), Stream.ofNullable(undone))
                .flatMap(Function.identity())
                .map(Act::by);
    }
}
