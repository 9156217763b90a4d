package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.endtoend.RecordPages.box;
import static uk.alongside.endtoend.RecordPages.newRecord;
import static uk.alongside.endtoend.RecordPages.open;
import static uk.alongside.endtoend.RecordPages.practitioner;
import static uk.alongside.endtoend.RecordPages.saved;
import static uk.alongside.endtoend.RecordPages.storage;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that a practitioner records a conversation from the board, and that no word is lost when the network is cut, the
 * page is closed without a network, or another practitioner writes in the same box; and that a record is finished.
 */
@Tag("browser")
class ConversationTest {

    private static final Deployment DEPLOYED = Deployment.running();

    @Test
    void wordsReachTheRecordAfterACutAndAfterThePageWasClosedOffline() throws Exception {
        try (var browser = new Chromium()) {
            var page = practitioner(browser, "Tess Alder");
            page.navigate(DEPLOYED.gateway() + boardWithAnArrivedPerson());
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Record conversation with Margaret Ellison"))
                    .click();
            page.waitForURL(Pattern.compile(".*/conversations/[0-9a-f-]{36}"));
            var record = page.url().substring(page.url().lastIndexOf('/') + 1);
            box(page).pressSequentially("Wants the allotment.");
            saved(record, "Wants the allotment.");

            page.context().setOffline(true);
            box(page).pressSequentially(" Misses walking.");
            assertThat(page.getByText("Your words are safe on this device")).isVisible();
            page.context().setOffline(false);
            saved(record, "Wants the allotment. Misses walking.");
            assertThat(page.getByText("Saved at")).isVisible();

            page.context().setOffline(true);
            box(page).pressSequentially(" Colin drives.");
            assertThat(page.getByText("Your words are safe on this device")).isVisible();
            assertThat(storage(page)).startsWith("1 ").doesNotContain("Colin", "allotment", "Margaret");
            var next = browser.anotherTabOf(page);
            page.close();
            next.context().setOffline(false);
            next.navigate(DEPLOYED.gateway() + "/conversations/" + record);
            assertThat(box(next)).hasValue("Wants the allotment. Misses walking. Colin drives.");
            saved(record, "Wants the allotment. Misses walking. Colin drives.");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void twoPractitionersInTheSameBoxAreAskedAndLoseNothing() throws Exception {
        var record = newRecord();
        try (var browser = new Chromium()) {
            var tess = open(practitioner(browser, "Tess Alder"), record);
            var gethin = open(practitioner(browser, "Gethin Rees"), record);

            gethin.context().setOffline(true);
            box(gethin).pressSequentially("Gethin writes.");
            box(tess).pressSequentially("Tess writes.");
            saved(record, "Tess writes.");
            gethin.context().setOffline(false);

            assertThat(gethin.getByText("Tess Alder changed this box")).isVisible();
            assertThat(box(gethin)).hasValue("Gethin writes.");
            gethin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep both"))
                    .click();
            saved(record, "Tess writes.\n\nGethin writes.");
            assertThat(box(tess)).hasValue("Tess writes.\n\nGethin writes.");
        }
    }

    @Test
    void aRecordThatAnotherPractitionerDeletesKeepsTheWordsThatAreTypedOnAnOpenPage() throws Exception {
        var record = newRecord();
        try (var browser = new Chromium()) {
            var tess = open(practitioner(browser, "Tess Alder"), record);
            var gethin = open(practitioner(browser, "Gethin Rees"), record);
            gethin.context().setOffline(true);
            box(gethin).pressSequentially("Gethin writes.");

            press(tess, "Delete this record");
            press(tess, "Delete the record");
            // Not the question before, which has these words too.
            assertThat(tess.getByText("The record is deleted", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            gethin.context().setOffline(false);

            assertThat(gethin.getByText("This record is deleted. Nothing that you type here is saved."))
                    .isVisible();
            assertThat(box(gethin)).hasValue("Gethin writes.");
            gethin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People"))
                    .click();
            assertThat(gethin.getByLabel("What you wrote")).hasValue("Gethin writes.");
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void wordsTypedAfterTheSessionHasEndedAreSentAfterTheNextSignIn() throws Exception {
        var record = newRecord();
        try (var browser = new Chromium()) {
            var page = open(practitioner(browser, "Tess Alder"), record);
            box(page).pressSequentially("Wants the allotment.");
            saved(record, "Wants the allotment.");

            DEPLOYED.sessions().end(page);
            box(page).pressSequentially(" Misses walking.");
            assertThat(page.locator(".save-state")).containsText("signed out");
            assertThat(box(page)).hasValue("Wants the allotment. Misses walking.");
            var again = browser.anotherTabOf(page);
            again.navigate(DEPLOYED.gateway().toString());
            again.locator(".mast__council").waitFor();
            saved(record, "Wants the allotment. Misses walking.");
            // With words that were not sent, the page would ask first.
            Waiting.until(
                    "the page knows that its words are saved",
                    () -> storage(page).startsWith("0 "));

            again.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            Waiting.until(
                    "the session has ended",
                    () -> again.context().cookies().stream().noneMatch(cookie -> cookie.name.startsWith("__Host-")));
            assertThat(storage(page)).startsWith("0 ").doesNotContain("allotment", "Margaret");
        }
    }

    @Test
    void aRecordIsFinishedAndAddedTo() throws Exception {
        var record = newRecord();
        try (var browser = new Chromium()) {
            var page = open(practitioner(browser, "Tess Alder"), record);
            box(page).pressSequentially("Wants the allotment.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Finish"))
                    .click();
            page.getByLabel("Information, advice or a contact").check();
            page.getByLabel("Why?").fill("The allotment club is enough");
            page.getByLabel("An advocate").check();
            page.getByLabel("Their name, if you know it").fill("Lena Marsh");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Finish").setExact(true))
                    .click();

            assertThat(page.locator("main")).containsText("Finished on");
            assertThat(page.locator("main")).containsText("Wants the allotment.");
            assertThat(page.locator("main")).containsText("An advocate: Lena Marsh");
            page.getByLabel("Add an addendum").fill("She rang back.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the addendum"))
                    .click();
            assertThat(page.locator("article")).containsText("She rang back.");
            assertThat(page.getByLabel("Add an addendum")).hasValue("");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aLineBecomesAStepThatIsSeenThrough() throws Exception {
        var record = newRecord();
        try (var browser = new Chromium()) {
            var page = open(practitioner(browser, "Tess Alder"), record);
            box(page).pressSequentially("Zelda will ring Colin by Thursday.");
            press(page, Pattern.compile("^Add: Zelda will ring Colin, by "));
            var steps = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Next steps"));
            assertThat(steps.getByRole(AriaRole.LISTITEM)).containsText("Zelda will");
            saved(record, "Zelda will ring Colin by Thursday.");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Finish"))
                    .click();
            page.getByLabel("I tried to reach them").check();
            press(page, Pattern.compile("^Finish$"));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Select who will do “ring Colin”");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back"))
                    .click();
            press(page, Pattern.compile("^Change ?: ring Colin"));
            steps.getByLabel("Who will do it?").selectOption("family");
            press(page, Pattern.compile("^Save step$"));
            assertThat(steps.getByLabel("Who will do it?")).hasCount(0);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Finish"))
                    .click();
            page.getByLabel("I tried to reach them").check();
            press(page, Pattern.compile("^Finish$"));
            assertThat(page.locator("main")).containsText("Finished on");
            press(page, Pattern.compile("^Done ?: ring Colin"));
            assertThat(steps.getByRole(AriaRole.LISTITEM)).containsText("Done");
            assertThat(steps.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(Pattern.compile("^Open again ?: ring Colin"))))
                    .isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void press(Page page, Pattern name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    /** Returns the address of today's board at a hub of its own, on which Margaret Ellison has arrived. */
    private static String boardWithAnArrivedPerson() {
        var council = DEPLOYED.larkshire();
        var hub = World.hub(council, "Recording hub " + UUID.randomUUID());
        var slot = World.sessionNow(council, hub, 2).json().path("slots").path(0);
        var booking = World.booking(council, slot.path("id").asString(), World.person(council, "Margaret", "Ellison"));
        council.call("POST", "/api/bookings/" + booking + "/check-in", null, Map.of());
        return "/hubs/" + hub + "/days/" + TestClock.today();
    }
}
