package uk.alongside.gateway.session;

import java.util.Objects;

/** A council that a person may choose to work for. */
public record Choice(String id, String alias, String name) {

    public Choice {
        Objects.requireNonNull(id);
        Objects.requireNonNull(alias);
        Objects.requireNonNull(name);
    }
}
