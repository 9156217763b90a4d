package uk.alongside.conversations.clientleveldata;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conclusion.Outcome;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;

/**
 * An event of the type Request: one person of one finished record of a conversation.
 *
 * @param person the person kept, if the person of the record was merged
 * @param starts the day on which the person asked
 * @param ends the day of the conversation
 * @param isShared whether the record has other people too
 */
record Request(
        ConversationId conversation,
        PersonId person,
        LocalDate starts,
        LocalDate ends,
        @Nullable Outcome outcome,
        boolean isShared) {}
