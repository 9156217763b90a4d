package uk.alongside.conversations.council;

import java.util.Set;
import java.util.UUID;

/** One version of who may act for the council, and how. */
public record Member(
        UUID id, long version, String issuer, String subject, String name, Set<String> roles, Status status) {

    public enum Status {
        ACTIVE,
        SUSPENDED
    }
}
