package uk.alongside.conversations.person;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a person. */
public record PersonId(UUID value) implements Id {}
