package uk.alongside.conversations.hub;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room of a hub, and how many people it takes. */
public record HubRoom(UUID id, String name, @Nullable Integer capacity) {}
