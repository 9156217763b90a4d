package uk.alongside.conversations.closure;

import java.time.LocalDate;
import java.util.UUID;
import uk.alongside.conversations.hub.HubId;

/** An event: a hub closes on some days. It is published in the transaction of the change. */
public record HubClosed(HubId hub, UUID closure, LocalDate from, LocalDate to, String reason) {}
