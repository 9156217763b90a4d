package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalTime;
import java.util.Map;
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
        moveByAnHour(council, session.path("id").asString());

        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day);
            assertThat(page.getByText("2 people must be told that their booking has changed."))
                    .isVisible();
            assertThat(row(page, "Tom Akande")).containsText("Was 10am, not told yet");

            page.getByText("See people to tell").click();
            assertThat(card(page, "Ivy Marsh")).containsText("Their booking is now at 11am on the same day.");
            assertThat(card(page, "Ivy Marsh")).containsText("07700 900123");
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

    private static void moveByAnHour(Client council, String session) {
        var path = "/api/sessions/" + session + "/changes";
        var change = Map.of(
                "scope",
                "this",
                "starts",
                "11:00",
                "ends",
                "11:45",
                "slotMinutes",
                45,
                "placesPerSlot",
                2,
                "room",
                "Room 2");
        var preview = council.post(path + "/preview", change);
        var changed = council.call("POST", path, change, Map.of("If-Match", preview.header("ETag")));
        assertThat(changed.succeeded()).as("%s", changed).isTrue();
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
