package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.alongside.endtoend.TestClock.Span;

/**
 * Tests that no person comes at the wrong time without a member of staff having had the task of telling them: two
 * people are booked into a session, the session moves by an hour, and both stay on the list until they are told.
 */
@Tag("browser")
class PeopleToTellTest {

    private static final Deployment DEPLOYED = Deployment.running();

    @Test
    void twoPeopleOfASessionThatMovesByAnHourAreToldOneByOne() {
        var council = DEPLOYED.larkshire();
        var hub = World.hub(council, "Moving hub " + UUID.randomUUID());
        var day = TestClock.today().plusDays(1);
        var session = World.session(council, hub, new Span(day, LocalTime.of(10, 0), LocalTime.of(10, 45)), 2)
                .json();
        var slot = session.path("slots").path(0).path("id").asString();
        World.booking(council, slot, World.person(council, "Tom", "Akande"));
        World.booking(council, slot, World.person(council, "Ivy", "Marsh"));

        try (var browser = new Chromium()) {
            var lead = SignIn.as(browser.person(), DEPLOYED, "lena@larkshire.example");
            moveByAnHour(browser, lead, session.path("id").asString());
            closeTheDay(browser, lead, hub, day);
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day);
            assertThat(page.getByText("2 people must be told that their booking has changed."))
                    .isVisible();
            assertThat(row(page, "Tom Akande")).containsText("Was 10am, not told yet");

            page.getByText("See people to tell").click();
            assertThat(card(page, "Ivy Marsh")).containsText("Their booking is now at 11am on the same day.");
            assertThat(card(page, "Ivy Marsh")).containsText("07700 900123");
            printed(browser, page);
            press(page, "No answer Ivy Marsh");
            assertThat(card(page, "Ivy Marsh")).containsText("Not reached on");
            press(page, "Told by phone Tom Akande");
            assertThat(page.getByText("Tom Akande was told")).isVisible();
            assertThat(card(page, "Tom Akande")).isHidden();

            page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day);
            assertThat(page.getByText("1 person must be told that their booking has changed."))
                    .isVisible();
            assertThat(row(page, "Ivy Marsh")).containsText("not told yet");
            assertThat(row(page, "Tom Akande")).not().containsText("not told yet");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Moves the session as a lead, who chooses for each booking without seeing a name. */
    private static void moveByAnHour(Chromium browser, Page lead, String session) {
        lead.navigate(DEPLOYED.gateway() + "/sessions/" + session);
        lead.getByLabel("Change this session only").check();
        press(lead, "Continue");
        lead.getByLabel("Start time").fill("11am");
        lead.getByLabel("End time").fill("11:45am");
        press(lead, "Continue");
        var bookings = lead.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Bookings affected"));
        assertThat(bookings.getByRole(AriaRole.ROWHEADER, new Locator.GetByRoleOptions().setName("Booking at 10am")))
                .hasCount(2);
        assertThat(lead.locator("main")).not().containsText("Akande");
        assertThat(bookings.locator("select").first()).containsText("Move to 11am");
        browser.look(lead, "change-session-bookings");
        press(lead, "Change this session");
        assertThat(lead.getByText("1 session is changed")).isVisible();
    }

    /** Shows the list as it prints, with a row for each person. */
    private static void printed(Chromium browser, Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".only-printed tbody tr")).hasCount(2);
        assertThat(page.locator(".only-printed")).isVisible();
        assertThat(card(page, "Ivy Marsh")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        browser.look(page, "people-to-tell-two");
    }

    /** Looks at what a closure of the day would leave to choose, and closes nothing. */
    private static void closeTheDay(Chromium browser, Page lead, String hub, LocalDate day) {
        lead.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/closures");
        for (var name : List.of("First day closed", "Last day closed")) {
            var date = lead.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name));
            date.getByLabel("Day").fill(String.valueOf(day.getDayOfMonth()));
            date.getByLabel("Month").fill(String.valueOf(day.getMonthValue()));
            date.getByLabel("Year").fill(String.valueOf(day.getYear()));
        }
        lead.getByLabel("Why?").fill("New floor");
        press(lead, "See which sessions this affects");
        assertThat(lead.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("Booking at 11am")))
                .hasCount(2);
        browser.look(lead, "hub-closure-bookings");
    }

    private static Locator row(Page page, String name) {
        return page.locator("table.slots tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator card(Page page, String name) {
        return page.locator("section.card").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
