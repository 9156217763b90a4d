package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that a wrong check-in is corrected on the page, and that the correction is corrected again. */
@Tag("browser")
class CorrectionTest {

    private static final Deployment DEPLOYED = Deployment.running();

    @Test
    void aWrongCheckInIsCorrectedWithAReasonAndTheCorrectionAgain() {
        var council = DEPLOYED.larkshire();
        var hub = World.hub(council, "Correcting hub " + UUID.randomUUID());
        var slot = World.sessionNow(council, hub, 2).json().path("slots").path(0);
        var booking = World.booking(council, slot.path("id").asString(), World.person(council, "Marcus", "Thwaite"));
        council.call("POST", "/api/bookings/" + booking + "/check-in", null, Map.of());
        council.call("POST", "/api/bookings/" + booking + "/start", null, Map.of());

        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + TestClock.today());
            assertThat(row(page)).containsText("In conversation");

            open(page);
            page.getByLabel("Did not attend").check();
            page.getByLabel("Why is it corrected?").fill("Another Marcus came");
            press(page, "Save the correction");
            assertThat(page.getByText("The record of Marcus Thwaite is corrected. It named"))
                    .isVisible();
            assertThat(row(page)).containsText("Did not attend");

            open(page);
            assertThat(page.getByText("Reason: Another Marcus came")).isVisible();
            page.getByLabel("Expected").check();
            page.getByLabel("Why is it corrected?").fill("He is still to come");
            press(page, "Save the correction");
            assertThat(page.getByText("The record of Marcus Thwaite is corrected"))
                    .isVisible();
            press(page, "Check in Marcus Thwaite");
            assertThat(row(page)).containsText("Arrived");

            assertThat(council.get("/api/bookings/" + booking + "/corrections")
                            .json()
                            .path("items"))
                    .hasSize(2);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void open(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change booking of Marcus Thwaite"))
                .click();
        assertThat(heading(page, "Change a booking")).isFocused();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct the record"))
                .click();
        assertThat(heading(page, "Correct the record")).isFocused();
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    private static Locator row(Page page) {
        return page.locator("table.slots tr").filter(new Locator.FilterOptions().setHasText("Marcus Thwaite"));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
