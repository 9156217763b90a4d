package uk.alongside.conversations.peopletotell;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a person to tell. */
record PersonToTellId(UUID value) implements Id {}
