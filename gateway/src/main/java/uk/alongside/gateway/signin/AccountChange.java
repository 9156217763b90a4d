package uk.alongside.gateway.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A change that a signed-in person makes to their own account, on a page of Keycloak's. */
enum AccountChange {
    PASSWORD("UPDATE_PASSWORD"),
    APP("CONFIGURE_TOTP"),
    RECOVERY_CODES("CONFIGURE_RECOVERY_AUTHN_CODES");

    /** The parameter by which Keycloak is asked for an action. */
    static final String ASKED = "kc_action";

    /** The parameter in which Keycloak says whether the person completed the action. */
    static final String STATUS = "kc_action_status";

    static final String COMPLETED = "success";

    private final String action;

    AccountChange(String action) {
        this.action = action;
    }

    /** Returns the change with this word of an address. */
    static Optional<AccountChange> of(String word) {
        return Arrays.stream(values())
                .filter(change -> change.word().equals(word))
                .findFirst();
    }

    /** Returns the word for this change in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name of Keycloak's action. */
    String action() {
        return action;
    }
}
