package uk.alongside.conversations.slot;

import java.time.Duration;
import java.time.Instant;

/** A range of time between two instants. */
public record TimeRange(Instant starts, Instant ends) {

    public long minutes() {
        return Duration.between(starts, ends).toMinutes();
    }
}
