package uk.alongside.conversations.council;

import java.util.Set;
import java.util.UUID;

/** One version of a member: a person who may act for the council, and their roles. */
public record Member(
        UUID id, long version, String issuer, String subject, String name, Set<String> roles, Status status) {

    public enum Status {
        ACTIVE,
        SUSPENDED
    }
}
