package uk.alongside.conversations.session;

import java.time.Duration;
import java.time.Instant;

/** A range of time between two instants. */
public record TimeRange(Instant starts, Instant ends) {

    long minutes() {
        return Duration.between(starts, ends).toMinutes();
    }
}
