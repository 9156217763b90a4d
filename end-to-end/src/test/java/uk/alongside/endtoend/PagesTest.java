package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every page, with something on it and with nothing: axe has no findings, it has a title and one main heading that takes
 * the focus, it fits 320 pixels, and no script or content policy complains. The pictures stay in
 * {@code target/pictures}, to be looked at.
 */
@Tag("browser")
class PagesTest {

    private static final Deployment DEPLOYED = Deployment.running();

    @Test
    void everyPageOfHubStaffIsInOrder() {
        var day = dayWithPeople();
        var hub = morning(day);
        var person = World.person(DEPLOYED.larkshire(), "Margaret", "Ellison");
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");

            visit(page, "/hubs/" + hub + "/days/" + day);
            assertThat(page.locator("table.slots").first()).containsText("Farah Siddiqui");
            browser.look(page, "day");

            visit(page, "/hubs/" + hub + "/days/" + day + "/book");
            browser.look(page, "book-someone");
            var who = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Who is it for?"));
            who.pressSequentially("Ell");
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Margaret Ellison")))
                    .first()
                    .waitFor();
            browser.look(page, "book-someone-found");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Book").setExact(true))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Select who it is for");
            browser.look(page, "book-someone-error");

            visit(page, "/hubs/" + hub + "/days/" + day.plusDays(20));
            browser.look(page, "day-empty");
            visit(page, "/hubs/" + hub);
            browser.look(page, "hub");
            visit(page, "/hubs");
            browser.look(page, "hubs");
            visit(page, "/hubs?search=nothing-like-this");
            browser.look(page, "hubs-no-match");
            visit(page, "/hubs/" + hub + "/sessions/new");
            browser.look(page, "new-session");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"))
                    .click();
            page.getByRole(AriaRole.ALERT).first().waitFor();
            browser.look(page, "new-session-error");
            visit(page, "/people");
            browser.look(page, "people");
            visit(page, "/people/new");
            browser.look(page, "new-person");
            visit(page, "/people/" + person);
            browser.look(page, "person");
            visit(page, "/people/" + person + "/edit");
            browser.look(page, "edit-person");
            visit(page, "/people/" + UUID.randomUUID());
            browser.look(page, "not-found");
        }
    }

    @Test
    void everyPageOfALeadIsInOrder() {
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "lena@larkshire.example");

            visit(page, "/hubs/import");
            browser.look(page, "import-hubs");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check this file"))
                    .click();
            page.getByRole(AriaRole.ALERT).first().waitFor();
            browser.look(page, "import-hubs-error");
            visit(page, "/team");
            browser.look(page, "team");
            visit(page, "/team/invite");
            browser.look(page, "invite");
            visit(page, "/blueprint");
            browser.look(page, "blueprint");
            visit(page, "/blueprint/parts/kinds");
            browser.look(page, "blueprint-part");
            visit(page, "/settings");
            browser.look(page, "settings");
            visit(page, "/settings/logo");
            browser.look(page, "settings-logo");
            visit(page, "/people");
            assertThat(page.locator("h1")).containsText("You cannot see this page");
            browser.look(page, "forbidden");
        }
    }

    /** Through the gateway, whose policy lets no style through that is written into a page. */
    @Test
    void everyPublicPageIsInOrderInTheCouncilsColoursAndSetsNoCookie() {
        morning(dayWithPeople());
        try (var browser = new Chromium()) {
            var page = browser.person();

            page.navigate(DEPLOYED.gateway() + "/open/larkshire");
            assertThat(page.locator("h1")).containsText("Find a");
            assertThat(page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--band')"))
                    .asString()
                    .matches("#[0-9A-F]{6}");
            browser.look(page, "open");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^See all times")))
                    .first()
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Getting in")))
                    .isVisible();
            browser.look(page, "open-place");
            page.navigate(DEPLOYED.gateway() + "/open/larkshire?near=ZZ9&step-free=yes");
            assertThat(page.getByText("We could not find")).isVisible();
            browser.look(page, "open-unknown");

            assertThat(page.context().cookies()).isEmpty();
        }
    }

    @Test
    void everyPageOfTheOperatorIsInOrder() {
        try (var browser = new Chromium()) {
            var page = browser.person();
            page.navigate(DEPLOYED.gateway().toString());
            browser.look(page, "sign-in");
            SignIn.name(page, DEPLOYED, "operator@alongside.example");
            page.waitForURL(url -> url.startsWith(DEPLOYED.gateway().toString()));
            page.navigate(DEPLOYED.gateway() + "/oauth2/authorization/operator");

            visit(page, "/councils");
            browser.look(page, "councils");
            visit(page, "/councils/new");
            browser.look(page, "new-council");
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire"));
            browser.look(page, "council");
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire") + "/settings");
            browser.look(page, "council-settings");
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire") + "/members/new");
            browser.look(page, "new-member");
            visit(page, "/outbox/" + DEPLOYED.councilId("larkshire"));
            browser.look(page, "outbox");
        }
    }

    @Test
    void somebodyOfTwoCouncilsChoosesAndATabOfTheOtherCannotWrite() {
        try (var browser = new Chromium()) {
            var page = browser.person();
            page.navigate(DEPLOYED.gateway().toString());
            SignIn.name(page, DEPLOYED, "sam@both.example");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Larkshire Council"))
                    .waitFor();
            browser.look(page, "choose-council");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Larkshire Council"))
                    .click();
            page.locator(".mast__council").waitFor();
            visit(page, "/people/new");
            page.getByLabel("First name").fill("Stale");
            page.getByLabel("Last name").fill("Tab");
            page.getByLabel("No phone or email").check();

            var otherTab = browser.anotherTabOf(page);
            otherTab.navigate(DEPLOYED.gateway() + "/oauth2/authorization/council?council=meadowshire");
            assertThat(otherTab.locator(".mast__council")).containsText("Meadowshire");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add this person"))
                    .click();
            assertThat(page.getByText("You are now working in Meadowshire Council"))
                    .isVisible();
            var found = DEPLOYED.meadowshire().call("POST", "/api/people/search", Map.of("text", "Stale"), Map.of());
            assertThat(found.json().path("people")).isEmpty();
        }
    }

    /** Back and forward bring back what was there, and the focus is on the heading after each step. */
    @Test
    void goingBackAndForwardKeepsThePageAndTheFocus() {
        morning(dayWithPeople());
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            visit(page, "/hubs?search=Market+Street");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Market Street Library"))
                    .first()
                    .click();
            assertThat(page.locator("h1")).containsText("Market Street Library");
            assertThat(page.locator("h1")).isFocused();

            page.goBack();
            assertThat(page.locator("h1")).containsText("Hubs");
            assertThat(page.locator("h1")).isFocused();
            page.goForward();
            assertThat(page.locator("h1")).containsText("Market Street Library");
            assertThat(page.title()).matches("Market Street Library – Alongside – Larkshire Council");
        }
    }

    private static void visit(Page page, String path) {
        page.navigate(DEPLOYED.gateway() + path);
        page.locator("h1").first().waitFor();
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.title()).containsPattern(Pattern.compile(".+ – Alongside"));
    }

    /** Today, but late in the evening tomorrow, since nobody can be booked for a time that is over. */
    private static LocalDate dayWithPeople() {
        var now = LocalDateTime.now(World.LONDON);
        return now.toLocalDate().plusDays(now.getHour() >= 20 ? 1 : 0);
    }

    /** Some hours at a made-up library, around now: people expected, arrived and late, and places left. */
    private static String morning(LocalDate day) {
        var council = DEPLOYED.larkshire();
        var known = council.get("/api/hubs?search=Market%20Street%20Library").json();
        var hub = known.path("total").asInt() > 0
                ? known.path("hubs").get(0).path("id").asString()
                : World.hub(council, "Market Street Library");
        if (!council.get("/api/hubs/" + hub + "/days/" + day)
                .json()
                .path("sessions")
                .isEmpty()) {
            return hub;
        }
        var now = LocalTime.now(World.LONDON);
        var begun = now.truncatedTo(ChronoUnit.HOURS).plusMinutes(now.getMinute() / 15 * 15L);
        var starts = now.getHour() >= 20
                ? LocalTime.of(9, 30)
                : now.getHour() < 1 ? LocalTime.MIDNIGHT : begun.minusMinutes(30);
        var session = council.post(
                "/api/hubs/" + hub + "/sessions",
                Map.of(
                        "date",
                        day.toString(),
                        "starts",
                        starts.toString(),
                        "ends",
                        starts.plusHours(3).toString(),
                        "slotMinutes",
                        45,
                        "placesPerSlot",
                        2,
                        "room",
                        "Room 2"));
        assertThat(session.status()).as("%s", session).isEqualTo(201);
        var slots = session.json().path("slots");
        var names = List.of(
                List.of("Tom", "Akande"),
                List.of("Gwen", "Prŷs-Jones"),
                List.of("Farah", "Siddiqui"),
                List.of("Joan", "Mbeki"),
                List.of("Peter", "Lowe"));
        for (int i = 0; i < names.size(); i++) {
            var person =
                    World.person(council, names.get(i).getFirst(), names.get(i).getLast());
            var booking = World.booking(
                    council,
                    slots.get(i * slots.size() / names.size()).path("id").asString(),
                    person);
            if (i == 0) {
                council.call("POST", "/api/bookings/" + booking + "/check-in", null, Map.of());
            }
        }
        return hub;
    }
}
