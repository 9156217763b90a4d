package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import uk.alongside.localstack.servers.OneTimeCode;

/** The steps of a person's sign-in: name, then password, then perhaps a code and a council. */
final class SignIn {

    /** The secrets in the authenticator apps that people of these tests have set up, by their address. */
    private static final Map<String, String> AUTHENTICATORS = new ConcurrentHashMap<>();

    private SignIn() {}

    /** Signs in a member of one council, and returns the page to which the product takes them. */
    static Page as(Page page, Deployment deployed, String username) {
        return as(page, deployed, username, deployed.passwordOf(username));
    }

    static Page as(Page page, Deployment deployed, String username, String password) {
        page.navigate(deployed.gateway().toString());
        name(page, deployed, username, password);
        page.waitForURL(url -> url.startsWith(deployed.gateway().toString()));
        return page;
    }

    /** Signs in a member of several councils, and chooses one of them. */
    static Page choosing(Page page, Deployment deployed, String username, String council) {
        page.navigate(deployed.gateway().toString());
        name(page, deployed, username);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(council))
                .click();
        page.locator(".mast__council").waitFor();
        return page;
    }

    /** Signs in the operator, and chooses the operator's work if the page offers a choice. */
    static Page asOperator(Page page, Deployment deployed) {
        as(page, deployed, "operator@alongside.example");
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("Choose a council|Councils"))
                                .setLevel(1))
                .waitFor();
        var choice = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Work as operator")));
        if (choice.isVisible()) {
            choice.click();
        }
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Councils").setLevel(1))
                .waitFor();
        return page;
    }

    /** Signs in by a one-time password, and chooses a new password. */
    static Page first(Page page, Deployment deployed, String email, String oneTimePassword) {
        return first(page, deployed, email, oneTimePassword, "Made-up-" + UUID.randomUUID());
    }

    /** Signs in by a one-time password, and chooses this password. */
    static Page first(Page page, Deployment deployed, String email, String oneTimePassword, String own) {
        enterPassword(page, deployed, email, oneTimePassword);
        choosePassword(page, own);
        setUpAuthenticatorIfAsked(page, deployed, email);
        page.waitForURL(url -> url.startsWith(deployed.gateway().toString()));
        return page;
    }

    /** Goes to the product, and enters the address and the password in Keycloak's two steps. What follows is left open. */
    static void enterPassword(Page page, Deployment deployed, String email, String password) {
        page.navigate(deployed.gateway().toString());
        fillIn(page, email, password);
    }

    /** Enters the address and the password on Keycloak's pages. */
    static void fillIn(Page page, String email, String password) {
        page.locator("#username").fill(email);
        page.locator("#kc-login").click();
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** Chooses a password on Keycloak's page, which may refuse it. */
    static void choosePassword(Page page, String password) {
        page.locator("#password-new").fill(password);
        page.locator("#password-confirm").fill(password);
        page.locator("#kc-login").click();
    }

    /** Waits until a council's page is there, and checks that its API answers the person. */
    static void assertSignedIn(Page page, Deployment deployed) {
        page.waitForURL(url -> url.startsWith(deployed.gateway().toString()));
        page.locator(".mast__council").waitFor();
        assertThat(status(page, deployed)).isEqualTo(200);
    }

    /** Returns how the API answers the person of this page: 401 once the session has ended. */
    static int status(Page page, Deployment deployed) {
        return page.request().get(deployed.gateway() + "/api/council").status();
    }

    /** Fills in Keycloak's two steps. */
    static void name(Page page, Deployment deployed, String username) {
        name(page, deployed, username, deployed.passwordOf(username));
    }

    private static void name(Page page, Deployment deployed, String username, String password) {
        page.locator("#username").fill(username);
        if (!page.locator("#password").isVisible()) {
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        Optional.ofNullable(AUTHENTICATORS.get(username))
                .or(() -> deployed.authenticatorOf(username))
                .ifPresent(secret -> {
                    page.locator("#otp").fill(code(secret));
                    page.locator("#kc-login").click();
                });
    }

    /**
     * Sets up an authenticator app and passes the recovery codes, if the person's roles need it.
     */
    static void setUpAuthenticatorIfAsked(Page page, Deployment deployed, String email) {
        page.waitForCondition(() -> page.url().startsWith(deployed.gateway().toString())
                || page.locator("#totp").isVisible());
        if (page.locator("#totp").isVisible()) {
            AUTHENTICATORS.put(email, setUpAuthenticator(page));
            page.locator("#saveRecoveryAuthnCodesBtn").click();
        }
    }

    /** Takes the secret as an app does, enters its code, and returns the secret. The recovery codes are on the next page. */
    static String setUpAuthenticator(Page page) {
        var secret = page.locator("#totpSecret").inputValue();
        page.locator("#totp").fill(code(secret));
        page.locator("#saveTOTPBtn").click();
        page.locator("#kc-recovery-codes-list").waitFor();
        return secret;
    }

    /** Enters the code of the authenticator app that this person has set up in a test. */
    static void enterCode(Page page, String email) {
        page.locator("#otp").fill(code(Objects.requireNonNull(AUTHENTICATORS.get(email))));
        page.locator("#kc-login").click();
    }

    /** Returns the code of this moment. Keycloak goes by the machine's clock, which no test moves. */
    static String code(String secret) {
        return OneTimeCode.of(secret, Clock.systemUTC().instant());
    }
}
