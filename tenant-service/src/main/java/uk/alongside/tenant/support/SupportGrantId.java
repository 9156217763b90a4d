package uk.alongside.tenant.support;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a support grant. */
record SupportGrantId(UUID value) implements Id {}
