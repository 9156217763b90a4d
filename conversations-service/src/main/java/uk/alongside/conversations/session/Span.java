package uk.alongside.conversations.session;

import java.time.Duration;
import java.time.Instant;

/** A stretch of real time. */
public record Span(Instant starts, Instant ends) {

    long minutes() {
        return Duration.between(starts, ends).toMinutes();
    }
}
