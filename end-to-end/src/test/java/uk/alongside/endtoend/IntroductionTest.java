package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that two leads who both say yes are named to each other, and that neither page names the other council before. */
@Tag("browser")
class IntroductionTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final String ASKED = "We have asked. You will hear if a council says yes.";
    private static final String KEPT = "First bookings that were kept";

    private final Client larkshire = DEPLOYED.larkshire();
    private final Client meadowshire = DEPLOYED.meadowshire();
    private final ScheduledTask round = new ScheduledTask(new Sql(DEPLOYED.superuserOfTenants()), "introductions");

    @BeforeEach
    void begin() throws Exception {
        // The clock of another test may have made the round of the morning due.
        assertThat(round.run()).isTrue();
        offer(meadowshire, List.of("attended"));
        offer(larkshire, List.of());
        forget();
    }

    @AfterEach
    void end() {
        offer(meadowshire, List.of());
        forget();
    }

    @Test
    void namesTwoLeadsToEachOtherOnceBothHaveSaidYes() throws Exception {
        var quarter = DEPLOYED.comparison();
        try (var browser = new Chromium()) {
            var lena = SignIn.as(browser.person(), DEPLOYED, "lena@larkshire.example");
            var mair = SignIn.as(browser.person(), DEPLOYED, "mair@meadowshire.example");

            open(lena, "/compare?from=" + quarter);
            lena.getByText("Talk to a council in the better quarter").first().click();
            browser.look(lena, "introduction-block");
            lena.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ask about this measure"))
                    .first()
                    .click();
            lena.getByText("Your council can ask 4 more times").waitFor();
            browser.look(lena, "introduction-ask");
            lena.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Ask").setExact(true))
                    .click();
            assertThat(lena.locator(".govuk-notification-banner")).containsText(ASKED);
            open(mair, "/compare?introductions=all");
            assertThat(mair.locator("main")).containsText("No council asks you now.");

            assertThat(round.run()).isTrue();
            open(mair, "/compare?introductions=all");
            assertThat(card(mair)).containsText("A council asks to talk with you about this measure.");
            assertThat(mair.locator("main")).not().containsText("Larkshire");
            browser.look(mair, "introduction-asked");
            open(lena, "/compare?introductions=all");
            assertThat(card(lena)).containsText(ASKED);
            assertThat(lena.locator("main")).not().containsText("Meadowshire");

            mair.getByLabel("Yes, introduce us").check();
            mair.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the answer"))
                    .click();
            assertThat(card(mair)).containsText("You will both be named to each other on the next morning.");
            open(lena, "/compare?introductions=all");
            assertThat(lena.locator("main")).not().containsText("Meadowshire");

            assertThat(round.run()).isTrue();
            open(lena, "/compare?introductions=all");
            assertThat(card(lena)).containsText("Meadowshire Council");
            assertThat(card(lena)).containsText("mair@meadowshire.example");
            lena.getByText("How to arrange a visit").click();
            browser.look(lena, "introduction-named");
            open(mair, "/compare?introductions=all");
            assertThat(card(mair)).containsText("Larkshire Council");
            assertThat(card(mair)).containsText("lena@larkshire.example");
            assertThat(mails("larkshire")).contains("you are introduced to Meadowshire Council");
            assertThat(mails("meadowshire"))
                    .contains("a council asks to talk with you", "you are introduced to Larkshire Council");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Locator card(Page page) {
        return page.locator("article", new Page.LocatorOptions().setHasText(KEPT))
                .first();
    }

    private static void open(Page page, String path) {
        page.navigate(DEPLOYED.gateway() + path);
        page.locator("main h1").waitFor();
    }

    private static void offer(Client council, List<String> rates) {
        var changed = council.put(
                "/api/introductions/offer",
                Map.of("rates", rates),
                Map.of("If-Match", council.get("/api/introductions/offer").header("ETag")));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    }

    private static void forget() {
        DEPLOYED.forgetIntroductions("larkshire");
        DEPLOYED.forgetIntroductions("meadowshire");
    }

    /** Waits until the mail about both names is there, and returns the subjects of all mail. */
    private static String mails(String alias) throws Exception {
        var path = "/api/councils/" + DEPLOYED.councilId(alias) + "/mail";
        Waiting.until("the mail", () -> DEPLOYED.operator().get(path).text().contains("you are introduced to"));
        return DEPLOYED.operator().get(path).text();
    }
}
