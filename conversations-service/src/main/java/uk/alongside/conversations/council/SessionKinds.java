package uk.alongside.conversations.council;

import java.util.List;

/** One version of the kinds of session that a council adopted. */
public record SessionKinds(long version, List<SessionKind> kinds) {

    public SessionKinds {
        kinds = List.copyOf(kinds);
    }
}
