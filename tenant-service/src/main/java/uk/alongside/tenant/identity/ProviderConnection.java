package uk.alongside.tenant.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How the realm reaches a council's identity provider.
 *
 * @param clientSecret null if the secret that the realm holds stays
 * @param groupsClaim the claim with a person's groups
 */
public record ProviderConnection(
        String displayName,
        String issuer,
        URI authorization,
        URI token,
        URI keys,
        @Nullable URI endSession,
        String clientId,
        @Nullable String clientSecret,
        String groupsClaim,
        boolean enabled) {

    /** Returns a text without the secret, because the text can end up in logs. */
    @Override
    public String toString() {
        return "a connection to " + issuer;
    }
}
