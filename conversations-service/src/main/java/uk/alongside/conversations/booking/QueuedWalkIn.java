package uk.alongside.conversations.booking;

import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.person.PersonCard;

/** A walk-in with the person, if known, and the name of the member who talks with the person. */
public record QueuedWalkIn(
        WalkIn walkIn,
        @Nullable PersonCard person,
        @Nullable String withName) {}
