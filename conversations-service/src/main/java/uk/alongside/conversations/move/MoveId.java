package uk.alongside.conversations.move;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a move. */
record MoveId(UUID value) implements Id {}
