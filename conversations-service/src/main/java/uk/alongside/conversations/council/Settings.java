package uk.alongside.conversations.council;

import org.jspecify.annotations.Nullable;

/** One version of a council's settings. */
record Settings(
        long version,
        String name,
        String alias,
        String talkingPoint,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        boolean demonstration) {}
