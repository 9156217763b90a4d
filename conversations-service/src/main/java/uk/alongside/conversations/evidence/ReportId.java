package uk.alongside.conversations.evidence;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a published report. */
record ReportId(UUID value) implements Id {}
