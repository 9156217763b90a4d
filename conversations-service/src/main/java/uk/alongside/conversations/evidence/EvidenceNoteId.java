package uk.alongside.conversations.evidence;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a note of evidence. */
record EvidenceNoteId(UUID value) implements Id {}
