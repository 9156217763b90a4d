package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests in a real browser that a person who forgot their password gets another one by mail. */
@Tag("browser")
class ForgottenPasswordTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final String FORGOTTEN = "Made-up-kettle-" + UUID.randomUUID();
    private static final String CHOSEN = "Three blue kettles " + UUID.randomUUID();

    @Test
    void aPractitionerGetsANewPasswordAndKeepsTheirAuthenticatorApp() throws Exception {
        var email = "ida-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", "Ida Made-up", email, "practitioner");
        try (var browser = new Chromium()) {
            var elsewhere =
                    SignIn.first(browser.person(), DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email), FORGOTTEN);
            elsewhere.locator(".mast__council").waitFor();
            assertThat(SignIn.status(elsewhere, DEPLOYED)).isEqualTo(200);
            var page = browser.person();

            askForALink(browser, page, email);
            var link = DEPLOYED.passwordMailedTo(email);
            page.navigate(link);
            assertThat(page.getByText("For " + email)).isVisible();
            choose(page, "too short");
            assertError(page, "Use 12 characters or more");
            choose(page, "Alongside2026!");
            assertError(page, "Choose a password that is harder to guess");
            browser.look(page, "new-password-by-mail-error");
            choose(page, CHOSEN);
            assertThat(page.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your password is changed")))
                    .isFocused();
            browser.look(page, "new-password-by-mail-done");

            Waiting.until("the other sign-in has ended", () -> SignIn.status(elsewhere, DEPLOYED) == 401);
            assertSignInAsksForACode(browser.person(), email);
            assertIsRefused(browser.person(), email);
            page.navigate(link);
            assertThat(page).hasTitle(Pattern.compile("^This link cannot be used"));
            assertThat(page.getByText("This link was used already")).isVisible();
        }
    }

    @Test
    void aStrangerSeesTheSamePage() {
        try (var browser = new Chromium()) {
            var page = browser.person();

            askForALink(browser, page, "no-such-person@larkshire.example");

            assertThat(page.getByText(Pattern.compile("belongs to a member of staff")))
                    .isVisible();
        }
    }

    private static void askForALink(Chromium browser, Page page, String email) {
        page.navigate(DEPLOYED.gateway().toString());
        page.locator("#username").fill(email);
        page.locator("#kc-login").click();
        browser.look(page, "sign-in-password");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Forgot your password?"))
                .click();
        page.getByLabel("Your work email address").fill(email);
        browser.look(page, "forgotten-password");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send me a link"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Check your email")))
                .isFocused();
        browser.look(page, "forgotten-password-sent");
    }

    private static void choose(Page page, String password) {
        page.getByLabel("New password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the password"))
                .click();
    }

    private static void assertError(Page page, String words) {
        assertThat(page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK)).hasText(words);
    }

    private static void assertSignInAsksForACode(Page page, String email) {
        SignIn.as(page, DEPLOYED, email, CHOSEN);
        SignIn.assertSignedIn(page, DEPLOYED);
    }

    private static void assertIsRefused(Page page, String email) {
        SignIn.enterPassword(page, DEPLOYED, email, FORGOTTEN);
        assertThat(page.locator("#password-error")).containsText("Enter the right password");
    }
}
