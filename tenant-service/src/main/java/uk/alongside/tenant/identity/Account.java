package uk.alongside.tenant.identity;

import org.jspecify.annotations.Nullable;

/** An account of the realm with its name: a person has an e-mail address, a machine client a client id. */
public record Account(
        Person person,
        String name,
        @Nullable String email,
        @Nullable String clientId) {

    /** Returns a text without the person, because the text ends up in logs. */
    @Override
    public String toString() {
        return "an account";
    }
}
