package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Follows a council in a browser from the register to its first booking: the operator founds it, its lead sets it up by
 * the list of tasks, the operator approves it, and a resident is booked. The test counts and prints each click and each
 * typed character.
 */
@Tag("browser")
class NewCouncilTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final String OWN_PASSWORD = "Made-up-kettle-42";

    private final InteractionCount interactions = new InteractionCount();

    @Test
    void aCouncilOfTheRegisterComesToItsFirstBooking() throws Exception {
        var authority = authorityWithoutACouncil();
        var alias = authority.path("slug").asString();
        try (var browser = new Chromium()) {
            var operator = new CountingUser(SignIn.asOperator(browser.person(), DEPLOYED), interactions);
            var password = found(operator, authority, "lead@" + alias + ".example");

            interactions.stage("the lead signs in");
            var lead = signInFirst(browser, "lead@" + alias + ".example", password);
            assertThat(heading(lead, Pattern.compile("^Set up "))).isVisible();

            agree(lead, alias);
            settings(lead);
            approach(lead);
            hubAndSeries(lead);
            invite(lead, "second.lead@" + alias + ".example", "Lead");
            invite(lead, "staff@" + alias + ".example", "Hub staff");
            join(browser, operator, authority, "second.lead@" + alias + ".example", "Mair Made-up");
            var staff = join(browser, operator, authority, "staff@" + alias + ".example", "Bryn Made-up");

            assertThat(openPage(alias)).isEqualTo(404);
            goLive(lead, operator, authority);
            Waiting.until("residents find the council", () -> openPage(alias) == 200);

            bookTheFirst(staff);
            followTheAddressForResidents(lead.page(), alias);
            assertThat(browser.complaints()).isEmpty();
        }
        interactions.print();
    }

    /** Returns a council of the register that is not set up here yet. */
    private static JsonNode authorityWithoutACouncil() {
        var taken = new HashSet<String>();
        for (var council : DEPLOYED.operator().get("/api/councils").json().path("items")) {
            taken.add(council.path("authority").asString(""));
            taken.add(council.path("alias").asString());
        }
        return DEPLOYED.operator()
                .get("/api/local-authorities")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("validTo").asString("").isEmpty())
                .filter(each -> !taken.contains(each.path("code").asString()))
                .filter(each -> !taken.contains(each.path("slug").asString()))
                .findAny()
                .orElseThrow();
    }

    private String found(CountingUser operator, JsonNode authority, String leadEmail) {
        interactions.stage("the operator founds it");
        operator.press(AriaRole.BUTTON, "Set up a council");
        operator.type("Name of the council", authority.path("name").asString());
        operator.press(AriaRole.OPTION, authority.path("officialName").asString());
        operator.press(AriaRole.BUTTON, "Continue");
        assertThat(heading(operator, Pattern.compile("^Check this is the council$")))
                .isVisible();
        operator.press(AriaRole.BUTTON, "Yes, continue");
        operator.type("Full name", "Nia Made-up");
        operator.type("Work email address", leadEmail);
        operator.press(AriaRole.BUTTON, "Set up this council");
        return passwordMailed(operator.page(), leadEmail);
    }

    private CountingUser signInFirst(Chromium browser, String email, String oneTimePassword) {
        var person = new CountingUser(browser.person(), interactions);
        person.page().navigate(DEPLOYED.gateway().toString());
        chooseAPassword(person, email, oneTimePassword);
        return person;
    }

    private static void chooseAPassword(CountingUser person, String email, String oneTimePassword) {
        var page = person.page();
        person.type(page.locator("#username"), email);
        person.press(page.locator("#kc-login"));
        person.type(page.locator("#password"), oneTimePassword);
        person.press(page.locator("#kc-login"));
        person.type(page.locator("#password-new"), OWN_PASSWORD);
        person.type(page.locator("#password-confirm"), OWN_PASSWORD);
        page.locator("#password-confirm").press("Enter");
        SignIn.setUpAuthenticatorIfAsked(page, DEPLOYED, email);
        page.waitForURL(url -> url.startsWith(DEPLOYED.gateway().toString()));
    }

    private void agree(CountingUser lead, String alias) {
        interactions.stage("the agreement and data protection");
        lead.press(AriaRole.LINK, "Read and accept the data sharing agreement");
        lead.press(AriaRole.BUTTON, "Continue");
        lead.press(lead.page().getByLabel("Me", new Page.GetByLabelOptions().setExact(true)));
        lead.type("Role in the council", "Director");
        lead.press(lead.page().getByLabel(Pattern.compile("^I have the authority")));
        lead.press(AriaRole.BUTTON, "Accept");
        assertThat(lead.page().getByText("Your council has accepted the data sharing agreement"))
                .isVisible();
        lead.press(AriaRole.LINK, "Tell us about data protection");
        lead.type("Registration number of your council with the Information Commissioner’s Office (ICO)", "ZA000000");
        lead.type("Email address of your data protection officer", "dpo@" + alias + ".example");
        lead.type("Address of your privacy notice", "https://www." + alias + ".example/privacy");
        save(lead);
        lead.press(AriaRole.LINK, "Hand in your data protection impact assessment");
        lead.choose(
                "Choose a PDF",
                new FilePayload(
                        "assessment.pdf",
                        "application/pdf",
                        "%PDF-1.7\nmade up\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        save(lead);
    }

    private void settings(CountingUser lead) {
        interactions.stage("settings");
        lead.press(AriaRole.LINK, "Add your council’s name");
        save(lead);
        lead.press(AriaRole.LINK, "Add contact details for residents");
        lead.type("Phone number", "01632 960002");
        lead.type("When people can call", "Monday to Friday, 9am to 5pm");
        save(lead);
        lead.press(AriaRole.LINK, "Choose languages");
        lead.press(lead.page().getByLabel("English", new Page.GetByLabelOptions().setExact(true)));
        save(lead);
        lead.press(AriaRole.LINK, "Choose your words");
        lead.type(lead.page().getByLabel("Several are").nth(2), "Good conversations");
        save(lead);
        lead.press(AriaRole.LINK, "Choose your colour");
        lead.type("Colour", "#652C95");
        save(lead);
        assertThat(lead.page().locator("main")).containsText("You have completed 6 of 10 tasks");
    }

    private static void save(CountingUser lead) {
        lead.press(AriaRole.BUTTON, "Save");
        assertThat(heading(lead, Pattern.compile("^Set up "))).isVisible();
    }

    private void approach(CountingUser lead) {
        interactions.stage("the approach");
        lead.press(AriaRole.LINK, "Adopt the approach, or parts of it");
        lead.press(AriaRole.BUTTON, Pattern.compile("^Adopt it as it is"));
        assertThat(lead.page().getByText("The approach is adopted")).isVisible();
    }

    private void hubAndSeries(CountingUser lead) {
        interactions.stage("the first hub");
        lead.press(AriaRole.LINK, "Set up");
        lead.press(AriaRole.LINK, "Add your first place");
        lead.press(AriaRole.BUTTON, "Add a new one");
        lead.type("Name", "Made-up Library");
        lead.type("Address (optional)", "1 Made-up Street");
        lead.type("Postcode", "ZY1 1ZZ");
        lead.press(lead.page().getByLabel("Step-free"));
        lead.press(AriaRole.BUTTON, "Save and add");
        assertThat(heading(lead, Pattern.compile("^Made-up Library$"))).isVisible();

        interactions.stage("the first series");
        var first = TestClock.today().plusDays(1);
        lead.press(AriaRole.LINK, "All session series");
        lead.press(AriaRole.BUTTON, "Set up a series");
        lead.press(lead.page()
                .getByLabel(
                        first.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK),
                        new Page.GetByLabelOptions().setExact(true)));
        lead.type("Day", String.valueOf(first.getDayOfMonth()));
        lead.type("Month", String.valueOf(first.getMonthValue()));
        lead.type("Year", String.valueOf(first.getYear()));
        lead.type("Start time", "9:30am");
        lead.type("End time", "12:30pm");
        lead.press(AriaRole.BUTTON, "Continue");
        assertThat(heading(lead, Pattern.compile("^Check the dates"))).isVisible();
        lead.press(AriaRole.BUTTON, "Set up this series");
        assertThat(lead.page().getByText("The series is set up")).isVisible();
    }

    private void invite(CountingUser lead, String email, String role) {
        interactions.stage("the team is invited");
        lead.press(AriaRole.LINK, "Team");
        lead.press(AriaRole.BUTTON, "Invite people");
        lead.type("Work email addresses", email);
        lead.press(lead.page().getByLabel(role, new Page.GetByLabelOptions().setExact(true)));
        lead.press(AriaRole.BUTTON, "Continue");
        lead.press(AriaRole.BUTTON, "Send 1 invitation");
        assertThat(lead.page().getByText("1 invitation is on its way")).isVisible();
    }

    /** Joins by the link in the mail, which the on-screen outbox shows. */
    private CountingUser join(Chromium browser, CountingUser operator, JsonNode authority, String email, String name)
            throws Exception {
        interactions.stage("the mail is read on screen");
        operator.press(AriaRole.LINK, "Outbox");
        operator.press(AriaRole.LINK, authority.path("officialName").asString());
        var mail = operator.page().locator("article.letter").filter(new Locator.FilterOptions().setHasText(email));
        Waiting.until("the mail is in the outbox", () -> {
            if (mail.count() == 0) {
                operator.press(AriaRole.BUTTON, "Look again");
                operator.page().waitForTimeout(1000);
            }
            return mail.count() > 0;
        });
        var link = mail.getByRole(AriaRole.LINK).first().getAttribute("href");

        interactions.stage("the invited join");
        var person = new CountingUser(browser.person(), interactions);
        person.follow(link);
        person.type("Your work email address", email);
        person.type("Your full name", name);
        person.press(AriaRole.BUTTON, "Accept the invitation");
        var password = passwordMailed(person.page(), email);
        person.press(AriaRole.BUTTON, "Sign in");
        chooseAPassword(person, email, password);
        person.page().locator(".mast__council").waitFor();
        return person;
    }

    private void goLive(CountingUser lead, CountingUser operator, JsonNode authority) {
        interactions.stage("going live");
        lead.press(AriaRole.LINK, "Set up");
        assertThat(lead.page().locator("main")).containsText("You have completed 10 of 10 tasks");
        lead.press(AriaRole.LINK, "Check and go live");
        lead.press(AriaRole.BUTTON, "Send request to go live");
        assertThat(lead.page().getByText("You have asked to go live").first()).isVisible();
        operator.press(AriaRole.LINK, "Councils");
        operator.press(AriaRole.LINK, authority.path("officialName").asString());
        operator.press(AriaRole.BUTTON, "Approve and go live");
        operator.press(AriaRole.BUTTON, "Yes, approve and go live");
        assertThat(operator.page().getByText("It is live.")).isVisible();
    }

    /** Follows the link to the public page, which the browser loads as a new document. */
    private static void followTheAddressForResidents(Page page, String alias) {
        page.navigate(DEPLOYED.gateway() + "/settings");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("/open/" + alias))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Talking points");
    }

    private void bookTheFirst(CountingUser staff) {
        interactions.stage("the first booking");
        staff.press(AriaRole.LINK, "Today");
        staff.press(staff.page()
                .locator("main")
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(" at 9:30am"))));
        // The day without a session has such a link too.
        assertThat(staff.page().locator("table.slots")).isVisible();
        staff.press(AriaRole.LINK, "Book someone");
        staff.type(
                staff.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Who is it for?")),
                "Gwen Prŷs-Jones");
        staff.press(staff.page().locator(".combobox__option--new"));
        staff.type("Phone number", "07700 900982");
        staff.press(staff.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Book").setExact(true)));
        assertThat(heading(staff.page(), "Booked")).isVisible();
    }

    private static int openPage(String alias) {
        return Client.with(DEPLOYED.gateway(), null).get("/open/" + alias).status();
    }

    /** Returns the one-time password in the mail. The page says that it was sent, and does not show it. */
    private static String passwordMailed(Page page, String email) {
        assertThat(page.getByText(Pattern.compile("We have sent .* an email")).first())
                .isVisible();
        var password = DEPLOYED.passwordMailedTo(email);
        assertThat(page.content()).doesNotContain(password);
        return password;
    }

    private static Locator heading(CountingUser hand, Pattern text) {
        return hand.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(text).setLevel(1));
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }
}
