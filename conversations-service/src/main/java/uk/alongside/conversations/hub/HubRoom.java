package uk.alongside.conversations.hub;

import org.jspecify.annotations.Nullable;

/** A room of a hub, and how many people it takes. */
public record HubRoom(RoomId id, String name, @Nullable Integer capacity) {}
