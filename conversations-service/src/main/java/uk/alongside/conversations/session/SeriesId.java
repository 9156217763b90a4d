package uk.alongside.conversations.session;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a series. */
public record SeriesId(UUID value) implements Id {

    /** Returns a new id. */
    public static SeriesId random() {
        return new SeriesId(UUID.randomUUID());
    }
}
