package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.alongside.endtoend.TestClock.Span;

/**
 * Tests in a browser what a member of staff sees before and after their session ends while they book a person. The
 * session's time in Redis is shortened, and the clock of the page is moved, so that no test waits.
 */
@Tag("browser")
class SessionWarningTest {

    private static final Deployment DEPLOYED = Deployment.running();

    /** Notes each text of the live region, as a screen reader would read it. */
    private static final String LISTEN = """
            () => {
              window.said = []
              const note = () => {
                const text = document.querySelector('[role=alertdialog] [aria-live=polite]')?.textContent
                if (text && text !== window.said.at(-1)) window.said.push(text)
              }
              note()
              new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true })
            }""";

    private final SessionsInRedis sessions = DEPLOYED.sessions();

    @Test
    void aMemberIsWarnedTwoMinutesBeforeAndStaysSignedIn() throws Exception {
        try (var browser = new Chromium()) {
            var page = typing(browser);
            warn(page);

            var dialog = dialog(page, "Are you still there?");
            var stay = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stay signed in"));
            assertThat(stay).isFocused();
            page.keyboard().press("Tab");
            assertThat(page.getByLabel("First name")).not().isFocused();
            assertThat(page.evaluate("document.activeElement.closest('main') === null"))
                    .isEqualTo(true);

            page.evaluate(LISTEN);
            left(page, Duration.ofSeconds(59), "(60|45) seconds");
            assertThat(dialog).containsText(Pattern.compile("signed out in (60|45) seconds"));
            left(page, Duration.ofSeconds(19), " 1?\\d seconds?,");
            assertThat(dialog).containsText(Pattern.compile("signed out in 1?\\d seconds?,"));
            assertThat(secondsSaid(page)).isNotEmpty().allMatch(seconds -> seconds <= 20 || seconds % 15 == 0);

            left(page, Duration.ofSeconds(100), "Are you still there");
            stay.click();
            assertThat(dialog).isHidden();
            assertThat(page.getByLabel("First name")).isFocused();
            assertThat(page.getByLabel("First name")).hasValue("Gwen");
            assertThat(secondsLeft(page)).isGreaterThan(40 * 60);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whatWasTypedIsBookedAfterTheSessionHasEndedAndTheMemberHasSignedInAgain() throws Exception {
        try (var browser = new Chromium()) {
            var page = typing(browser);
            warn(page);

            sessions.end(page);
            page.clock().fastForward("00:05");
            var ended = dialog(page, "You have been signed out");
            assertThat(ended).containsText("What you typed is still here");
            assertThat(dialog(page, "Are you still there?")).isHidden();
            var again = page.context()
                    .waitForPage(() -> ended.getByRole(
                                    AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign in again in a new tab"))
                            .click());
            again.locator(".mast__council").waitFor();
            again.close();
            page.clock().fastForward("00:05");
            assertThat(ended).isHidden();

            assertThat(page.getByLabel("First name")).hasValue("Gwen");
            assertThat(page.getByLabel("Last name")).hasValue("Prŷs-Jones");
            page.getByLabel("Phone number").fill("07700 900974");
            page.keyboard().press("Control+Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Booked")))
                    .isVisible();
            assertThat(page.locator("table.slots").first()).containsText("Gwen Prŷs-Jones");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Returns a page on which a new person is being typed into the booking panel of a day to come. */
    private static Page typing(Chromium browser) {
        var council = DEPLOYED.larkshire();
        var hub = World.hub(council, "Warning hub " + UUID.randomUUID());
        var day = TestClock.today().plusDays(7);
        World.session(council, hub, new Span(day, LocalTime.of(10, 0), LocalTime.of(10, 45)), 2);

        var page = SignIn.as(browser.personWithMovableClock(), DEPLOYED, "priya@larkshire.example");
        page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day + "/book");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Who is it for?"))
                .pressSequentially("Gwen Prŷs-Jones");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Add ‘Gwen Prŷs-Jones’ as a new person"))
                .click();
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY)).containsText("Kept for you until");
        page.getByLabel("First name").focus();
        return page;
    }

    /**
     * Waits for the warning. The page loads its script ten seconds after it was opened and asks for the first time a
     * minute later.
     */
    private void warn(Page page) throws Exception {
        left(page, Duration.ofSeconds(104), "Are you still there");
    }

    /**
     * Sets the time that the session has left and lets the page ask for it, until the warning has these words. A read that
     * was on its way when the last key was pressed may use the session once more.
     */
    private void left(Page page, Duration left, String words) throws Exception {
        Waiting.until("the warning says " + words, () -> {
            sessions.leave(page, left);
            page.clock().fastForward("02:00");
            var said = page.getByRole(AriaRole.ALERTDIALOG).allInnerTexts().toString();
            return Pattern.compile(words).matcher(said).find();
        });
    }

    private static Locator dialog(Page page, String name) {
        return page.getByRole(AriaRole.ALERTDIALOG, new Page.GetByRoleOptions().setName(name));
    }

    private static List<Integer> secondsSaid(Page page) {
        return ((List<?>) page.evaluate("window.said"))
                .stream()
                        .map(text -> Pattern.compile("in (\\d+) second").matcher(String.valueOf(text)))
                        .peek(matcher -> assertThat(matcher.find()).isTrue())
                        .map(matcher -> Integer.parseInt(matcher.group(1)))
                        .toList();
    }

    private static int secondsLeft(Page page) {
        return ((Number) page.evaluate("async () => (await (await fetch('/session/time-left')).json()).seconds"))
                .intValue();
    }
}
