package uk.alongside.tenant.invitation;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of an invitation. */
record InvitationId(UUID value) implements Id {}
