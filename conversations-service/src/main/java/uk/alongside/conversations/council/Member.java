package uk.alongside.conversations.council;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a member: a person who may act for the council, and their roles. Support access has an end. */
public record Member(
        UUID id,
        long version,
        String issuer,
        String subject,
        String name,
        Set<String> roles,
        Status status,
        @Nullable Instant endsAt) {

    public enum Status {
        ACTIVE,
        SUSPENDED
    }
}
