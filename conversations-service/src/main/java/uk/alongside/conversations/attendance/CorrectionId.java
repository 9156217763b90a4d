package uk.alongside.conversations.attendance;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a correction. */
public record CorrectionId(UUID value) implements Id {}
