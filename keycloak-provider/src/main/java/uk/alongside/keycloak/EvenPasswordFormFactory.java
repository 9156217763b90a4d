package uk.alongside.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Makes {@link EvenPasswordForm} under the name of Keycloak's own form. Of two with one name Keycloak takes the one with the
 * higher order, so no realm has to name ours, and a Keycloak without this program still signs people in.
 */
public final class EvenPasswordFormFactory extends UsernamePasswordFormFactory {

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EvenPasswordForm(session);
    }

    /** Is also how {@code realm apply} sees that Keycloak has this program. */
    @Override
    public int order() {
        return 1;
    }
}
