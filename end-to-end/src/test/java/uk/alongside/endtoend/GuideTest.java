package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.alongside.localstack.Part;

/**
 * Does every task of {@code docs/guide-for-hub-staff.md} with made-up people at ten in the morning, and takes the
 * guide's pictures. They stay in {@code target/pictures/guide}; with {@code -Dalongside.pictures=true} they go to
 * {@code docs/pictures}.
 */
@Tag("browser")
class GuideTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Path PICTURES = Deployment.root()
            .resolve(Boolean.getBoolean("alongside.pictures") ? "docs/pictures" : "end-to-end/target/pictures/guide");

    private final Client council = DEPLOYED.larkshire();

    @Test
    void everyTaskOfTheGuideCanBeDone() {
        var day = TestClock.today();
        DEPLOYED.setClock(day.atTime(10, 0));
        var hub = hub();
        morning(hub, day);
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            page.setViewportSize(1280, 900);
            page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day);
            checkIn(page);
            walkIns(page);
            seeTheDay(page);
            bookKnownPerson(page);
            bookNewPerson(page);
            changeBookings(page);
            printTheSheet(page, hub, day);
            loseTheConnection(page, hub, day);
        }
    }

    private void seeTheDay(Page page) {
        assertThat(page.locator("table.slots").first()).containsText("Farah Siddiqui");
        whole(page, "day-1280");
    }

    private void checkIn(Page page) {
        press(page, "Check in Gwen Prŷs-Jones");
        assertThat(page.getByText(Pattern.compile("Gwen Prŷs-Jones checked in at")))
                .isVisible();
        part(page, page.locator("main"), "check-in");
        press(page, "Start Gwen Prŷs-Jones");
        assertThat(page.getByText("Gwen Prŷs-Jones has started")).isVisible();
        press(page, "Check in Farah Siddiqui");
        assertThat(page.getByText(Pattern.compile("Farah Siddiqui checked in at")))
                .isVisible();
        page.reload();
    }

    private void walkIns(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a walk-in"))
                .click();
        page.getByRole(AriaRole.COMBOBOX).pressSequentially("Ada Obi");
        page.locator(".combobox__option--new").click();
        page.getByLabel("Help with a form").check();
        panel(page, "walk-in");
        press(page, "Add to the queue");
        assertThat(page.getByText("Ada Obi is in the queue")).isVisible();
        part(page, page.locator("section:has(> table.slots)").first(), "walk-ins");
        page.reload();
        page.locator("table.slots").first().waitFor();
    }

    private void bookKnownPerson(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Book someone"))
                .click();
        page.getByRole(AriaRole.COMBOBOX).pressSequentially("quar");
        var found = page.getByRole(
                        AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Ottoline Quarrington")))
                .first();
        found.waitFor();
        panel(page, "book-known");
        keptFor(page, found::click);
        assertThat(page.locator(".chosen__name").first()).containsText("Ottoline");
        press(page, "Book");
        assertThat(page.locator(".done")).containsText("Ottoline Quarrington");
        panel(page, "booked");
        press(page, "Book another");
    }

    private void bookNewPerson(Page page) {
        page.getByRole(AriaRole.COMBOBOX).pressSequentially("Zebedee Vane");
        keptFor(page, page.locator(".combobox__option--new")::click);
        page.getByLabel("Phone number").fill("07700 900976");
        panel(page, "book-new");
        press(page, "Book");
        assertThat(page.locator(".done")).containsText("Zebedee Vane");
        close(page);
    }

    private void changeBookings(Page page) {
        change(page, "Tom Akande", "They did not attend");
        page.getByLabel("They could not get here").check();
        page.getByLabel("Ring them").check();
        panel(page, "did-not-attend");
        press(page, "Save");
        assertThat(page.getByText(Pattern.compile("Tom Akande is marked as did not attend")))
                .isVisible();

        change(page, "Margaret Ellison", "Move to another time");
        assertThat(page.getByText(Pattern.compile("Original booking"))).isVisible();
        panel(page, "move");
        press(page, "Move the booking");
        assertThat(page.getByText(Pattern.compile("Margaret Ellison is moved to")))
                .isVisible();

        change(page, "Peter Lowe", "Cancel the booking");
        page.getByLabel("They did", new Page.GetByLabelOptions().setExact(true)).check();
        panel(page, "cancel");
        press(page, "Cancel the booking");
        assertThat(page.getByText("The booking of Peter Lowe is cancelled")).isVisible();
    }

    private void printTheSheet(Page page, String hub, LocalDate day) {
        page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day + "/sheet");
        assertThat(page.locator(".day-sheet")).containsText("Gwen Prŷs-Jones");
        part(page, page.locator("main"), "day-sheet");
    }

    private void loseTheConnection(Page page, String hub, LocalDate day) {
        page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day);
        page.locator("table.slots").first().waitFor();
        DEPLOYED.kill(Part.CONVERSATIONS_SERVICE);
        try {
            page.getByText("We have lost the connection").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
            part(page, page.locator("main"), "offline");
        } finally {
            DEPLOYED.start(Part.CONVERSATIONS_SERVICE);
        }
        assertThat(page.getByText("We have lost the connection"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(120_000));
    }

    private static void change(Page page, String name, String how) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change booking of " + name))
                .click();
        page.locator(".panel")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(how))
                .click();
    }

    private static void close(Page page) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Close").setExact(true))
                .click();
        page.locator(".panel").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /** Waits until the place is held, as a member of staff who is talking to a resident does. */
    private static void keptFor(Page page, Runnable choice) {
        page.waitForResponse(answer -> answer.url().endsWith("/holds"), choice);
    }

    private static void whole(Page page, String name) {
        page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0) }");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static void panel(Page page, String name) {
        part(page, page.locator(".panel"), name);
    }

    private static void part(Page page, Locator what, String name) {
        page.evaluate("document.fonts.ready");
        what.screenshot(new Locator.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private String hub() {
        var anywhere = ThreadLocalRandom.current();
        var made = council.post(
                "/api/hubs",
                Map.of(
                        "name",
                        "Riverside Library",
                        "address",
                        List.of("1 Made-up Street", "Larkford"),
                        "postcode",
                        "ZY%d %dZZ".formatted(anywhere.nextInt(1, 100), anywhere.nextInt(1, 10)),
                        "accessFeatures",
                        List.of("step-free")));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().path("id").asString();
    }

    /** Books people for now and for later, and leaves some places free. */
    private void morning(String hub, LocalDate day) {
        var span = new TestClock.Span(day, LocalTime.of(9, 30), LocalTime.of(12, 30));
        var slots = World.session(council, hub, span, 2).json().path("slots");
        book(slots.get(0), person("Gwen", "Prŷs-Jones", "07700 900101", "step-free"));
        book(slots.get(0), person("Tom", "Akande", "07700 900102"));
        book(slots.get(1), person("Farah", "Siddiqui", "07700 900103", "interpreter"));
        book(slots.get(1), person("Peter", "Lowe", "07700 900104"));
        book(slots.get(2), person("Margaret", "Ellison", "07700 900105", "hearing-loop", "large-print"));
        person("Ottoline", "Quarrington", "07700 900106", "quiet-room");
    }

    private String person(String firstName, String lastName, String phone, String... needs) {
        var made = council.post(
                "/api/people",
                Map.of("firstName", firstName, "lastName", lastName, "phone", phone, "needs", List.of(needs)));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private void book(JsonNode slot, String person) {
        World.booking(council, slot.path("id").asString(), person);
    }
}
