package uk.alongside.conversations.step;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a next step. */
record StepId(UUID value) implements Id {}
