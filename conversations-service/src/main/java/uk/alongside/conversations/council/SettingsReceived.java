package uk.alongside.conversations.council;

import java.util.UUID;

/**
 * Settings of a council were received. Said in the transaction that stores them, for each delivery, so that nothing is
 * missed.
 */
public record SettingsReceived(UUID council) {}
