package uk.alongside.conversations.hub;

import java.util.UUID;

/** A hub as other features speak of it. */
public record HubName(UUID id, String name) {}
