package uk.alongside.conversations.booking;

import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.person.PersonCard;

/** A walk-in with the person, if known, and the name of who talks with them. */
public record QueuedWalkIn(
        WalkIn walkIn,
        @Nullable PersonCard person,
        @Nullable String withName) {}
