package uk.alongside.conversations.letter;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a letter. */
record LetterId(UUID value) implements Id {}
