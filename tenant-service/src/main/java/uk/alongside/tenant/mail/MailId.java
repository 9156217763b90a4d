package uk.alongside.tenant.mail;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a mail that was kept instead of sent. */
record MailId(UUID value) implements Id {}
