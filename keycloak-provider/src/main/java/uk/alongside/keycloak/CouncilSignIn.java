package uk.alongside.keycloak;

import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel.IdentityProviderRedirectMode;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.services.Urls;

/** Finds a council's own sign-in by the domain of an email address. It looks for no account. */
final class CouncilSignIn {

    private CouncilSignIn() {}

    /** Returns the link to the sign-in of the council that has the domain of this address. */
    static Optional<URI> linkFor(String address, AuthenticationFlowContext context) {
        var signIn = context.getAuthenticationSession();
        return providerFor(address, context.getSession())
                .map(provider -> Urls.identityProviderAuthnRequest(
                        context.getUriInfo().getBaseUri(),
                        provider.getAlias(),
                        context.getRealm().getName(),
                        context.generateAccessCode(),
                        signIn.getClient().getClientId(),
                        signIn.getTabId(),
                        AuthenticationProcessor.getClientData(context.getSession(), signIn),
                        address));
    }

    private static Optional<IdentityProviderModel> providerFor(String address, KeycloakSession session) {
        var domain = Organizations.getEmailDomain(address);
        if (domain == null || !Organizations.isEnabledAndOrganizationsPresent(session)) {
            return Optional.empty();
        }
        var council = Organizations.getProvider(session).getByDomainName(domain);
        if (council == null || !council.isEnabled()) {
            return Optional.empty();
        }
        return council.getIdentityProviders()
                .filter(IdentityProviderModel::isEnabled)
                .filter(IdentityProviderRedirectMode.EMAIL_MATCH::isSet)
                .findFirst();
    }
}
