package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests in a real browser that a member changes their password, replaces their authenticator app and makes recovery codes
 * from "Your sign-ins", without a lead, and gets mail about each change.
 */
@Tag("browser")
class OwnAccountTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final String FIRST = "Made-up-kettle-" + UUID.randomUUID();
    private static final String CHOSEN = "Three blue kettles " + UUID.randomUUID();

    private static final String PASSWORD_MAIL = "your password for Alongside was changed";
    private static final String APP_MAIL = "an authenticator app was set up for your account";
    private static final String CODES_MAIL = "new recovery codes for your account";

    private final String email = "una-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
    private final String member = DEPLOYED.addPerson("larkshire", "Una Made-up", email, "practitioner");

    @Test
    void aMemberChangesHowTheySignInAndGetsMailAboutEachChange() throws Exception {
        try (var browser = new Chromium()) {
            var page = browser.person();
            SignIn.enterPassword(page, DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email));
            SignIn.choosePassword(page, FIRST);
            var firstSecret = SignIn.setUpAuthenticator(page);
            var firstCodes = codes(page);
            page.locator("#saveRecoveryAuthnCodesBtn").click();
            page.locator(".mast__council").waitFor();
            // The first password and the first app are mailed about too.
            DEPLOYED.awaitMails("larkshire", email, APP_MAIL, 1);

            changePassword(browser, page, firstSecret);
            var secret = replaceTheApp(browser, page, firstSecret);
            var codes = makeRecoveryCodes(browser, page, secret);

            assertThat(codes).doesNotContainAnyElementsOf(firstCodes);
            useRecoveryCode(browser, firstCodes.getFirst(), codes.getFirst());
            assertSignsInBy(browser, secret);
            assertThat(DEPLOYED.deedsOn("larkshire", member))
                    .contains("password-changed", "app-changed", "recovery-codes-changed");
        }
    }

    private void changePassword(Chromium browser, Page page, String firstSecret) throws Exception {
        int before = mails(PASSWORD_MAIL);
        open(page, "Change your password", FIRST, firstSecret);
        browser.look(page, "own-password");
        SignIn.choosePassword(page, "Alongside2026!");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose a password that is harder to guess");
        SignIn.choosePassword(page, CHOSEN);
        assertBack(browser, page, "You changed your password", "own-password-changed");
        DEPLOYED.awaitMails("larkshire", email, PASSWORD_MAIL, before + 1);

        var elsewhere = browser.person();
        SignIn.enterPassword(elsewhere, DEPLOYED, email, FIRST);
        assertThat(elsewhere.locator("#password-error")).containsText("Enter the right password");
    }

    /** Replaces the app and returns the secret of the new one. The earlier app works no more after the mail. */
    private String replaceTheApp(Chromium browser, Page page, String firstSecret) throws Exception {
        int before = mails(APP_MAIL);
        open(page, "Set up an authenticator app", CHOSEN, firstSecret);
        browser.look(page, "own-app");
        var secret = page.locator("#totpSecret").inputValue();
        page.locator("#totp").fill(SignIn.code(secret));
        page.locator("#saveTOTPBtn").click();
        assertBack(browser, page, "You set up an authenticator app", "own-app-changed");
        DEPLOYED.awaitMails("larkshire", email, APP_MAIL, before + 1);

        var elsewhere = browser.person();
        SignIn.enterPassword(elsewhere, DEPLOYED, email, CHOSEN);
        elsewhere.locator("#otp").fill(SignIn.code(firstSecret));
        elsewhere.locator("#kc-login").click();
        assertThat(elsewhere.locator("#otp-error")).containsText("Enter the code that your authenticator app shows");
        return secret;
    }

    private List<String> makeRecoveryCodes(Chromium browser, Page page, String secret) throws Exception {
        int before = mails(CODES_MAIL);
        open(page, "Make new recovery codes", CHOSEN, secret);
        browser.look(page, "own-recovery-codes");
        var codes = codes(page);
        page.locator("#saveRecoveryAuthnCodesBtn").click();
        assertBack(browser, page, "You made new recovery codes", "own-recovery-codes-made");
        DEPLOYED.awaitMails("larkshire", email, CODES_MAIL, before + 1);
        return codes;
    }

    private void useRecoveryCode(Chromium browser, String earlier, String code) {
        var page = browser.person();
        SignIn.enterPassword(page, DEPLOYED, email, CHOSEN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try another way"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recovery code"))
                .click();
        page.locator("#recoveryCodeInput").fill(earlier);
        page.locator("#kc-login").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter the right recovery code");
        page.locator("#recoveryCodeInput").fill(code);
        page.locator("#kc-login").click();
        page.locator(".mast__council").waitFor();
    }

    private void assertSignsInBy(Chromium browser, String secret) {
        var page = browser.person();
        SignIn.enterPassword(page, DEPLOYED, email, CHOSEN);
        page.locator("#otp").fill(SignIn.code(secret));
        page.locator("#kc-login").click();
        page.locator(".mast__council").waitFor();
    }

    /** Opens Keycloak's page for a change. Keycloak asks for password and code again five minutes after the sign-in. */
    private static void open(Page page, String change, String password, String secret) {
        page.navigate(DEPLOYED.gateway() + "/sign-ins");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(change))
                .click();
        page.locator("#password, #password-new, #totp, #kc-recovery-codes-list")
                .first()
                .waitFor();
        if (page.locator("#password").isVisible()) {
            page.locator("#password").fill(password);
            page.locator("#kc-login").click();
            page.locator("#otp").fill(SignIn.code(secret));
            page.locator("#kc-login").click();
        }
    }

    /** Asserts that the person is back in their council, on the page from which they came. */
    private static void assertBack(Chromium browser, Page page, String words, String picture) {
        page.waitForURL(url -> url.startsWith(DEPLOYED.gateway() + "/sign-ins"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(words);
        assertThat(page.locator(".mast__council")).containsText("Larkshire");
        browser.look(page, picture);
    }

    private int mails(String subject) {
        return DEPLOYED.mails("larkshire", email, subject).size();
    }

    private static List<String> codes(Page page) {
        var codes = page.locator("#kc-recovery-codes-list li").allTextContents();
        assertThat(codes).hasSize(12);
        return codes;
    }
}
