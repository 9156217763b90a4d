package uk.alongside.conversations.session;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a session. */
public record SessionId(UUID value) implements Id {

    /** Returns a new id. */
    public static SessionId random() {
        return new SessionId(UUID.randomUUID());
    }
}
