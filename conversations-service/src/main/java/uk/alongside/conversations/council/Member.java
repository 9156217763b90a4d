package uk.alongside.conversations.council;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a member: a person or a machine client that may act for the council, and their roles. Support access has an end. */
public record Member(
        UUID id,
        long version,
        String issuer,
        String subject,
        String name,
        Set<String> roles,
        Status status,
        @Nullable Instant endsAt,
        boolean machine) {

    public enum Status {
        ACTIVE,
        SUSPENDED
    }
}
