package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Records twelve people from a day sheet on paper with the keyboard alone. Every key takes 0.28 s (the keystroke-level
 * model of Card, Moran and Newell, 1980). The test prints the figures and does not assert them: the target is a minute.
 */
@Tag("browser")
class PaperPaceTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Duration KEY = Duration.ofMillis(280);
    private static final int PEOPLE = 12;

    private int keys;

    @Test
    void twelvePeopleAreRecordedByKeyboardAlone() {
        var council = DEPLOYED.larkshire();
        var hub = World.hub(council, "Paper hub " + UUID.randomUUID());
        var session = World.sessionNow(council, hub, PEOPLE).json();
        var slot = session.at("/slots/0/id").asString();
        for (int nth = 0; nth < PEOPLE; nth++) {
            World.booking(council, slot, World.person(council, "Person" + (char) ('a' + nth), "Paper"));
        }
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            page.navigate("%s/hubs/%s/days/%s/sessions/%s/paper"
                    .formatted(
                            DEPLOYED.gateway(),
                            hub,
                            session.path("date").asString(),
                            session.path("id").asString()));
            assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Came"))
                            .first())
                    .isVisible();

            var from = System.nanoTime();
            reachTheFirstRow(page);
            for (int nth = 0; nth < PEOPLE; nth++) {
                press(page, "Space");
                if (nth % 4 == 3) {
                    press(page, "ArrowDown");
                } else {
                    press(page, "Tab");
                    type(page, "00:00");
                }
                press(page, "Tab");
            }
            press(page, "Control+Enter");

            assertThat(page.getByText("is recorded from paper")).isVisible();
            System.out.printf(
                    "%d people are recorded from paper: %d keys and %d milliseconds (target 60 s; %d ms a key).%n",
                    PEOPLE, keys, Duration.ofNanos(System.nanoTime() - from).toMillis(), KEY.toMillis());
            assertThat(page.getByText("Did not attend")).hasCount(PEOPLE / 4);
        }
    }

    /** Presses Tab until the focus is on the first choice, as a member of staff does who opens the page. */
    private void reachTheFirstRow(Page page) {
        while (!Boolean.TRUE.equals(page.evaluate("() => document.activeElement?.type === 'radio'"))) {
            press(page, "Tab");
        }
    }

    private void type(Page page, String text) {
        for (var letter : text.split("", -1)) {
            if (!letter.isEmpty()) {
                pause(page);
                page.keyboard().insertText(letter);
                keys++;
            }
        }
    }

    private void press(Page page, String chord) {
        for (var _ : chord.split("\\+", -1)) {
            pause(page);
            keys++;
        }
        page.keyboard().press(chord);
    }

    private static void pause(Page page) {
        page.waitForTimeout((double) KEY.toMillis());
    }
}
