package uk.alongside.conversations.place;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import uk.alongside.conversations.slot.SlotId;

/** A place that is reserved for one member until a given time. */
public record Hold(HoldId id, SlotId slot, UUID member, Instant expiresAt) {

    public static final Duration LASTS = Duration.ofMinutes(10);
}
