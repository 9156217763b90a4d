package uk.alongside.conversations.council;

import java.util.UUID;

/**
 * An event for each delivery of a council's settings. The transaction that stores the settings publishes it, so that no
 * listener misses a delivery.
 */
public record SettingsReceived(UUID council) {}
