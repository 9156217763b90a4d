package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that the page for choosing a new password connects each error with its field. */
@Tag("browser")
class NewPasswordTest {

    private static final Deployment DEPLOYED = Deployment.running();

    @Test
    void anErrorIsALinkToItsFieldAndTheFieldSaysWhatIsWrong() {
        var email = "una-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", "Una Made-up", email, "hub-staff");
        try (var browser = new Chromium()) {
            var page = browser.person();
            page.navigate(DEPLOYED.gateway().toString());
            page.locator("#username").fill(email);
            page.locator("#kc-login").click();
            page.locator("#password").fill(DEPLOYED.oneTimePasswordFor(email));
            page.locator("#kc-login").click();
            assertThat(page).not().hasTitle(Pattern.compile("^Error: "));

            choose(page, "too short", "too short");
            checkError(page, "password-new", "Use 12 characters or more");
            browser.look(page, "new-password-error");
            choose(page, "Alongside2026!", "Alongside2026!");
            checkError(page, "password-new", "Choose a password that is harder to guess");
            choose(page, "Made-up-kettle-42", "Made-up-kettle-43");
            checkError(page, "password-confirm", "Enter the same password in both boxes");

            choose(page, "Made-up-kettle-42", "Made-up-kettle-42");
            page.waitForURL(url -> url.startsWith(DEPLOYED.gateway().toString()));
        }
    }

    private static void choose(Page page, String password, String again) {
        page.locator("#password-new").fill(password);
        page.locator("#password-confirm").fill(again);
        page.locator("#kc-login").click();
    }

    private static void checkError(Page page, String field, String message) {
        var link = page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK);
        assertThat(link).hasText(message);
        assertThat(page).hasTitle(Pattern.compile("^Error: Choose a new password"));
        link.click();
        var box = page.locator("#" + field);
        assertThat(box).isFocused();
        assertThat(box).hasAttribute("aria-invalid", "true");
        assertThat(box).hasAccessibleDescription(Pattern.compile("Error: " + message + "$"));
    }
}
