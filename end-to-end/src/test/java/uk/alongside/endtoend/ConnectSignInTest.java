package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Connects a council's own sign-in in a real browser, as {@code docs/connect-your-council-sign-in.md} says, and takes
 * that guide's pictures. A second realm is the council's provider. The pictures stay in {@code target/pictures/guide};
 * with {@code -Dalongside.pictures=true} they go to {@code docs/pictures}.
 */
@Tag("browser")
class ConnectSignInTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Path PICTURES = Deployment.root()
            .resolve(Boolean.getBoolean("alongside.pictures") ? "docs/pictures" : "end-to-end/target/pictures/guide");
    private static final String GROUP = "Talking point staff";

    private final String alias = DEPLOYED.newCouncil("Westmarch", "Lena Marsh");
    private final String domain = alias + ".example";
    private final String ida = "ida@" + domain;
    private final String bo = "bo@" + domain;
    private final CouncilRealm realm = CouncilRealm.create(DEPLOYED);

    @Test
    void staffComeInByTheirGroupsAndAreOutWhenTheyLeave() throws Exception {
        realm.add(ida, "Ida", GROUP);
        realm.add(bo, "Bo");
        try (var browser = new Chromium()) {
            confirmTheDomain(browser);
            var lead = connect(browser);

            var page = signIn(browser, ida);
            page.locator(".mast__council").waitFor();
            assertThat(SignIn.status(page, DEPLOYED)).isEqualTo(200);
            assertThat(rolesOf(ida)).containsExactly("hub-staff");
            assertThat(browser.complaints()).isEmpty();

            isShownWhomToAsk(browser);
            lead.navigate(DEPLOYED.gateway() + "/settings/sign-in");
            assertThat(lead.locator("main")).containsText("Ida Made-up");

            realm.leave(ida);
            Waiting.until("the person who left is signed out", () -> SignIn.status(page, DEPLOYED) == 401);
            signIn(browser, ida, false);
        }
    }

    private void confirmTheDomain(Chromium browser) {
        var operator = SignIn.asOperator(browser.person(), DEPLOYED);
        operator.navigate(DEPLOYED.gateway() + "/councils/" + DEPLOYED.councilId(alias));
        operator.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change email domains"))
                .click();
        operator.getByLabel("Domains").fill(domain);
        picture(operator, "sign-in-domains");
        press(operator, "Confirm these domains");
        assertThat(operator.getByText("The email domains are confirmed")).isVisible();
    }

    /** Enters the connection, the groups and the choice, and returns the lead's page. */
    private Page connect(Chromium browser) {
        var email = "lead@" + domain;
        var lead = SignIn.first(browser.person(), DEPLOYED, email, DEPLOYED.passwordMailedTo(email));
        lead.locator(".mast__council").waitFor();
        lead.navigate(DEPLOYED.gateway() + "/settings/sign-in");
        lead.getByLabel("Address of the issuer").fill(realm.issuer());
        lead.getByLabel("Application ID (client ID)").fill(CouncilRealm.CLIENT);
        lead.getByLabel("Client secret").fill(CouncilRealm.SECRET);
        lead.getByLabel("Name of the claim").fill("groups");
        lead.getByLabel("Group", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(GROUP);
        lead.getByLabel("Their role").selectOption("hub-staff");
        press(lead, "Test the connection");
        assertThat(lead.getByText("It accepts our application and secret")).isVisible();
        lead.getByLabel("Yes, it is on").check();
        picture(lead, "sign-in-connect");
        browser.look(lead, "council-sign-in-connect");
        press(lead, "Save");
        assertThat(lead.getByText("On, for " + domain)).isVisible();
        return lead;
    }

    private void isShownWhomToAsk(Chromium browser) {
        var page = signIn(browser, bo);
        assertThat(page.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("You cannot work for this council")))
                .isVisible();
        assertThat(page.locator("main")).containsText("Lena Marsh");
        picture(page, "sign-in-no-role");
        browser.look(page, "council-sign-in-no-role");
        assertThat(SignIn.status(page, DEPLOYED)).as("no council is open").isEqualTo(403);
    }

    private Page signIn(Chromium browser, String email) {
        return signIn(browser, email, true);
    }

    /** Enters the address at ours and the password at the council's, which lets the person in or does not. */
    private Page signIn(Chromium browser, String email, boolean letIn) {
        var page = browser.person();
        page.navigate(DEPLOYED.gateway().toString());
        page.locator("#username").fill(email);
        page.locator("#kc-login").click();
        page.locator("#council-sign-in").waitFor();
        if (email.equals(ida) && letIn) {
            picture(page, "sign-in-address");
            browser.look(page, "council-sign-in-or-password");
        }
        page.locator("#council-sign-in").click();
        page.waitForURL(url -> url.startsWith(realm.issuer()));
        if (page.locator("#username").isEditable()) {
            page.locator("#username").fill(email);
        }
        page.locator("#password").fill(CouncilRealm.PASSWORD);
        page.locator("#kc-login").click();
        if (letIn) {
            page.waitForURL(url -> url.startsWith(DEPLOYED.gateway().toString()));
        } else {
            assertThat(page.getByText("Account is disabled").first()).isVisible();
        }
        return page;
    }

    private List<String> rolesOf(String email) {
        return DEPLOYED.operator()
                .get("/api/councils/" + DEPLOYED.councilId(alias) + "/members")
                .json()
                .path("items")
                .valueStream()
                .filter(member -> member.path("email").asString("").equals(email))
                .flatMap(member -> member.path("roles").valueStream())
                .map(JsonNode::asString)
                .toList();
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
