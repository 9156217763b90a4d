package uk.alongside.conversations.hub;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a closure of a hub. */
public record ClosureId(UUID value) implements Id {}
