package uk.alongside.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.authentication.authenticators.browser.OrganizationAuthenticator;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * Keycloak's form for the address, which looks for no account before the password.
 *
 * <p>Keycloak itself looks for the account, and then goes on in different ways: it says that there is no account, says that
 * the account is disabled, lists the organizations of the person, or leads to the organization's own sign-in. A stranger
 * who chooses the scope of the sign-in could make it do each of these.
 *
 * <p>A person who is signed in already goes on as Keycloak decides.
 */
final class EvenAddressForm extends OrganizationAuthenticator {

    private final KeycloakSession session;

    EvenAddressForm(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    /** Takes the address from the request for a sign-in if it names one. */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        var address = context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
        if (isSignedIn(context) || isBlank(address) || !Organizations.isEnabledAndOrganizationsPresent(session)) {
            super.authenticate(context);
        } else {
            askForThePassword(context, address);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        var address = context.getHttpRequest().getDecodedFormParameters().getFirst(UserModel.USERNAME);
        if (isSignedIn(context) || isBlank(address)) {
            super.action(context);
        } else {
            askForThePassword(context, address);
        }
    }

    private static boolean isSignedIn(AuthenticationFlowContext context) {
        return context.getUser() != null;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Leads on to the form for the password, as Keycloak does for an address of no organization and no account. */
    private static void askForThePassword(AuthenticationFlowContext context, String address) {
        var notes = context.getAuthenticationSession();
        notes.removeAuthNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
        notes.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, address.trim());
        notes.setAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN, "true");
        context.attempted();
    }
}
