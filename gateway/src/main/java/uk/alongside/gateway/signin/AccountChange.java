package uk.alongside.gateway.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A change that a signed-in person makes to their own account, on a page of Keycloak's. */
enum AccountChange {
    PASSWORD("UPDATE_PASSWORD"),
    APP("CONFIGURE_TOTP"),
    RECOVERY_CODES("CONFIGURE_RECOVERY_AUTHN_CODES"),
    PASSKEY("webauthn-register"),
    REMOVE_PASSKEY("delete_credential");

    /** The parameter by which Keycloak is asked for an action. */
    static final String ASKED = "kc_action";

    /** The parameter in which Keycloak says whether the person completed the action. */
    static final String STATUS = "kc_action_status";

    static final String COMPLETED = "success";

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

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

    /**
     * Returns the name of Keycloak's action, with the id of the passkey to remove. It is empty if the id is missing or
     * malformed. Keycloak looks for it among the person's own credentials only.
     */
    Optional<String> action(@Nullable String id) {
        if (this != REMOVE_PASSKEY) {
            return Optional.of(action);
        }
        return Optional.ofNullable(id)
                .filter(named -> ID.matcher(named).matches())
                .map(named -> action + ":" + named);
    }
}
