package uk.alongside.conversations.hub;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a room of a hub. */
public record RoomId(UUID value) implements Id {}
