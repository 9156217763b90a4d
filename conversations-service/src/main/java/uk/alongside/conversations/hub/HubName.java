package uk.alongside.conversations.hub;

/** The id and name by which other features refer to a hub. */
public record HubName(HubId id, String name) {}
