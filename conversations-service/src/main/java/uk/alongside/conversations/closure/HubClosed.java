package uk.alongside.conversations.closure;

import java.time.LocalDate;
import uk.alongside.conversations.hub.HubClosure.ClosureId;
import uk.alongside.conversations.hub.HubId;

/** An event: a hub closes on some days. It is published in the transaction of the change. */
public record HubClosed(HubId hub, ClosureId closure, LocalDate from, LocalDate to, String reason) {}
