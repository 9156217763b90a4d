package uk.alongside.tenant.identity;

import java.time.Instant;

/**
 * A passkey of an account: a key in a device, in a browser or on a security key, which signs in instead of a code.
 *
 * @param name the name that its owner gave it
 */
public record Passkey(String id, String name, Instant addedAt) {

    /** Returns a text without the name, because the text can end up in logs. */
    @Override
    public String toString() {
        return "Passkey[" + addedAt + "]";
    }
}
