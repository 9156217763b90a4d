package uk.alongside.conversations.aboutme;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a sentence of About me. */
record SentenceId(UUID value) implements Id {}
