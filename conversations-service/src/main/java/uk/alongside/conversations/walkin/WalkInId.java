package uk.alongside.conversations.walkin;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a walk-in. */
public record WalkInId(UUID value) implements Id {}
