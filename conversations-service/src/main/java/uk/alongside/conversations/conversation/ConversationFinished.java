package uk.alongside.conversations.conversation;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The record is finished, perhaps since the caller read it. */
@ProblemType(
        type = "conversation-finished",
        detail = "This conversation is finished, so it can no longer be changed. Add an addendum instead.")
public record ConversationFinished() implements Refusal {}
