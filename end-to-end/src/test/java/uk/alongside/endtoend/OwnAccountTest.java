package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests in a real browser that people change their own password and authenticator app, and get mail about it. */
@Tag("browser")
class OwnAccountTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final String OWN = "Made-up-kettle-" + UUID.randomUUID();

    @Test
    void aPersonWhoLostTheirPhoneSetsUpANewAppAfterARecoveryCode() throws Exception {
        var email = "ada-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", "Ada Made-up", email, "practitioner");
        try (var browser = new Chromium()) {
            var page = browser.person();
            enterPassword(page, email, DEPLOYED.oneTimePasswordFor(email));
            page.locator("#password-new").fill(OWN);
            page.locator("#password-confirm").fill(OWN);
            page.locator("#kc-login").click();
            var lost = SignIn.setUpAuthenticator(page);
            var codes = page.locator("#kc-recovery-codes-list li").allTextContents();
            page.locator("#saveRecoveryAuthnCodesBtn").click();
            page.locator(".mast__council").waitFor();

            var later = browser.person();
            enterPassword(later, email, OWN);
            press(later, "Try another way");
            press(later, "Recovery code");
            later.locator("#recoveryCodeInput").fill(codes.getFirst());
            later.locator("#kc-login").click();
            later.locator(".mast__council").waitFor();
            later.navigate(DEPLOYED.gateway() + "/sign-ins");
            browser.look(later, "sign-ins-change");
            later.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set up an authenticator app"))
                    .click();
            var secret = later.locator("#totpSecret").inputValue();
            browser.look(later, "own-account-app");
            later.locator("#totp").fill(SignIn.code(secret));
            later.locator("#saveTOTPBtn").click();

            assertThat(later.getByRole(AriaRole.ALERT)).containsText("You set up an authenticator app.");
            browser.look(later, "sign-ins-changed");
            assertThat(secret).isNotEqualTo(lost);
            Waiting.until(
                    "the person has mail about both apps",
                    () -> subjectsTo(email).split("an authenticator app was set up", -1).length == 3);
            var after = browser.person();
            enterPassword(after, email, OWN);
            assertThat(after.getByText("Which authenticator app do you have with you?"))
                    .isHidden();
            after.locator("#otp").fill(SignIn.code(lost));
            after.locator("#kc-login").click();
            assertThat(after.locator("#otp-error")).isVisible();
            after.locator("#otp").fill(SignIn.code(secret));
            after.locator("#kc-login").click();
            after.locator(".mast__council").waitFor();
        }
    }

    @Test
    void aPersonChangesTheirPasswordAndIsToldByMail() throws Exception {
        var email = "bea-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", "Bea Made-up", email, "hub-staff");
        try (var browser = new Chromium()) {
            var page = SignIn.first(browser.person(), DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email), OWN);
            page.locator(".mast__council").waitFor();
            page.navigate(DEPLOYED.gateway() + "/sign-ins");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change your password"))
                    .click();
            browser.look(page, "own-account-password");
            page.locator("#password-new").fill("Three blue kettles");
            page.locator("#password-confirm").fill("Three blue kettles");
            page.locator("#kc-login").click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("You changed your password.");
            Waiting.until(
                    "the person has mail about both passwords",
                    () -> subjectsTo(email).split("your password for Alongside was changed", -1).length == 3);
        }
    }

    private static String subjectsTo(String email) {
        return DEPLOYED.operator()
                .get("/api/councils/" + DEPLOYED.councilId("larkshire") + "/mail")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("recipient").asString().equals(email))
                .map(mail -> mail.path("subject").asString())
                .toList()
                .toString();
    }

    private static void enterPassword(Page page, String email, String password) {
        page.navigate(DEPLOYED.gateway().toString());
        page.locator("#username").fill(email);
        page.locator("#kc-login").click();
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
