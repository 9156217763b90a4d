package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.alongside.endtoend.TestClock.Span;

/** Tests that a part of the booking panel whose script does not load says so, and is there once the network is back. */
@Tag("browser")
class LateScriptTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final String SCRIPT = "**/assets/person-fields-*.js";

    @Test
    void theBoxesOfANewPersonAreLoadedAgain() {
        var council = DEPLOYED.larkshire();
        var hub = World.hub(council, "Late hub " + UUID.randomUUID());
        var day = TestClock.today().plusDays(1);
        World.session(council, hub, new Span(day, LocalTime.of(10, 0), LocalTime.of(10, 45)), 2);
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            page.route(SCRIPT, Route::abort);
            page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day + "/book");
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Who is it for?"))
                    .pressSequentially("Gwen Prŷs-Jones");
            page.getByText("Add ‘Gwen Prŷs-Jones’ as a new person").click();
            assertThat(page.getByText("This part of the page did not load.")).isVisible();

            page.unroute(SCRIPT);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                    .click();

            assertThat(page.getByLabel("First name")).hasValue("Gwen");
            assertThat(page.getByText("This part of the page did not load.")).isHidden();
        }
    }
}
