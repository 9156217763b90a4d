package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that a person takes home a letter that names no other person, and that a worry of hub staff reaches the
 * practitioners.
 */
@Tag("browser")
class LetterTest {

    private static final Deployment DEPLOYED = Deployment.running();

    @Test
    void aLetterIsPrintedWithoutAnotherPersonsName() throws Exception {
        var council = DEPLOYED.larkshire();
        var margaret = World.person(council, "Margaret", "Ellison");
        var tom = World.person(council, "Tom", "Akande");
        var record = "/conversations/"
                + council.post("/api/conversations", Map.of("personIds", List.of(margaret, tom)))
                        .json()
                        .path("id")
                        .asString();
        var prompt = council.get("/api" + record).json().at("/prompts/0/id").asString();
        council.call(
                "PUT",
                "/api" + record + "/boxes/" + prompt,
                Map.of("text", "Wants the allotment. Tom drives her.", "fromTool", false),
                Map.of("If-Match", "\"0\""));
        try (var browser = new Chromium()) {
            var page = member(browser, "Tess Alder", "hub-staff", "practitioner");
            page.navigate(DEPLOYED.gateway() + record + "/letter?person=" + margaret);
            var letter = page.locator("article.letter");
            assertThat(letter).containsText("Wants the allotment. another person drives her.");
            assertThat(letter).not().containsText("Tom");

            page.getByLabel("In your own words").fill("I will ask Tom Akande myself.");
            assertThat(letter).containsText("I will ask another person myself.");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.getByLabel("In your own words")).isHidden();
            assertThat(letter).isVisible();
            var printed =
                    new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
            assertThat(Pattern.compile("/MediaBox ?\\[0 0 59[45][0-9.]* 84[12]")
                            .matcher(printed)
                            .find())
                    .as("pages of A4")
                    .isTrue();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Given by hand"))
                    .click();
            assertThat(page.locator("main")).containsText("by Tess Alder");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aWorryOfHubStaffReachesThePractitioners() throws Exception {
        var worry = "A bruise " + UUID.randomUUID();
        try (var browser = new Chromium()) {
            var staff = member(browser, "Sam Oduya", "hub-staff");
            staff.navigate(DEPLOYED.gateway() + "/worry");
            staff.getByLabel("What worries you?").fill(worry);
            staff.getByLabel("Nothing yet").check();
            staff.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send to the practitioners"))
                    .click();
            assertThat(staff.getByText("Sent to the practitioners")).isVisible();

            var tess = member(browser, "Tess Alder", "hub-staff", "practitioner");
            tess.navigate(DEPLOYED.gateway() + "/conversations");
            tess.getByText("See what worries them").click();
            var card = tess.locator("article.card").filter(new Locator.FilterOptions().setHasText(worry));
            assertThat(card).containsText("From Sam Oduya");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Page member(Chromium browser, String name, String... roles) {
        var email = "letter-" + UUID.randomUUID() + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", name, email, roles);
        return SignIn.first(browser.person(), DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email));
    }
}
