package uk.alongside.conversations.measure;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a person's answers to one instrument on one day. */
record MeasureId(UUID value) implements Id {}
