package uk.alongside.conversations.hub;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a hub. */
public record HubId(UUID value) implements Id {}
