package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tests passkeys in a real browser: added, named, used, counted, lost, reset by a lead and removed. */
@Tag("browser")
class PasskeyTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final String OWN_PASSWORD = "Made-up-kettle-" + UUID.randomUUID();

    @Test
    void aPractitionerAddsOneUsesItLosesItAndALeadResetsIt() throws Exception {
        var email = "nia-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        var member = DEPLOYED.addPerson("larkshire", "Nia Made-up", email, "practitioner");
        try (var browser = new Chromium()) {
            var page = signInFirst(browser, email);
            var device = Passkeys.of(page);
            add(browser, page, email);
            assertThat(device.count()).isEqualTo(1);
            addTheSameDeviceAgain(browser, page);

            signOut(page);
            SignIn.enterPassword(page, DEPLOYED, email, OWN_PASSWORD);
            assertThat(page.locator("#passkeys")).hasText("Work laptop");
            browser.look(page, "passkey-use");
            page.locator("#authenticateWebAuthnButton").click();
            SignIn.assertSignedIn(page, DEPLOYED);
            assertThat(signInsWithAPasskey(email)).isPositive();

            device.lose();
            signOut(page);
            SignIn.enterPassword(page, DEPLOYED, email, OWN_PASSWORD);
            page.locator("#authenticateWebAuthnButton").click();
            assertThat(page.locator("#passkey-problem")).containsText("The passkey was not used");
            browser.look(page, "passkey-lost");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try another way"))
                    .click();
            browser.look(page, "passkey-choice");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Authenticator app"))
                    .click();
            SignIn.enterCode(page, email);
            SignIn.assertSignedIn(page, DEPLOYED);

            reset(browser, member);
            Waiting.until("the session has ended", () -> SignIn.status(page, DEPLOYED) == 401);
            SignIn.enterPassword(page, DEPLOYED, email, OWN_PASSWORD);
            assertThat(page.locator("#totp")).isVisible();
            assertThat(credentials(email)).doesNotContain("webauthn", "otp", "recovery-authn-codes");
            assertThat(DEPLOYED.deedsOn("larkshire", member)).contains("passkey-added", "second-factor-reset");
        }
    }

    @Test
    void countsAsTheSecondStepOfARoleThatNeedsOneAndCanBeRemoved() throws Exception {
        var email = "tom-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        var member = DEPLOYED.addPerson("larkshire", "Tom Made-up", email, "hub-staff");
        try (var browser = new Chromium()) {
            var page = signInFirst(browser, email);
            Passkeys.of(page);
            add(browser, page, email);
            withoutScript(browser, email);

            becomePractitioner(member);
            Waiting.until("the session has ended", () -> SignIn.status(page, DEPLOYED) == 401);
            SignIn.enterPassword(page, DEPLOYED, email, OWN_PASSWORD);
            page.locator("#authenticateWebAuthnButton").click();
            SignIn.assertSignedIn(page, DEPLOYED);

            remove(browser, page, email);
            signOut(page);
            SignIn.enterPassword(page, DEPLOYED, email, OWN_PASSWORD);
            assertThat(page.locator("#totp")).isVisible();
            assertThat(DEPLOYED.deedsOn("larkshire", member)).contains("passkey-added", "passkey-removed");
        }
    }

    private static void add(Chromium browser, Page page, String email) throws Exception {
        page.navigate(DEPLOYED.gateway() + "/sign-ins");
        assertThat(page.getByText("You have no passkeys.")).isVisible();
        link(page, "Add a passkey");
        browser.look(page, "passkey-add");
        page.getByLabel("Name of this passkey").fill("Work laptop");
        page.locator("#registerWebAuthn").click();
        page.waitForURL(url -> url.startsWith(DEPLOYED.gateway().toString()));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("You added a passkey");
        assertThat(page.getByText("Work laptop").first()).isVisible();
        browser.look(page, "passkey-added");
        DEPLOYED.awaitMails("larkshire", email, "a passkey was added to your account", 1);
    }

    private static void addTheSameDeviceAgain(Chromium browser, Page page) {
        link(page, "Add a passkey");
        page.locator("#registerWebAuthn").click();
        assertThat(page.locator("#passkey-problem")).containsText("This device has a passkey for your account already");
        browser.look(page, "passkey-add-again");
        page.locator("#cancelWebAuthnAIA").click();
        page.waitForURL(url -> url.startsWith(DEPLOYED.gateway().toString()));
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }

    private static void remove(Chromium browser, Page page, String email) throws Exception {
        page.navigate(DEPLOYED.gateway() + "/sign-ins");
        link(page, "Remove Work laptop");
        browser.look(page, "passkey-remove");
        page.locator("#kc-decline").click();
        assertThat(page.getByText("Work laptop").first()).isVisible();
        link(page, "Remove Work laptop");
        page.locator("#kc-accept").click();
        page.waitForURL(url -> url.startsWith(DEPLOYED.gateway().toString()));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("You removed the passkey");
        assertThat(page.getByText("You have no passkeys.")).isVisible();
        DEPLOYED.awaitMails("larkshire", email, "a passkey was removed from your account", 1);
    }

    private static void withoutScript(Chromium browser, String email) {
        var page = browser.personWithoutScript();
        page.navigate(DEPLOYED.gateway() + "/oauth2/authorization/sign-in");
        SignIn.fillIn(page, email, OWN_PASSWORD);
        assertThat(page.getByText("A passkey needs JavaScript")).isVisible();
        assertThat(page.locator("#authenticateWebAuthnButton")).isHidden();
    }

    private static void becomePractitioner(String member) {
        var changed = DEPLOYED.larkshire()
                .put(
                        "/api/members/" + member,
                        Map.of("name", "Tom Made-up", "roles", List.of("practitioner"), "status", "active"),
                        Map.of("If-Match", "\"1\""));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    private static void reset(Chromium browser, String member) {
        var lead = SignIn.as(browser.person(), DEPLOYED, "lena@larkshire.example");
        lead.navigate(DEPLOYED.gateway() + "/team/members/" + member);
        lead.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reset the second step"))
                .click();
        lead.getByLabel("They have lost their phone or passkey").check();
        lead.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reset it and sign them out"))
                .click();
        assertThat(lead.getByRole(AriaRole.ALERT)).containsText("The second step of Nia Made-up is reset");
    }

    private static Page signInFirst(Chromium browser, String email) {
        var page = SignIn.first(browser.person(), DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email), OWN_PASSWORD);
        page.locator(".mast__council").waitFor();
        return page;
    }

    private static void signOut(Page page) throws Exception {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign out").setExact(true))
                .click();
        // The page first looks for words that were not sent, so the click returns before the sign-out.
        Waiting.until(
                "the session has ended",
                () -> page.context().cookies().stream().noneMatch(cookie -> cookie.name.startsWith("__Host-")));
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static String account(String email) {
        return realm("/users?exact=true&email=" + email).path(0).path("id").asString();
    }

    private static List<String> credentials(String email) {
        return realm("/users/" + account(email) + "/credentials")
                .valueStream()
                .map(credential -> credential.path("type").asString())
                .toList();
    }

    /** Returns how many sign-ins by a passkey Keycloak has recorded. */
    private static long signInsWithAPasskey(String email) {
        return realm("/events?type=LOGIN&user=" + account(email))
                .valueStream()
                .filter(event -> event.path("details").has("web_authn_authenticator_user_verification_checked"))
                .count();
    }

    private static JsonNode realm(String path) {
        return DEPLOYED.realms().get("/admin/realms/alongside" + path).json();
    }
}
