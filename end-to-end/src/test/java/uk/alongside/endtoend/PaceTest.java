package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures how long a booking takes at the desk. Every key takes 0.28 s (the keystroke-level model of Card, Moran and
 * Newell, 1980, for an average typist), every answer comes 300 ms late, and the page holds the place during that time.
 * The test prints the figures and does not assert them: the targets are 12 s for a known person and 30 s for a new one.
 */
@Tag("browser")
class PaceTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Duration KEY = Duration.ofMillis(280);
    private static final int NETWORK = 300;

    private final List<String> holds = new ArrayList<>();
    private int keys;

    @Test
    void aKnownPersonIsBooked() {
        World.person(DEPLOYED.larkshire(), "Ottoline", "Quarrington");
        try (var browser = new Chromium()) {
            var page = atTheBoard(browser);

            var from = System.nanoTime();
            openPanel(page);
            type(page, "ott");
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Ottoline")))
                    .first()
                    .waitFor();
            press(page, "Enter");
            assertThat(page.locator(".chosen__name").first()).containsText("Ottoline Quarrington");
            press(page, "Control+Enter");

            isBooked(page, "A known person", from, 12);
        }
    }

    @Test
    void aNewPersonIsBooked() {
        try (var browser = new Chromium()) {
            var page = atTheBoard(browser);

            var from = System.nanoTime();
            openPanel(page);
            type(page, "Zebedee Vane");
            assertThat(page.locator(".combobox__option--new")).containsText("Zebedee Vane");
            press(page, "ArrowUp");
            press(page, "Enter");
            assertThat(page.getByLabel("Phone number")).isFocused();
            type(page, "07700900975");
            press(page, "Control+Enter");

            isBooked(page, "A new person", from, 30);
        }
    }

    private Page atTheBoard(Chromium browser) {
        var hub = World.hub(DEPLOYED.larkshire(), "Pace hub " + UUID.randomUUID());
        var day = TestClock.today().plusDays(1);
        World.session(DEPLOYED.larkshire(), hub, day, 2);
        var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
        page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + day);
        assertThat(page.locator("table.slots").first()).isVisible();
        page.onResponse(answer -> {
            if (answer.url().endsWith("/holds") && answer.status() == 201) {
                holds.add(answer.url());
            }
        });
        Chromium.delay(page, NETWORK);
        return page;
    }

    private void openPanel(Page page) {
        press(page, "b");
        assertThat(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Who is it for?")))
                .isFocused();
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

    private void isBooked(Page page, String who, long from, int target) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Booked")))
                .isVisible();
        System.out.printf(
                "%s is booked: %d keys and %d milliseconds (target %d s; %d ms a key, %d ms of network delay; %s).%n",
                who,
                keys,
                Duration.ofNanos(System.nanoTime() - from).toMillis(),
                target,
                KEY.toMillis(),
                NETWORK,
                holds.isEmpty() ? "no place was held" : "the place was held first");
    }
}
