package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.endtoend.RecordPages.BOXES;
import static uk.alongside.endtoend.RecordPages.box;
import static uk.alongside.endtoend.RecordPages.newRecord;
import static uk.alongside.endtoend.RecordPages.open;
import static uk.alongside.endtoend.RecordPages.practitioner;
import static uk.alongside.endtoend.RecordPages.saved;
import static uk.alongside.endtoend.RecordPages.settled;
import static uk.alongside.endtoend.RecordPages.storage;
import static uk.alongside.endtoend.RecordPages.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that words which the service does not have yet stay on the device, for their writer only, and are sent later. */
@Tag("browser")
class UnsentWordsTest {

    private static final Deployment DEPLOYED = Deployment.running();

    @Test
    void wordsComeBackAfterTheBrowserWasKilledWithoutANetwork(@TempDir Path profile) throws Exception {
        var record = newRecord();
        var email = "practitioner-" + UUID.randomUUID() + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", "Tess Alder", email, "hub-staff", "practitioner");
        var password = "Made-up-" + UUID.randomUUID();
        try (var browser = new Chromium()) {
            var page = browser.personOfProfile(profile);
            SignIn.first(page, DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email), password);
            open(page, record);
            page.context().setOffline(true);
            box(page).pressSequentially("Wants the allotment.");
            settled(page);
            browser.kill(page, profile);
        }
        assertThat(words(record)).isEmpty();

        try (var browser = new Chromium()) {
            var page = browser.personOfProfile(profile);
            SignIn.as(page, DEPLOYED, email, password);
            saved(record, "Wants the allotment.");
        }
    }

    @Test
    void anotherMemberOnTheSameDeviceReadsNothing() throws Exception {
        var record = newRecord();
        try (var browser = new Chromium()) {
            var tess = open(practitioner(browser, "Tess Alder"), record);
            cut(tess);
            box(tess).pressSequentially("Wants the allotment.");
            settled(tess);
            var cookies = tess.context().cookies();
            tess.context().clearCookies();
            var gethin = browser.anotherTabOf(tess);
            tess.close();
            open(practitioner(gethin, "Gethin Rees"), record);

            assertThat(box(gethin)).hasValue("");
            box(gethin).pressSequentially("Likes tea.");
            saved(record, "Likes tea.");
            Waiting.until(
                    "only the other member's words are kept",
                    () -> storage(gethin).startsWith("1 "));
            assertThat(storage(gethin)).doesNotContain("allotment", "Wants");
            gethin.context().clearCookies();
            gethin.context().addCookies(cookies);
            var again = browser.anotherTabOf(gethin);
            gethin.close();
            open(again, record);
            assertThat(again.getByText("Gethin Rees changed this box")).isVisible();
            again.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep both"))
                    .click();
            saved(record, "Likes tea.\n\nWants the allotment.");
        }
    }

    @Test
    void anOpenPageSendsTheWordsOfAPageThatWasClosed() throws Exception {
        var record = newRecord();
        try (var browser = new Chromium()) {
            var stays = open(practitioner(browser, "Tess Alder"), record);
            var closes = open(browser.anotherTabOf(stays), record);
            cut(closes);
            box(closes).pressSequentially("Wants the allotment.");
            settled(closes);

            closes.close();

            saved(record, "Wants the allotment.");
            assertThat(box(stays)).hasValue("Wants the allotment.");
        }
    }

    @Test
    void twoPractitionersInDifferentBoxesAreNotAsked() throws Exception {
        var record = newRecord();
        try (var browser = new Chromium()) {
            var tess = open(practitioner(browser, "Tess Alder"), record);
            var gethin = open(practitioner(browser, "Gethin Rees"), record);
            cut(gethin);
            box(gethin, 1).pressSequentially("Good at mending.");
            settled(gethin);
            box(tess).pressSequentially("Wants the allotment.");
            saved(record, "Wants the allotment.");

            gethin.unroute(BOXES);

            Waiting.until("both boxes are saved", () -> words(record).equals("Wants the allotment.\nGood at mending."));
            assertThat(gethin.getByText("changed this box")).hasCount(0);
            assertThat(box(tess, 1)).hasValue("Good at mending.");
        }
    }

    @Test
    void aSignOutThatIsHeldKeepsWhatAFormHolds() throws Exception {
        var record = newRecord();
        try (var browser = new Chromium()) {
            var page = open(practitioner(browser, "Tess Alder"), record);
            page.getByLabel("Add a next step").fill("Sam ring Colin");
            cut(page);
            box(page).pressSequentially("Wants the allotment.");
            settled(page);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stay and send"))
                    .click();
            page.unroute(BOXES);
            saved(record, "Wants the allotment.");
            page.reload();

            assertThat(page.getByLabel("Add a next step")).hasValue("Sam ring Colin");
        }
    }

    /** Cuts each save of this page, and of no other. */
    private static void cut(Page page) {
        page.route(BOXES, Route::abort);
    }
}
