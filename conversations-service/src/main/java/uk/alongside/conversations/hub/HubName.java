package uk.alongside.conversations.hub;

import java.util.UUID;

/** The id and name by which other features refer to a hub. */
public record HubName(UUID id, String name) {}
