package uk.alongside.conversations.concern;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a concern. */
record ConcernId(UUID value) implements Id {}
