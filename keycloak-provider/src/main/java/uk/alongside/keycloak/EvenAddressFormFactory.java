package uk.alongside.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.organization.authentication.authenticators.browser.OrganizationAuthenticatorFactory;

/** Makes {@link EvenAddressForm} under the name of Keycloak's own form, as {@link EvenPasswordFormFactory} does. */
public final class EvenAddressFormFactory extends OrganizationAuthenticatorFactory {

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EvenAddressForm(session);
    }

    /** Is also how {@code realm apply} sees that Keycloak has this program. */
    @Override
    public int order() {
        return 1;
    }
}
