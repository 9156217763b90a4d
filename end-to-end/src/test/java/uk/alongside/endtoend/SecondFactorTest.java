package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the second factor in a real browser: set up, used, lost, replaced by a recovery code, reset, set up again. */
@Tag("browser")
class SecondFactorTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final String OWN_PASSWORD = "Made-up-kettle-" + UUID.randomUUID();

    @Test
    void aPractitionerSetsItUpUsesItLosesItAndSetsItUpAgain() throws Exception {
        var email = "nia-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        var member = DEPLOYED.addPerson("larkshire", "Nia Made-up", email, "practitioner");
        try (var browser = new Chromium()) {
            var page = browser.person();
            SignIn.enterPassword(page, DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email));
            SignIn.choosePassword(page, "Alongside2026!");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose a password that is harder to guess");
            SignIn.choosePassword(page, OWN_PASSWORD);

            browser.look(page, "second-factor-set-up");
            page.locator("#totp").fill("000000");
            page.locator("#saveTOTPBtn").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter the code that your authenticator app shows");
            var secret = SignIn.setUpAuthenticator(page);
            browser.look(page, "second-factor-recovery-codes");
            var codes = page.locator("#kc-recovery-codes-list li").allTextContents();
            assertThat(codes).hasSize(12);
            page.locator("#saveRecoveryAuthnCodesBtn").click();
            SignIn.assertSignedIn(page, DEPLOYED);

            use(browser, email, secret);
            useRecoveryCode(browser, email, codes);
            reset(browser, member);
            Waiting.until("the session has ended", () -> SignIn.status(page, DEPLOYED) == 401);

            var after = browser.person();
            SignIn.enterPassword(after, DEPLOYED, email, OWN_PASSWORD);
            assertThat(after.locator("#otp")).isHidden();
            assertThat(SignIn.setUpAuthenticator(after)).isNotEqualTo(secret);
            assertThat(after.locator("#kc-recovery-codes-list li").allTextContents())
                    .doesNotContainAnyElementsOf(codes);
            after.locator("#saveRecoveryAuthnCodesBtn").click();
            SignIn.assertSignedIn(after, DEPLOYED);
        }
    }

    /** A session that began with a password alone is no way round the second factor. */
    @Test
    void aMemberWhoBecomesAPractitionerSetsItUpBeforeTheySeeAnything() throws Exception {
        var email = "tom-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        var member = DEPLOYED.addPerson("larkshire", "Tom Made-up", email, "hub-staff");
        try (var browser = new Chromium()) {
            var page = browser.person();
            SignIn.enterPassword(page, DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email));
            SignIn.choosePassword(page, OWN_PASSWORD);
            SignIn.assertSignedIn(page, DEPLOYED);

            var changed = DEPLOYED.larkshire()
                    .put(
                            "/api/members/" + member,
                            Map.of("name", "Tom Made-up", "roles", List.of("practitioner"), "status", "active"),
                            Map.of("If-Match", "\"1\""));
            assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

            Waiting.until("the session has ended", () -> SignIn.status(page, DEPLOYED) == 401);
            SignIn.enterPassword(page, DEPLOYED, email, OWN_PASSWORD);
            SignIn.setUpAuthenticator(page);
            page.locator("#saveRecoveryAuthnCodesBtn").click();
            SignIn.assertSignedIn(page, DEPLOYED);
        }
    }

    private static void use(Chromium browser, String email, String secret) {
        var page = browser.person();
        SignIn.enterPassword(page, DEPLOYED, email, OWN_PASSWORD);
        browser.look(page, "second-factor-code");
        page.locator("#otp").fill("000000");
        page.locator("#kc-login").click();
        assertThat(page.locator("#otp-error")).containsText("Enter the code that your authenticator app shows");
        assertThat(page).hasTitle(Pattern.compile("^Error: Enter the code"));
        page.locator("#otp").fill(SignIn.code(secret));
        page.locator("#kc-login").click();
        SignIn.assertSignedIn(page, DEPLOYED);
    }

    private static void useRecoveryCode(Chromium browser, String email, List<String> codes) {
        var page = browser.person();
        SignIn.enterPassword(page, DEPLOYED, email, OWN_PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try another way"))
                .click();
        browser.look(page, "second-factor-choice");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recovery code"))
                .click();
        page.locator("#recoveryCodeInput").fill(codes.get(5));
        page.locator("#kc-login").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter the right recovery code");
        browser.look(page, "second-factor-recovery-code");
        page.locator("#recoveryCodeInput").fill(codes.getFirst());
        page.locator("#kc-login").click();
        SignIn.assertSignedIn(page, DEPLOYED);
    }

    private static void reset(Chromium browser, String member) {
        var lead = SignIn.as(browser.person(), DEPLOYED, "lena@larkshire.example");
        lead.navigate(DEPLOYED.gateway() + "/team/members/" + member);
        lead.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reset the second step"))
                .click();
        lead.getByLabel("They have lost their phone or passkey").check();
        browser.look(lead, "second-factor-reset");
        lead.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reset it and sign them out"))
                .click();
        assertThat(lead.getByRole(AriaRole.ALERT)).containsText("The second step of Nia Made-up is reset");
    }
}
