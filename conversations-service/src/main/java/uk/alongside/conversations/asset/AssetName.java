package uk.alongside.conversations.asset;

/** A community asset and its name. */
public record AssetName(AssetId id, String name) {}
