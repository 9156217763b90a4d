package uk.alongside.foundation.id;

import java.util.UUID;

/** The id of a member of a council. */
public record MemberId(UUID value) implements Id {}
