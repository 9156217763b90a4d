package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.alongside.endtoend.TestClock.Span;

/**
 * Tests that no person comes at the wrong time without a member of staff having had the task of telling them: two
 * people are booked into a session, the session moves by an hour, and both stay on the list until they are told.
 */
@Tag("browser")
class PeopleToTellTest {

    private static final Deployment DEPLOYED = Deployment.running();

    private final Client council = DEPLOYED.larkshire();
    private final String hub = World.hub(council, "Moving hub " + UUID.randomUUID());
    private final LocalDate day = TestClock.today().plusDays(1);
    private final JsonNode session = World.session(
                    council, hub, new Span(day, LocalTime.of(10, 0), LocalTime.of(11, 30)), 2)
            .json();

    @Test
    void twoPeopleOfASessionThatMovesByAnHourAreToldOneByOne() {
        book(0, "Tom", "Akande");
        book(0, "Ivy", "Marsh");
        moveByAnHour();

        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            openBoard(page);
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

            openBoard(page);
            assertThat(page.getByText("1 person must be told that their booking has changed."))
                    .isVisible();
            assertThat(row(page, "Ivy Marsh")).containsText("not told yet");
            assertThat(row(page, "Tom Akande")).not().containsText("not told yet");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aLeadChoosesForEachBookingAndTwoMembersTellThePeopleAtOnce() {
        var tom = book(0, "Tom", "Akande");
        var ivy = book(1, "Ivy", "Marsh");
        try (var browser = new Chromium()) {
            moveOneAndCancelTheOther(SignIn.as(browser.person(), DEPLOYED, "lena@larkshire.example"));
            assertThat(statusOf(tom)).isEqualTo("expected at 11:00");
            assertThat(statusOf(ivy)).isEqualTo("cancelled at 10:45");
            assertThat(bookings(false)).containsExactlyInAnyOrder(tom, ivy);

            var priya = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            var sam = SignIn.choosing(browser.person(), DEPLOYED, "sam@both.example", "Larkshire Council");
            for (var page : List.of(priya, sam)) {
                openBoard(page);
                assertThat(page.getByText("2 people must be told that their booking has changed."))
                        .isVisible();
                assertThat(row(page, "Tom Akande")).containsText("Was 10am, not told yet");
                page.getByText("See people to tell").click();
                assertThat(card(page, "Tom Akande")).containsText("Their booking is now at 11am on the same day.");
                assertThat(card(page, "Ivy Marsh")).containsText("at 10:45am. Their booking is cancelled.");
                assertThat(card(page, "Ivy Marsh")).containsText("07700 900123");
            }
            tellAtTheSameMoment(priya, sam, "Tom Akande");
            assertThat(bookings(false)).containsExactly(ivy);
            tellByTextMessage(sam, "Ivy Marsh");

            assertThat(sam.getByText("Everyone whose booking has changed has been told."))
                    .isVisible();
            sam.getByText("See who was told in the last 28 days").click();
            assertThat(told(sam, "Tom Akande")).containsText(Pattern.compile("By phone.*by Priya N"));
            assertThat(told(sam, "Ivy Marsh")).containsText(Pattern.compile("By text message.*by Sam R"));
            openBoard(priya);
            assertThat(row(priya, "Tom Akande")).containsText("11am");
            assertThat(priya.locator("main")).not().containsText("not told yet");
            assertThat(priya.getByText("must be told")).isHidden();
            assertThat(bookings(true)).containsExactlyInAnyOrder(tom, ivy);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private String book(int slot, String firstName, String lastName) {
        return World.booking(
                council,
                session.path("slots").path(slot).path("id").asString(),
                World.person(council, firstName, lastName));
    }

    private void moveByAnHour() {
        var path = "/api/sessions/" + session.path("id").asString() + "/changes";
        var change = Map.of(
                "scope",
                "this",
                "starts",
                "11:00",
                "ends",
                "12:30",
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

    /** Moves the session on the page. The lead sees no names: the booking at 10am moves along, the other one is cancelled. */
    private void moveOneAndCancelTheOther(Page lead) {
        lead.navigate(DEPLOYED.gateway() + "/sessions/" + session.path("id").asString());
        lead.getByLabel("Change this session only").check();
        press(lead, "Continue");
        lead.getByLabel("Start time").fill("11am");
        lead.getByLabel("End time").fill("12:30pm");
        press(lead, "Continue");
        assertThat(lead.getByText("11am to 12:30pm (was 10am to 11:30am)")).isVisible();
        assertThat(lead.getByText("You cannot see who they are.")).isVisible();
        var first = lead.getByLabel(Pattern.compile("^What happens to the booking at 10am "));
        assertThat(first.locator("option:checked")).hasText("Move to 11am");
        lead.getByLabel(Pattern.compile("^What happens to the booking at 10:45am "))
                .selectOption("cancel");
        press(lead, "Change this session");
        assertThat(lead.getByText("1 session is changed")).isVisible();
    }

    /** Lets both members press the button before either has an answer. The first answer is the one of the first member. */
    private static void tellAtTheSameMoment(Page first, Page second, String name) {
        var held = new AtomicReference<Route>();
        second.route("**/api/people-to-tell/*/told", held::set);
        press(second, "Told by phone " + name);
        second.waitForCondition(() -> held.get() != null);
        press(first, "Told by phone " + name);
        assertThat(first.getByText(name + " was told")).isVisible();
        assertThat(card(first, name)).isHidden();

        held.get().resume();
        assertThat(second.getByRole(AriaRole.ALERT)).containsText("A colleague may have told them already");
        assertThat(card(second, name)).isHidden();
        second.unroute("**/api/people-to-tell/*/told");
    }

    private static void tellByTextMessage(Page page, String name) {
        card(page, name).getByText("Told another way").click();
        card(page, name).getByLabel("By text message").check();
        card(page, name)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Record"))
                .click();
        assertThat(page.getByText(name + " was told")).isVisible();
    }

    private String statusOf(String booking) {
        var json = council.get("/api/bookings/" + booking).json();
        return json.path("status").asString() + " at " + json.path("starts").asString();
    }

    /** Returns the bookings of the people who must be told, or who were told. */
    private List<String> bookings(boolean told) {
        return council.get("/api/hubs/" + hub + "/people-to-tell?told=" + told)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("bookingId").asString())
                .toList();
    }

    private void openBoard(Page page) {
        page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day);
    }

    private static Locator row(Page page, String name) {
        return page.locator("table.slots tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator card(Page page, String name) {
        return page.locator("section.card").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator told(Page page, String name) {
        return page.locator(".govuk-summary-list__row").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
