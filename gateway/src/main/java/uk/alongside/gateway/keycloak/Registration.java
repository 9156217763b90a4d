package uk.alongside.gateway.keycloak;

import java.util.Arrays;
import java.util.Optional;

/** The three OAuth 2 client registrations by which the gateway asks Keycloak for tokens. */
public enum Registration {
    /** Identifies the person and lists their councils. These tokens are never relayed. */
    SIGN_IN("sign-in"),
    /** Gets a token for one council. */
    COUNCIL("council"),
    /** Gets a token for no council, for the operator's own endpoints. */
    OPERATOR("operator");

    private final String id;

    Registration(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<Registration> of(String id) {
        return Arrays.stream(values())
                .filter(registration -> registration.id.equals(id))
                .findFirst();
    }
}
