package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Does what {@code docs/connect-your-council-sign-in.md} says with a made-up council, whose provider is another realm of
 * the same Keycloak, and takes the guide's pictures. They stay in {@code target/pictures/guide}; with {@code
 * -Dalongside.pictures=true} they go to {@code docs/pictures}.
 */
@Tag("browser")
class ConnectSignInTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Path PICTURES = Deployment.root()
            .resolve(Boolean.getBoolean("alongside.pictures") ? "docs/pictures" : "end-to-end/target/pictures/guide");
    private static final String PASSWORD = "A-made-up-password-1";
    private static final String SECRET = "a-made-up-secret";

    private final String alias = "own-" + UUID.randomUUID().toString().substring(0, 8);
    private final String lead = "nia@partner-of-" + alias + ".example";
    private final String staff = "ida@" + alias + ".example";
    private final String realm = "provider-of-" + alias;

    @Test
    void aCouncilConnectsItsSignInAndItsGroupsDecideWhoWorksHere() {
        var council = council();
        realm();
        try (var browser = new Chromium()) {
            confirmDomain(browser, council);
            connect(browser);
            var ida = comesIn(browser);
            assertThat(status(ida)).isEqualTo(200);

            leavesTheGroup();
            var later = browser.person();
            throughTheProvider(later);
            assertThat(later.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("You cannot work for this council");
            assertThat(later.locator("main")).containsText("The leads of your council: Nia Made-up.");
            browser.look(later, "sign-in-no-role");
            assertThat(status(later)).isEqualTo(403);
            assertThat(status(ida)).as("the session from before").isNotEqualTo(200);
        }
    }

    private String council() {
        var made = DEPLOYED.operator()
                .post(
                        "/api/councils",
                        Map.of(
                                "name",
                                "Council of " + alias,
                                "alias",
                                alias,
                                "contactPhone",
                                "01632 960001",
                                "demonstration",
                                true,
                                "live",
                                true,
                                "firstLead",
                                Map.of("name", "Nia Made-up", "email", lead)));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().path("council").path("id").asString();
    }

    /** Makes the council's provider, with a group and one member of staff, who has used a second factor there. */
    private void realm() {
        var groups = mapper("groups", "oidc-group-membership-mapper", Map.of("full.path", "false"));
        var methods = mapper(
                "amr", "oidc-hardcoded-claim-mapper", Map.of("claim.value", "[\"mfa\"]", "jsonType.label", "JSON"));
        var made = DEPLOYED.realms()
                .call(
                        "POST",
                        "/admin/realms",
                        Map.of(
                                "realm",
                                realm,
                                "enabled",
                                true,
                                "sslRequired",
                                "none",
                                "groups",
                                List.of(Map.of("name", "Talking point staff")),
                                "users",
                                List.of(Map.of(
                                        "username",
                                        staff,
                                        "email",
                                        staff,
                                        "emailVerified",
                                        true,
                                        "firstName",
                                        "Ida",
                                        "lastName",
                                        "Made-up",
                                        "enabled",
                                        true,
                                        "groups",
                                        List.of("/Talking point staff"),
                                        "credentials",
                                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)))),
                                "clients",
                                List.of(Map.of(
                                        "clientId",
                                        "alongside",
                                        "secret",
                                        SECRET,
                                        "publicClient",
                                        false,
                                        "redirectUris",
                                        List.of("*"),
                                        "protocolMappers",
                                        List.of(groups, methods)))),
                        Map.of());
        assertThat(made.status()).as("%s", made).isEqualTo(201);
    }

    private static Map<String, Object> mapper(String claim, String kind, Map<String, String> some) {
        var config = new HashMap<>(some);
        config.put("claim.name", claim);
        config.put("id.token.claim", "true");
        config.put("access.token.claim", "true");
        return Map.of("name", claim, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }

    private void leavesTheGroup() {
        var path = "/admin/realms/" + realm;
        var user = DEPLOYED.realms()
                .get(path + "/users?exact=true&username=" + staff)
                .json()
                .path(0)
                .path("id")
                .asString();
        var group = DEPLOYED.realms()
                .get(path + "/groups")
                .json()
                .path(0)
                .path("id")
                .asString();
        var left = DEPLOYED.realms().call("DELETE", path + "/users/" + user + "/groups/" + group, null, Map.of());
        assertThat(left.status()).isEqualTo(204);
    }

    private void confirmDomain(Chromium browser, String council) {
        var page = SignIn.asOperator(browser.person(), DEPLOYED);
        page.navigate(DEPLOYED.gateway() + "/councils/" + council + "/email-domains");
        page.getByLabel("Domains").fill(alias + ".example");
        picture(page, "sign-in-domains");
        press(page, "Confirm these domains");
        assertThat(page.getByText("The email domains are confirmed")).isVisible();
    }

    private void connect(Chromium browser) {
        var page = SignIn.first(browser.person(), DEPLOYED, lead, DEPLOYED.passwordMailedTo(lead));
        page.setViewportSize(1280, 900);
        page.navigate(DEPLOYED.gateway() + "/settings/sign-in");
        page.getByLabel("Address of the issuer").fill(DEPLOYED.issuer().replaceFirst("/realms/.*", "/realms/" + realm));
        page.getByLabel("Application ID (client ID)").fill("alongside");
        page.getByLabel("Client secret").fill(SECRET);
        page.getByLabel("Group", new Page.GetByLabelOptions().setExact(true)).fill("Talking point staff");
        press(page, "Test the connection");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What the test found")))
                .isVisible();
        assertThat(page.getByText("Works", new Page.GetByTextOptions().setExact(true)))
                .hasCount(4);
        page.getByLabel("Yes, it is on").check();
        browser.look(page, "sign-in-connect");
        page.setViewportSize(1366, 768);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Deployment.root().resolve("end-to-end/target/pictures/sign-in-connect-1366.png"))
                .setFullPage(true));
        page.setViewportSize(1280, 900);
        picture(page, "sign-in-connect");
        press(page, "Save");
        assertThat(page.getByText("Your changes are saved")).isVisible();
        assertThat(page.getByText("On, for " + alias + ".example")).isVisible();
    }

    private Page comesIn(Chromium browser) {
        var page = browser.person();
        page.navigate(DEPLOYED.gateway().toString());
        page.locator("#username").fill(staff);
        picture(page, "sign-in-address");
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.contains("/realms/" + realm + "/"));
        enterPassword(page);
        assertThat(page.locator(".mast__council")).containsText("Council of " + alias);
        return page;
    }

    private void throughTheProvider(Page page) {
        page.navigate(DEPLOYED.gateway().toString());
        page.locator("#username").fill(staff);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.contains("/realms/" + realm + "/"));
        enterPassword(page);
    }

    private void enterPassword(Page page) {
        page.locator("#username").fill(staff);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(DEPLOYED.gateway().toString()));
    }

    /** Returns the status of a request to conversations-service in this person's session. */
    private static int status(Page page) {
        return page.request().get(DEPLOYED.gateway() + "/api/council").status();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void picture(Page page, String name) {
        page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0) }");
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
