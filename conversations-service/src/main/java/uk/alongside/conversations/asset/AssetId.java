package uk.alongside.conversations.asset;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a community asset. */
public record AssetId(UUID value) implements Id {}
