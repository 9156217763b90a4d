package uk.alongside.gateway;

import java.util.Arrays;
import java.util.Optional;

/** The three ways in which the gateway asks Keycloak for tokens. */
enum Registration {
    /** Who are you, and which councils are you a member of? These tokens are relayed to nobody. */
    SIGN_IN("sign-in"),
    /** One council. */
    COUNCIL("council"),
    /** No council: the operator's own endpoints. */
    OPERATOR("operator");

    private final String id;

    Registration(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Optional<Registration> of(String id) {
        return Arrays.stream(values())
                .filter(registration -> registration.id.equals(id))
                .findFirst();
    }
}
