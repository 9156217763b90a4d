package uk.alongside.conversations.conversation;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of the record of a conversation. */
public record ConversationId(UUID value) implements Id {}
