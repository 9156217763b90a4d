package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people of one test, each with a browser context of their own, and the checks that every page must pass. All tests
 * of a run share one real browser, because its start takes longer than many tests.
 */
final class Chromium implements AutoCloseable {

    /** Returns the tables, buttons and links of a page that are wider than the card that they are in. */
    private static final String OUTSIDE_ITS_CARD = """
            () => Array.from(document.querySelectorAll('.card')).flatMap((card) => {
              const edge = card.getBoundingClientRect().right
              const outside = Array.from(card.querySelectorAll('table, button, a'))
                .filter((each) => each.getBoundingClientRect().right > edge)
                .map((each) => each.tagName + ' ' + each.textContent)
              return card.scrollWidth > card.clientWidth ? [...outside, card.className] : outside
            })""";

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** A script that moves the page's present time and leaves timers and frames as they are. */
    private static final String MOVED_DATE = """
            {
              const Real = Date
              const now = () => Real.now() + (OFFSET)
              globalThis.Date = new Proxy(Real, {
                construct: (real, given, as) => Reflect.construct(real, given.length > 0 ? given : [now()], as),
                apply: () => new Real(now()).toString(),
                get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
              })
            }
            """;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-domain-reliability",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");

    static {
        // A busy machine needs more than the five seconds that are usual.
        PlaywrightAssertions.setDefaultAssertionTimeout(120_000);
    }

    private static @Nullable Browser running;

    private final Browser browser = running();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Starts the browser once, and again if it has ended. The browser ends with the process of the tests. */
    private static synchronized Browser running() {
        if (running == null || !running.isConnected()) {
            running = start();
        }
        return running;
    }

    private static Browser start() {
        return Playwright.create()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
    }

    /** Returns the browser that {@code ./alongside} has found, otherwise the system's. */
    private static Path executable() {
        var named = System.getenv("CHROMIUM");
        return Stream.of(
                        named == null ? "" : named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No browser was found. Set CHROMIUM to one, or run ./alongside test, which brings one."));
    }

    /** Opens a page for a person with cookies of their own, whose clock shows the time of the run. */
    Page person() {
        return page(Chromium::moveClock);
    }

    /** Opens a page of a browser in which JavaScript is off. */
    Page personWithoutScript() {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setJavaScriptEnabled(false));
        return page(context, _ -> {});
    }

    /** Opens a page whose clock a test can move through {@link Page#clock()}. Its timers and frames are simulated. */
    Page personWithMovableClock() {
        return page(context -> context.clock()
                .install(new Clock.InstallOptions()
                        .setTime(TestClock.now().toInstant().toEpochMilli())));
    }

    /** Opens a page in a browser of its own, which keeps its data in this folder as the browser of a device does. */
    Page personOfProfile(Path folder) {
        var context = browser.browserType()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(executable())
                                .setHeadless(true)
                                .setArgs(ARGUMENTS)
                                .setLocale("en-GB")
                                .setTimezoneId("Europe/London"));
        return page(context, Chromium::moveClock);
    }

    /** Kills the processes of the browser of a folder, as a power cut does. */
    void kill(Page page, Path folder) {
        contexts.remove(page.context());
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static void moveClock(BrowserContext context) {
        context.addInitScript(
                MOVED_DATE.replace("OFFSET", String.valueOf(TestClock.offset().toMillis())));
    }

    private Page page(Consumer<BrowserContext> clock) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("Europe/London"));
        return page(context, clock);
    }

    private Page page(BrowserContext context, Consumer<BrowserContext> clock) {
        contexts.add(context);
        context.setDefaultTimeout(120_000);
        clock.accept(context);
        var page = context.newPage();
        listen(page);
        return page;
    }

    /** Opens another tab of the same person. */
    Page anotherTabOf(Page page) {
        BrowserContext context = page.context();
        var tab = context.newPage();
        listen(tab);
        return tab;
    }

    private void listen(Page page) {
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
    }

    /** Returns the errors of scripts and of the content policy since the last call. */
    List<String> complaints() {
        var all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /**
     * Checks a page at the width of a desk and of a telephone: axe reports no findings, the page does not scroll
     * sideways and the keyboard reaches every control. Two pictures are kept for review, but not in a run of all tests,
     * where they would take a minute or more.
     */
    void look(Page page, String name) {
        settle(page);
        if (page.locator(".board").count() > 0) {
            checkBoard(page, name);
        }
        for (var width : List.of(1280, 390)) {
            resize(page, width, width == 1280 ? 900 : 844);
            picture(page, name + "-" + width, true);
            assertThat(new AxeBuilder(page)
                            .setLegacyMode(true)
                            .options(violationsOnly())
                            .withTags(RULES)
                            .analyze()
                            .getViolations())
                    .as("axe on %s at %s", name, width)
                    .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                            + rule.getNodes().stream()
                                    .map(node -> node.getHtml())
                                    .toList())
                    .isEmpty();
        }
        resize(page, 320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                .as("%s does not scroll sideways at 320 pixels", name)
                .isEqualTo(true);
        resize(page, 1280, 900);
        Keyboard.walk(page, name);
        assertThat(complaints()).as("errors on %s", name).isEmpty();
    }

    /** Leaves out the elements that passed. On a page with long tables they are most of what axe returns. */
    private static AxeRunOptions violationsOnly() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** Checks that nothing on a board leaves its card, at the widths of a small and of a usual desk and of a telephone. */
    private static void checkBoard(Page page, String name) {
        for (var width : List.of(1280, 390, 1366)) {
            resize(page, width, 768);
            assertThat((List<?>) page.evaluate(OUTSIDE_ITS_CARD))
                    .as("what leaves its card on %s at %s", name, width)
                    .isEmpty();
        }
        var row = page.locator(".board:not(.board--panel) table.slots tbody tr").first();
        if (row.count() > 0) {
            assertThat(row.boundingBox().y)
                    .as("where the first row of %s begins", name)
                    .isLessThan(480);
        }
        picture(page, name + "-1366", false);
    }

    private static void picture(Page page, String name, boolean whole) {
        if (!Boolean.getBoolean("alongside.without-pictures")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Deployment.root().resolve("end-to-end/target/pictures/" + name + ".png"))
                    .setFullPage(whole));
        }
    }

    /** Changes the width, and waits until the page has reacted to it. */
    private static void resize(Page page, int width, int height) {
        page.setViewportSize(width, height);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** Waits until the page has visibly loaded. The network is never idle on a page with a live board. */
    private static void settle(Page page) {
        page.waitForLoadState(LoadState.LOAD);
        page.locator("h1").first().waitFor();
        page.waitForFunction("() => !document.querySelector('[aria-busy=true], [data-busy]')");
        page.evaluate("document.fonts.ready");
    }

    /** Delays every later answer by this time, as a real distance would. */
    static void delay(Page page, int milliseconds) {
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", milliseconds);
        network.addProperty("downloadThroughput", -1);
        network.addProperty("uploadThroughput", -1);
        var session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", network);
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
