package uk.alongside.conversations.place;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a hold. */
public record HoldId(UUID value) implements Id {}
