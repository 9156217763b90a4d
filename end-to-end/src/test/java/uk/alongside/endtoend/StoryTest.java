package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Does the main job in a browser, from an empty product: a council is set up, its lead imports the hubs, and its hub
 * staff set up a session, book a resident and check them in. A member of another council who has every address sees
 * nothing.
 */
@Tag("browser")
class StoryTest {

    private static final Deployment DEPLOYED = Deployment.running();

    private static final String HUBS = """
            venue_name,address_1,address_2,postcode,mon,co_located,co_located_with
            Story Street Library,1 Story Street,Made-up Town,ZY1 1ZZ,10:00-18:00,Yes,Made-up café
            Hen Neuadd Ŵyn,2 Story Street,Made-up Town,ZY1 2ZZ,,No,
            """;

    @Test
    void aCouncilIsSetUpAndAResidentIsBookedAndAnotherCouncilSeesNothing() throws Exception {
        var name = "Story Council " + UUID.randomUUID().toString().substring(0, 8);
        var alias = "story-" + UUID.randomUUID().toString().substring(0, 8);
        try (var browser = new Chromium()) {
            var operator = SignIn.asOperator(browser.person(), DEPLOYED);
            var council = setUpCouncil(operator, name, alias);
            var lead = signInFirst(browser, "nia@" + alias + ".example");
            importHubs(lead);
            invite(lead, "bryn@" + alias + ".example");

            join(browser.person(), council, "bryn@" + alias + ".example");
            var staff = signInFirst(browser, "bryn@" + alias + ".example");
            var day = setUpSession(staff);
            bookNewPerson(staff);
            var person = checkIn(staff);

            var stranger = SignIn.as(browser.person(), DEPLOYED, "owen@meadowshire.example");
            for (var address : new String[] {day, person}) {
                stranger.navigate(address);
                assertThat(heading(stranger, "Page not found")).isVisible();
                assertThat(stranger.content()).doesNotContain("Prŷs").doesNotContain("Story Street");
            }

            signOut(staff);
            staff.navigate(day);
            staff.waitForURL(url -> !url.startsWith(DEPLOYED.gateway().toString()));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Sets up a council on the page, and returns its id. */
    private static String setUpCouncil(Page operator, String name, String alias) {
        click(operator, AriaRole.BUTTON, "Set up a council");
        assertThat(heading(operator, "Which council is it?")).isVisible();
        click(operator, AriaRole.LINK, "set up a made-up council");
        assertThat(heading(operator, "Set up a made-up council")).isVisible();

        click(operator, AriaRole.BUTTON, "Set up this council");
        assertThat(operator.getByRole(AriaRole.ALERT)).containsText("Enter the name of the council");
        assertThat(operator).hasTitle(Pattern.compile("^Error: "));

        operator.getByLabel("Name of the council").fill(name);
        operator.getByLabel("Short name").fill(alias);
        operator.getByLabel("Full name").fill("Nia Story");
        operator.getByLabel("Work email address").fill("nia@" + alias + ".example");
        click(operator, AriaRole.BUTTON, "Set up this council");
        assertThat(operator.getByRole(AriaRole.ALERT)).containsText("We have sent Nia Story an email");
        var address = Pattern.compile("/councils/([0-9a-f-]{36})").matcher(operator.url());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private static Page signInFirst(Chromium browser, String email) {
        return SignIn.first(browser.person(), DEPLOYED, email, DEPLOYED.passwordMailedTo(email));
    }

    private static void invite(Page lead, String email) {
        lead.navigate(DEPLOYED.gateway() + "/team/invite");
        lead.getByLabel("Work email addresses").fill(email);
        lead.getByLabel("Hub staff").check();
        click(lead, AriaRole.BUTTON, "Continue");
        click(lead, AriaRole.BUTTON, "Send 1 invitation");
        assertThat(lead.getByText("1 invitation is on its way")).isVisible();
    }

    /** Joins by the link in the mail, which the operator's outbox holds. */
    private static void join(Page page, String council, String email) throws Exception {
        var link = Pattern.compile("https?://\\S+/join#\\S+");
        var found = new AtomicReference<>("");
        Waiting.until("the invitation is in the outbox", () -> {
            var mails = DEPLOYED.operator().get("/api/councils/" + council + "/mail");
            var at =
                    link.matcher(mails.json().path("items").path(0).path("text").asString(""));
            return at.find() && found.compareAndSet("", at.group());
        });
        page.navigate(found.get());
        page.getByLabel("Your work email address").fill(email);
        page.getByLabel("Your full name").fill("Bryn Story");
        click(page, AriaRole.BUTTON, "Accept the invitation");
        assertThat(page.getByText("We have sent you an email")).isVisible();
    }

    private static void importHubs(Page lead) {
        lead.navigate(DEPLOYED.gateway() + "/hubs");
        assertThat(lead.locator("main")).containsText("There is nothing here yet");
        click(lead, AriaRole.BUTTON, "Import from a file");

        choose(lead, HUBS.replace("ZY1 2ZZ", "nowhere"));
        assertThat(heading(lead, "The file has rows to put right")).isVisible();
        assertThat(lead.locator("main")).containsText("3");

        click(lead, AriaRole.BUTTON, "Choose another file");
        choose(lead, HUBS);
        assertThat(heading(lead, "Check what will change")).isVisible();
        assertThat(lead.locator("main")).containsText("Hen Neuadd Ŵyn");
        click(lead, AriaRole.BUTTON, "Import 2");
        assertThat(heading(lead, "The file is imported")).isVisible();

        click(lead, AriaRole.LINK, "See the list");
        assertThat(lead.locator("main")).containsText("Story Street Library");
    }

    private static void choose(Page lead, String csv) {
        lead.getByLabel("Choose a CSV file")
                .setInputFiles(new FilePayload("hubs.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        click(lead, AriaRole.BUTTON, "Check this file");
    }

    /** Sets up a session around now, so that a booking is expected at once. */
    private static String setUpSession(Page staff) {
        staff.navigate(DEPLOYED.gateway() + "/hubs");
        click(staff, AriaRole.LINK, "Story Street Library");
        click(staff, AriaRole.BUTTON, "Set up a session");
        assertThat(heading(staff, "Set up a session")).isVisible();

        var span = TestClock.aroundNow();
        var date = span.date();
        var group = staff.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("When is it?"));
        group.getByLabel("Day").fill(String.valueOf(date.getDayOfMonth()));
        group.getByLabel("Month").fill(String.valueOf(date.getMonthValue()));
        group.getByLabel("Year").fill(String.valueOf(date.getYear()));
        staff.getByLabel("Start time").fill("10am");
        staff.getByLabel("End time").fill("9am");
        click(staff, AriaRole.BUTTON, "Continue");
        assertThat(staff.getByRole(AriaRole.ALERT)).containsText("End time must be after the start time");
        staff.getByLabel("Start time").fill(clock(span.starts()));
        staff.getByLabel("End time").fill(clock(span.ends()));
        staff.getByLabel("Room").fill("Ystafell 2");
        click(staff, AriaRole.BUTTON, "Continue");

        assertThat(heading(staff, "Check this session before you set it up")).isVisible();
        click(staff, AriaRole.BUTTON, "Set up this session");
        staff.waitForURL(Pattern.compile(".*/hubs/.*"));
        assertThat(staff.locator("main")).containsText("is set up");
        var hub = Pattern.compile("/hubs/([0-9a-f-]{36})").matcher(staff.url());
        assertThat(hub.find()).isTrue();
        var day = DEPLOYED.gateway() + "/hubs/" + hub.group(1) + "/days/" + date;
        staff.navigate(day);
        assertThat(staff.locator("main")).containsText("No one is booked yet");
        return day;
    }

    private static String clock(LocalTime time) {
        return DateTimeFormatter.ofPattern("h:mma", Locale.UK).format(time).toLowerCase(Locale.UK);
    }

    private static void bookNewPerson(Page staff) {
        staff.keyboard().press("b");
        var who = staff.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Who is it for?"));
        assertThat(who).isFocused();
        who.pressSequentially("Gwen Prŷs-Jones");
        click(staff, AriaRole.OPTION, Pattern.compile("Add ‘Gwen Prŷs-Jones’ as a new person"));
        assertThat(staff.getByLabel("First name")).hasValue("Gwen");
        assertThat(staff.getByLabel("Last name")).hasValue("Prŷs-Jones");
        staff.getByLabel("Phone number").fill("07700 900982");
        pickTime(staff);
        staff.keyboard().press("Control+Enter");
        assertThat(staff.getByText("Booked", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        click(staff, AriaRole.LINK, Pattern.compile("^Close"));
        assertThat(staff.locator("table.slots").first()).containsText("Gwen Prŷs-Jones");
    }

    /** Picks the first time if none is picked, because the only one of the day has begun. */
    private static void pickTime(Page staff) {
        var times = staff.locator("input[name=slot]");
        assertThat(times.first()).isAttached();
        if (staff.locator("input[name=slot]:checked").count() == 0) {
            times.first().check();
        }
    }

    private static String checkIn(Page staff) {
        click(staff, AriaRole.BUTTON, Pattern.compile("Check in.*Gwen"));
        assertThat(staff.getByText(Pattern.compile("Gwen Prŷs-Jones checked in at")))
                .isVisible();
        assertThat(staff.locator("table.slots").first()).containsText("Arrived");
        click(staff, AriaRole.LINK, "Gwen Prŷs-Jones");
        assertThat(heading(staff, "Gwen Prŷs-Jones")).isVisible();
        assertThat(staff.locator("main")).containsText("07700 900982");
        assertThat(staff.locator("main")).containsText("Story Street Library");
        assertThat(staff.url()).doesNotContain("Gwen");
        return staff.url();
    }

    private static void signOut(Page page) {
        click(page, AriaRole.BUTTON, "Sign out");
        page.waitForLoadState();
        org.assertj.core.api.Assertions.assertThat(page.context().cookies())
                .noneMatch(cookie -> cookie.name.startsWith("__Host-"));
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
    }

    private static void click(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    private static void click(Page page, AriaRole role, Pattern name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }
}
