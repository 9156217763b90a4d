package uk.alongside.conversations.move;

import java.time.Instant;
import java.time.LocalDate;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;

/**
 * A move of a record from the wrong person to the right one.
 *
 * @param day the day of the conversation at the time of the move
 */
record Move(
        MoveId id,
        ConversationId conversation,
        PersonId from,
        PersonId to,
        LocalDate day,
        String reason,
        Instant at,
        MemberId by) {

    /** Leaves the people and the text out, because records are written to logs. */
    @Override
    public String toString() {
        return "Move[id=" + id + "]";
    }
}
