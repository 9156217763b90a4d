package uk.alongside.conversations.insight;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a note on a figure. */
record FigureNoteId(UUID value) implements Id {}
