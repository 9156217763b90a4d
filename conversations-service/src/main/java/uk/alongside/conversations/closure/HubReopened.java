package uk.alongside.conversations.closure;

import uk.alongside.conversations.hub.HubClosure.ClosureId;
import uk.alongside.conversations.hub.HubId;

/** An event: a closure was deleted, so the hub is open on its days. It is published in the transaction of the change. */
public record HubReopened(HubId hub, ClosureId closure) {}
