package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
 * Measures how long a booking takes at the desk, and how long the record of a conversation. Every key takes 0.28 s (the
 * keystroke-level model of Card, Moran and Newell, 1980, for an average typist) and every answer comes 300 ms late. The
 * test prints the figures and does not assert them: the targets are 12 s for a known person, 30 s for a new one, and for
 * a conversation 12 fields and four minutes beyond the typing.
 */
@Tag("browser")
class PaceTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Duration KEY = Duration.ofMillis(280);
    private static final int NETWORK = 300;

    /** The same model's time to think what comes next (1.35 s) and to point and press (1.1 s and 0.2 s). */
    private static final Duration CHOICE = Duration.ofMillis(2_650);

    /** No other test has a member of this name, so the page knows who “Rowena” is. */
    private static final String PRACTITIONER = "Rowena Pike";

    private final List<String> holds = new ArrayList<>();
    private int keys;
    private int fields;
    private int choices;

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

    /** Notes of twenty minutes. The times of the keys and of the choices are computed, and only the pages are waited for. */
    @Test
    void aConversationIsRecorded() throws Exception {
        var record = RecordPages.newRecord();
        try (var browser = new Chromium()) {
            var page = RecordPages.open(RecordPages.practitioner(browser, PRACTITIONER), record);
            Chromium.delay(page, NETWORK);

            var from = System.nanoTime();
            write(RecordPages.box(page), """
                    “I want my own front door, and my mornings at the allotment.” Since the fall in August she has not \
                    gone, because the bus stop is too far. She sleeps well and cooks for herself.""");
            write(RecordPages.box(page, 1), "Her neighbour Bess drives on Tuesdays. She grew leeks for forty years.");
            write(RecordPages.box(page, 2), "Rowena will send her the times of the allotment club by Thursday.");
            touch(page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Add: Rowena.*send her"))));
            assertThat(page.getByText("Saved at")).isVisible();
            choose(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Finish")));
            touch(page.getByLabel("Information, advice or a contact"));
            write(page.getByLabel("Why?"), "The allotment club and her neighbour’s lift are enough");
            touch(page.getByLabel("No support was needed"));
            choose(page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Finish").setExact(true)));
            assertThat(page.locator("main")).containsText("Finished on");

            var answers = Duration.ofNanos(System.nanoTime() - from);
            System.out.printf(
                    "A conversation is recorded: %d fields, %d keys, %d seconds of typing and %d seconds beyond it"
                            + " (targets 12 fields and 240 s; %d ms a key, %d ms a choice, %d ms of network delay).%n",
                    fields,
                    keys,
                    KEY.multipliedBy(keys).toSeconds(),
                    answers.plus(CHOICE.multipliedBy(choices)).toSeconds(),
                    KEY.toMillis(),
                    CHOICE.toMillis(),
                    NETWORK);
        }
    }

    private void write(Locator box, String text) {
        touch(box);
        box.fill(text);
        keys += text.length();
    }

    private void touch(Locator field) {
        fields++;
        choose(field);
    }

    private void choose(Locator what) {
        choices++;
        what.click();
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
