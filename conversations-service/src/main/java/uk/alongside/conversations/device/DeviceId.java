package uk.alongside.conversations.device;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a browser on a device: a random UUID that the browser made and keeps. The service does not store it. */
record DeviceId(UUID value) implements Id {}
