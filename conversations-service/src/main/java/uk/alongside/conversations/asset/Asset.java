package uk.alongside.conversations.asset;

/**
 * A community asset.
 *
 * @param active whether it is on the list, so that staff find it
 */
record Asset(AssetId id, long version, AssetDetails details, boolean active) {}
