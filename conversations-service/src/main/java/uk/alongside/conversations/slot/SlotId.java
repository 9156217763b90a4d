package uk.alongside.conversations.slot;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a slot. */
public record SlotId(UUID value) implements Id {}
