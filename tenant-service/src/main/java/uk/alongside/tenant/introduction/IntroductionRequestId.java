package uk.alongside.tenant.introduction;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a request, which only the council that is asked sees. */
record IntroductionRequestId(UUID value) implements Id {}
