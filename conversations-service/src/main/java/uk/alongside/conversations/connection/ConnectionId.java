package uk.alongside.conversations.connection;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a connection. */
record ConnectionId(UUID value) implements Id {}
