package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.endtoend.RecordPages.BOXES;
import static uk.alongside.endtoend.RecordPages.box;
import static uk.alongside.endtoend.RecordPages.isSettled;
import static uk.alongside.endtoend.RecordPages.newRecord;
import static uk.alongside.endtoend.RecordPages.open;
import static uk.alongside.endtoend.RecordPages.practitioner;
import static uk.alongside.endtoend.RecordPages.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two practitioners type into one record at random while the network, the session, the page and the answers of the
 * service fail at random. Afterwards the service has every word that was typed. The suite runs a few steps of a fixed
 * seed. {@code -Dalongside.words.minutes=10} runs for ten minutes with a new seed, and {@code -Dalongside.words.seed}
 * repeats a run.
 */
@Tag("browser")
class RandomWordsTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final int STEPS_IN_SUITE = 30;

    private final List<String> typed = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    @Test
    void everyWordIsThereInTheEnd() throws Exception {
        var minutes = Long.getLong("alongside.words.minutes", 0);
        var seed = Long.getLong("alongside.words.seed", minutes > 0 ? new Random().nextLong() : 5);
        var random = new Random(seed);
        var record = newRecord();
        var start = Instant.now();
        var end = start.plus(Duration.ofMinutes(minutes));
        try (var browser = new Chromium()) {
            var pages = new ArrayList<>(List.of(
                    open(practitioner(browser, "Tess Alder"), record),
                    open(practitioner(browser, "Gethin Rees"), record)));
            try {
                while (minutes > 0 ? Instant.now().isBefore(end) : steps.size() < STEPS_IN_SUITE) {
                    var who = random.nextInt(pages.size());
                    pages.set(who, step(browser, pages.get(who), record, random));
                }
                Waiting.until("seed " + seed + ": every word is saved", () -> {
                    pages.forEach(RandomWordsTest::keepBoth);
                    return missing(record).isEmpty();
                });
            } catch (Exception | AssertionError e) {
                // A run is not the same again, even with the same seed.
                pages.stream().map(RandomWordsTest::state).forEach(System.out::println);
                throw e;
            }
            assertThat(browser.complaints()).isEmpty();
        } finally {
            System.out.printf(
                    "Random words: seed %d, %d words, %d steps, %d seconds, missing: %s%n%s%n",
                    seed,
                    typed.size(),
                    steps.size(),
                    Duration.between(start, Instant.now()).toSeconds(),
                    missing(record),
                    steps);
        }
    }

    /** Types, with or without a fault, and returns the page that the practitioner has afterwards. */
    private Page step(Chromium browser, Page page, String record, Random random) throws Exception {
        keepBoth(page);
        var fault = random.nextInt(12);
        steps.add("from w" + typed.size() + ": "
                + switch (fault) {
                    case 0 -> "network";
                    case 1 -> "answers";
                    case 2 -> "requests";
                    case 3 -> "reload";
                    case 4 -> "closed";
                    case 5 -> "session";
                    case 6 -> "back";
                    default -> "none";
                });
        switch (fault) {
            case 0 -> {
                page.context().setOffline(true);
                type(page, random);
                settle(page);
                type(page, random);
                page.context().setOffline(false);
            }
            case 1 -> {
                page.route(BOXES, RandomWordsTest::loseTheAnswer);
                type(page, random);
                box(page).blur();
                type(page, random);
                page.unroute(BOXES);
            }
            case 2 -> {
                page.route(BOXES, Route::abort);
                type(page, random);
                settle(page);
                page.unroute(BOXES);
            }
            case 3 -> {
                type(page, random);
                settle(page);
                page.reload();
                box(page).waitFor();
            }
            case 4 -> {
                page.context().setOffline(true);
                type(page, random);
                settle(page);
                var next = browser.anotherTabOf(page);
                page.close();
                next.context().setOffline(false);
                return open(next, record);
            }
            case 5 -> {
                DEPLOYED.sessions().end(page);
                type(page, random);
                settle(page);
                var again = browser.anotherTabOf(page);
                again.navigate(DEPLOYED.gateway().toString());
                again.locator(".mast__council").waitFor();
                again.close();
            }
            case 6 -> {
                type(page, random);
                settle(page);
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("History"))
                        .click();
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What was written and when"))
                        .waitFor();
                page.goBack();
                box(page).waitFor();
            }
            default -> type(page, random);
        }
        return page;
    }

    /** Types some words at the end of one of the boxes, as fast as a person does. */
    private void type(Page page, Random random) {
        var box = box(page, random.nextInt(3));
        box.press("ControlOrMeta+End");
        for (var n = random.nextInt(4); n >= 0; n--) {
            var word = "w" + typed.size() + "x";
            box.pressSequentially(List.of(" ", ". ", "\n", ", ").get(random.nextInt(4)) + word);
            typed.add(word);
            assertThat(box.inputValue()).contains(word);
        }
    }

    /** Waits until the words are safe. A question that another writer's words raise is answered first. */
    private static void settle(Page page) throws Exception {
        Waiting.until("the words are safe: " + page.locator(".save-state").innerText(), () -> {
            keepBoth(page);
            return isSettled(page);
        });
    }

    private static void keepBoth(Page page) {
        var keepBoth = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep both"));
        while (keepBoth.count() > 0) {
            keepBoth.first().click();
        }
    }

    private static void loseTheAnswer(Route route) {
        route.fetch();
        route.abort();
    }

    private static String state(Page page) {
        return page.isClosed()
                ? "closed"
                : page.url() + "\n" + page.locator("body").innerText() + "\n" + RecordPages.storage(page);
    }

    private List<String> missing(String record) {
        var words = words(record);
        return typed.stream().filter(word -> !words.contains(word)).toList();
    }
}
