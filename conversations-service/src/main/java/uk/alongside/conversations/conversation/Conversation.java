package uk.alongside.conversations.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.conversation.ConversationRefusal.LastPerson;
import uk.alongside.conversations.conversation.ConversationRefusal.TooManyPeople;
import uk.alongside.conversations.conversation.Finishing.ConversationFinished;
import uk.alongside.conversations.council.Prompt;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;

/**
 * The record of a conversation, without the texts of its boxes. It keeps the prompts with which it was begun, so that a
 * change of the council's approach leaves it as it is.
 *
 * @param version the version of the record itself, which changes with its people; each box has its own
 * @param attendance the visit; null for a conversation that was not recorded from a visit
 * @param readers the members who may read it; empty if it is not restricted
 */
record Conversation(
        ConversationId id,
        long version,
        @Nullable AttendanceId attendance,
        @Nullable HubId hub,
        LocalDate day,
        Status status,
        List<Prompt> prompts,
        List<PersonId> people,
        Instant startedAt,
        MemberId startedBy,
        List<MemberId> readers) {

    static final int MOST_PEOPLE = 12;

    /** The one prompt of a council that adopted none. */
    private static final Prompt NOTES = new Prompt(
            "prompt.notes", "What we talked about", "What matters to the person, and what you agreed.", true);

    /** The progress of a record. */
    enum Status {
        DRAFT,
        FINISHED
    }

    Conversation {
        prompts = prompts.isEmpty() ? List.of(NOTES) : List.copyOf(prompts);
        people = List.copyOf(people);
        readers = List.copyOf(readers);
    }

    boolean isFinished() {
        return status == Status.FINISHED;
    }

    /** Rejects a change of a finished record. */
    void refuseIfFinished() {
        if (isFinished()) {
            throw new ConversationFinished().refused();
        }
    }

    /** Returns whether the record has a box for this prompt. */
    boolean asks(String prompt) {
        return prompts.stream().anyMatch(each -> each.id().equals(prompt));
    }

    /** Returns whether the person must be added: false if the person is in the record already. */
    boolean lacks(PersonId person) {
        if (people.contains(person)) {
            return false;
        }
        if (people.size() == MOST_PEOPLE) {
            throw new TooManyPeople().refused();
        }
        return true;
    }

    /** Rejects the removal of a person who is not in the record, or is the only one in it. */
    void refuseUnlessRemovable(PersonId person) {
        if (!people.contains(person)) {
            throw Refused.notFound();
        }
        if (people.size() == 1) {
            throw new LastPerson().refused();
        }
    }
}
