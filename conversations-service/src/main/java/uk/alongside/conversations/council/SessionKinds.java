package uk.alongside.conversations.council;

import java.util.List;

/** One version of the kinds of session that a council adopted. */
record SessionKinds(long version, List<SessionKind> kinds) {

    SessionKinds {
        kinds = List.copyOf(kinds);
    }
}
