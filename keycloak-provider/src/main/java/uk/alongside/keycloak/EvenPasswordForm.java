package uk.alongside.keycloak;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * Keycloak's form for address and password, which calculates one password hash for each answer, and offers the council's own
 * sign-in for each address of a council that has one.
 *
 * <p>Keycloak itself calculates a hash for an account with a password, and for an address without an account. It calculates
 * none for an account that is locked or has no password, or when the password is empty. Those answers were faster, and so
 * said that there is such an account.
 */
final class EvenPasswordForm extends UsernamePasswordForm {

    /** The name under which the theme's page finds the link to the council's own sign-in. */
    private static final String COUNCIL_SIGN_IN = "councilSignIn";

    EvenPasswordForm(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        offerCouncilSignIn(context);
        super.authenticate(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        offerCouncilSignIn(context);
        super.action(context);
    }

    private static void offerCouncilSignIn(AuthenticationFlowContext context) {
        addressOfFirstPage(context)
                .flatMap(address -> CouncilSignIn.linkFor(address, context))
                .ifPresent(link -> context.form().setAttribute(COUNCIL_SIGN_IN, link.toString()));
    }

    /** Returns the address that was entered on a page of its own, so that the page with the password does not ask for it. */
    private static Optional<String> addressOfFirstPage(AuthenticationFlowContext context) {
        var notes = context.getAuthenticationSession();
        return Boolean.parseBoolean(notes.getAuthNote(USERNAME_HIDDEN))
                ? Optional.ofNullable(notes.getAuthNote(ATTEMPTED_USERNAME))
                : Optional.empty();
    }

    /** Adds the address, because Keycloak calculates no hash for a form without one. */
    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        var whole = new MultivaluedHashMap<>(form);
        addressOfFirstPage(context).ifPresent(address -> whole.putSingle(UserModel.USERNAME, address));
        return super.validateForm(context, whole);
    }

    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context, UserModel user, MultivaluedMap<String, String> form, boolean clearUser) {
        var password = form.getFirst(CredentialRepresentation.PASSWORD);
        if (password == null || password.isEmpty()) {
            AuthenticatorUtils.dummyHash(context);
        }
        return super.validatePassword(context, user, form, clearUser);
    }

    /** Is asked once before a password is compared, and only if it is not empty. */
    @Override
    protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
        var disabled = super.isDisabledByBruteForce(context, user);
        if (disabled || !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            AuthenticatorUtils.dummyHash(context);
        }
        return disabled;
    }
}
