package uk.alongside.conversations.personmerge;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a suggested or decided merge of two people. */
record PersonMergeId(UUID value) implements Id {}
