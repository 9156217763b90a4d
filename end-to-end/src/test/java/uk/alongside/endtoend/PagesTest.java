package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * Tests every page, with content and without: axe has no findings, the page has a title and one main heading that takes
 * the focus, it fits 320 pixels, Tab reaches every control visibly, and no script or content policy complains. The last
 * test compares the visited pages with the frontend's own list of addresses. {@code ./alongside test
 * PagesTest} also keeps a picture of each page in {@code target/pictures} for review.
 */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Routes ROUTES = new Routes();
    private static final String WHITE = "rgb(255, 255, 255)";

    @Test
    void everyPageOfHubStaffIsInOrder() {
        var day = dayWithPeople();
        var hub = morning(day);
        var person = World.person(DEPLOYED.larkshire(), "Margaret", "Ellison");
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");

            visit(page, "/hubs/" + hub + "/days/" + day);
            assertThat(page.locator("table.slots").first()).containsText("Farah Siddiqui");
            look(browser, page, "day");

            visit(page, "/hubs/" + hub + "/days/" + day + "/book");
            look(browser, page, "book-someone");
            var who = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Who is it for?"));
            who.pressSequentially("Ell");
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Margaret Ellison")))
                    .first()
                    .waitFor();
            look(browser, page, "book-someone-found");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Book").setExact(true))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Select who it is for");
            look(browser, page, "book-someone-error");
            assertThat(page.locator(".govuk-error-summary")).hasCSS("background-color", WHITE);

            visit(page, "/hubs/" + hub + "/days/" + day.plusDays(20));
            look(browser, page, "day-empty");
            visit(page, "/hubs/" + hub + "/days/" + day.plusDays(20) + "/book");
            look(browser, page, "book-on-empty-day");
            visit(page, "/week");
            look(browser, page, "week");
            visit(page, "/hubs/" + hub);
            look(browser, page, "hub");
            visit(page, "/hubs");
            look(browser, page, "hubs");
            visit(page, "/hubs?search=nothing-like-this");
            look(browser, page, "hubs-no-match");
            sessionByHand(browser, page, hub);
            series(browser, page, hub);
            dayPanels(browser, page, hub, day);
            peopleToTell(browser, page, hub, day);
            visit(page, "/");
            visit(page, "/today");
            visit(page, "/sign-ins");
            page.getByText("Last used").first().waitFor();
            look(browser, page, "sign-ins");

            visit(page, "/people");
            look(browser, page, "people");
            visit(page, "/people/new");
            look(browser, page, "new-person");
            visit(page, "/people/" + person);
            look(browser, page, "person");
            visit(page, "/people/" + person + "/book");
            look(browser, page, "book-person");
            visit(page, "/people/" + person + "/edit");
            look(browser, page, "edit-person");
            visit(page, "/people/" + person + "/merge");
            look(browser, page, "suggest-merge");
            visit(page, "/people/" + person + "/access-log");
            look(browser, page, "access-log");
            visit(page, "/people/" + UUID.randomUUID());
            look(browser, page, "not-found");
        }
    }

    @Test
    void everyPageOfAPractitionerIsInOrder() throws Exception {
        var council = DEPLOYED.larkshire();
        var record = "/conversations/" + RecordPages.newRecord();
        var begun = council.get("/api" + record).json();
        var person = begun.at("/people/0/personId").asString();
        council.post("/api/people/" + person + "/about-me", World.sentence());
        var prompt = begun.at("/prompts/0/id").asString();
        var written = council.call(
                "PUT",
                "/api" + record + "/boxes/" + prompt,
                Map.of("text", "Wants to get back to the allotment.", "fromTool", false),
                Map.of("If-Match", "\"0\""));
        var email = "practitioner-" + UUID.randomUUID() + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", "Tess Alder", email, "hub-staff", "practitioner");
        try (var browser = new Chromium()) {
            var page = SignIn.first(browser.person(), DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email));

            visit(page, "/conversations");
            look(browser, page, "conversations-none");
            visit(page, "/conversations?by=all");
            page.locator("table").first().waitFor();
            look(browser, page, "conversations");
            visit(page, "/conversations/new");
            look(browser, page, "new-conversation");
            visit(page, record);
            assertThat(page.locator("main")).containsText("Before today");
            look(browser, page, "conversation");
            press(page, "Add a connection");
            page.getByRole(AriaRole.COMBOBOX).waitFor();
            press(page, "Add a connection");
            page.getByText("Select who will make contact").first().waitFor();
            look(browser, page, "conversation-connection-error");
            press(page, "Cancel");
            page.getByText("More to write about").click();
            look(browser, page, "conversation-more");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Listen mode"))
                    .click();
            look(browser, page, "conversation-listen");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Listen mode"))
                    .click();
            page.getByText("We looked at this together").click();
            page.getByText("looked at this together,").waitFor();
            look(browser, page, "conversation-about-me");
            visit(page, "/people/" + person);
            page.getByText("I like to see the door.").waitFor();
            look(browser, page, "person-about-me");
            visit(page, "/people/" + person + "/about-me");
            look(browser, page, "about-me");
            assertThat(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)).length)
                    .as("bytes of About me on paper")
                    .isPositive();
            page.getByText("Add to “Please do”").click();
            look(browser, page, "about-me-add");
            visit(page, "/people/" + person + "/communication");
            look(browser, page, "communication");
            visit(page, record + "/history");
            look(browser, page, "conversation-history");
            visit(page, record + "/letter");
            page.getByLabel("I see this differently").waitFor();
            look(browser, page, "conversation-letter");
            assertThat(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)).length)
                    .as("bytes of the letter on paper")
                    .isPositive();
            visit(page, record + "/move");
            press(page, "Move the record");
            page.getByRole(AriaRole.ALERT).first().waitFor();
            look(browser, page, "conversation-move-error");
            visit(page, record + "/whole");
            look(browser, page, "conversation-whole");
            asset();
            visit(page, "/community-assets");
            look(browser, page, "assets");
            visit(page, "/community-assets?search=nothing-like-this");
            look(browser, page, "assets-no-match");
            measures(browser, page, person);
            visit(page, "/worry");
            page.getByLabel("What worries you?").waitFor();
            look(browser, page, "worry");
            visit(page, "/concerns");
            look(browser, page, "concerns");
            visit(page, "/last-spoken?weeks=1");
            look(browser, page, "last-spoken");
            visit(page, record + "/finish");
            look(browser, page, "conversation-finish");
            page.getByLabel("I tried to reach them").check();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Finish").setExact(true))
                    .click();
            page.getByLabel("Add an addendum").waitFor();
            look(browser, page, "conversation-finished");
            visit(page, record + "/correct");
            look(browser, page, "conversation-correct");
            assertThat(written.status()).as("writing in a box: %s", written).isEqualTo(200);
        }
    }

    private static void measures(Chromium browser, Page page, String person) {
        var council = DEPLOYED.larkshire();
        var measures = "/people/" + person + "/measures";
        var first = council.post("/api" + measures, World.answers("ons4"));
        visit(page, measures + "/ask");
        look(browser, page, "measures-choose");
        visit(page, measures + "/ask/ons4");
        press(page, "Save answers");
        page.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, page, "measures-ask-error");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("how satisfied are you"))
                .getByLabel("7", new Locator.GetByLabelOptions().setExact(true))
                .check();
        press(page, "Save answers");
        page.waitForURL("**/answers/**");
        look(browser, page, "measures-answers");
        visit(page, measures + "/ask/gas");
        look(browser, page, "measures-goals");
        visit(page, measures + "/paper/ons4");
        look(browser, page, "measures-paper");
        assertThat(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)).length)
                .as("bytes of the questions on paper")
                .isPositive();
        visit(page, measures);
        look(browser, page, "measures");
        visit(page, measures + "/answers/" + first.json().path("id").asString() + "/correct");
        look(browser, page, "measures-correct");
        visit(page, "/figures");
        page.locator("table").first().waitFor();
        look(browser, page, "figures");
        visit(page, "/insights");
        page.locator("table").first().waitFor();
        look(browser, page, "insights");
        visit(page, "/insights/attended");
        look(browser, page, "insight");
        sessionsAndPeople(browser, page);
        DEPLOYED.comparison();
        visit(page, "/compare");
        page.locator("table").first().waitFor();
        look(browser, page, "comparison");
        clientLevelData(browser, page);
    }

    /** The council has asked, and is asked. Its own page places it nowhere, so it has nothing more to offer. */
    private static void introductions(Chromium browser, Page page) {
        DEPLOYED.introductionQuestion("larkshire");
        DEPLOYED.introductionRequest("larkshire");
        visit(page, "/compare?introductions=all");
        page.getByText("We have asked.").waitFor();
        look(browser, page, "introductions");
        visit(page, "/compare?introductions=offer");
        page.getByText("What others learn").waitFor();
        look(browser, page, "introductions-offer");
        visit(page, "/compare?introductions=listened-to");
        page.getByText("Your council can ask").waitFor();
        look(browser, page, "introductions-ask");
        DEPLOYED.forgetIntroductions("larkshire");
    }

    private static void clientLevelData(Chromium browser, Page page) {
        var council = DEPLOYED.larkshire();
        var today = TestClock.today();
        var record = "/api/conversations/"
                + council.post(
                                "/api/conversations",
                                Map.of("personIds", List.of(World.person(council, "Gwen", "Prŷs-Jones"))))
                        .json()
                        .path("id")
                        .asString();
        council.put(
                record + "/boxes/"
                        + council.get(record).json().at("/prompts/0/id").asString(),
                Map.of("text", "Her garden", "fromTool", false),
                Map.of("If-Match", "\"0\""));
        var decisions = Map.of(
                "kind", "conversation",
                "day", today.toString(),
                "explainedAs", "conversation",
                "outcome", "information-and-advice",
                "outcomeReason", "The garden club is enough",
                "support", "none-needed");
        var finished = council.call(
                "POST",
                record + "/finish",
                Map.of("decisions", decisions, "toolTextRead", false),
                Map.of("If-Match", "\"0\"", "Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(finished.status()).as("finishing a record: %s", finished).isEqualTo(200);
        visit(page, "/client-level-data?quarter=" + today.with(IsoFields.DAY_OF_QUARTER, 1));
        page.locator("table").first().waitFor();
        look(browser, page, "client-level-data");
        press(page, "Download the CSV file");
        page.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, page, "client-level-data-error");
    }

    /** Writes a note, makes a report and publishes it. */
    private static void evidence(Chromium browser, Page page) {
        var council = DEPLOYED.larkshire();
        World.withoutEvidenceDraft(council);
        visit(page, "/evidence");
        page.locator("table").first().waitFor();
        look(browser, page, "evidence");
        visit(page, "/evidence/statements/assessing-needs");
        page.getByText("Add a note").first().click();
        press(page, "Save the note");
        page.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, page, "evidence-note-error");
        page.getByLabel("Story").check();
        type(page, "The note", "A man who cared for his wife found the carers’ garden.\n\n“Fe wrandawon nhw” 🌱");
        press(page, "Save the note");
        page.getByText("Fe wrandawon nhw").first().waitFor();
        look(browser, page, "evidence-statement");
        visit(page, "/evidence");
        press(page, "Make a report draft");
        page.waitForURL("**/evidence/draft");
        press(page, "Publish the report");
        page.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, page, "evidence-draft-error");
        visit(page, "/evidence/draft/impact");
        look(browser, page, "evidence-section");
        World.evidenceDraft(council);
        visit(page, "/evidence/draft");
        press(page, "Publish the report");
        page.waitForURL("**/evidence/reports/**");
        page.getByText("is published").first().waitFor();
        look(browser, page, "evidence-report");
        assertThat(page.pdf(new Page.PdfOptions()
                                .setPreferCSSPageSize(true)
                                .setPath(Path.of("target/pictures/evidence-report.pdf")))
                        .length)
                .as("bytes of the report on paper")
                .isPositive();
    }

    /** Goes from the figure of a hub to its sessions, and to the people of the first one. */
    private static void sessionsAndPeople(Chromium browser, Page page) {
        var council = DEPLOYED.larkshire();
        var today = TestClock.today();
        var hub = World.hub(council, "Made-up hub of a figure");
        var slot = World.session(council, hub, today.plusDays(3), 2).json().at("/slots/0/id");
        World.booking(council, slot.asString(), World.person(council, "Gwen", "Prŷs-Jones"));
        visit(page, "/insights/waiting-now?hub=" + hub);
        page.locator("table").first().waitFor();
        var sessions = page.locator("a[href*='/sessions?']").first().getAttribute("href");
        visit(page, sessions);
        page.locator("table").first().waitFor();
        look(browser, page, "insight-sessions");
        visit(page, page.locator("a[href*='/people?']").first().getAttribute("href"));
        look(browser, page, "insight-people-reason");
        page.locator("#look-reason").fill("To see who did not come");
        page.locator("main form button").click();
        page.locator("table").first().waitFor();
        look(browser, page, "insight-people");
        visit(page, "/national-measures");
        look(browser, page, "national-measures");
    }

    private static void peopleToTell(Chromium browser, Page page, String hub, LocalDate day) {
        var council = DEPLOYED.larkshire();
        var later = World.session(council, hub, day.plusDays(9), 2).json();
        var slot = later.path("slots").path(0).path("id").asString();
        var booking = World.booking(council, slot, World.person(council, "Gwen", "Prŷs-Jones"));
        council.call("POST", "/api/bookings/" + booking + "/cancel", Map.of("askedBy", "us"), Map.of());
        visit(page, "/hubs/" + hub + "/people-to-tell");
        look(browser, page, "people-to-tell");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Told by phone Gwen Prŷs-Jones"))
                .click();
        assertThat(page.getByText("Everyone whose booking has changed has been told."))
                .isVisible();
        look(browser, page, "people-to-tell-none");
        assertThat(page.locator(".govuk-notification-banner__content")).hasCSS("background-color", WHITE);
        visit(page, "/hubs/" + hub + "/people-told");
        look(browser, page, "people-told");
    }

    private static void sessionByHand(Chromium browser, Page page, String hub) {
        visit(page, "/hubs/" + hub + "/sessions/new");
        look(browser, page, "new-session");
        press(page, "Continue");
        page.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, page, "new-session-error");
        // the next 28 December, even if today is after it
        type(page, "Day", "28");
        type(page, "Month", "12");
        type(page, "Year", String.valueOf(TestClock.today().plusDays(4).getYear()));
        type(page, "Start time", "9:30am");
        type(page, "End time", "12:30pm");
        press(page, "Continue");
        page.waitForURL("**/sessions/new/check");
        look(browser, page, "new-session-check");
    }

    private static void series(Chromium browser, Page page, String hub) {
        var series = World.series(DEPLOYED.larkshire(), hub);
        visit(page, "/hubs/" + hub + "/sessions");
        look(browser, page, "sessions");
        visit(page, "/hubs/" + hub + "/series");
        look(browser, page, "series-list");
        visit(page, "/series/" + series);
        look(browser, page, "series");
        changeOfASession(browser, page, series);
        endOfASeries(browser, page, series);
        visit(page, "/hubs/" + hub + "/series/new");
        look(browser, page, "new-series");
        press(page, "Continue");
        page.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, page, "new-series-error");
        var first = TestClock.today().plusDays(1);
        page.getByLabel("Monday").check();
        type(page, "Day", String.valueOf(first.getDayOfMonth()));
        type(page, "Month", String.valueOf(first.getMonthValue()));
        type(page, "Year", String.valueOf(first.getYear()));
        type(page, "Start time", "9:30am");
        type(page, "End time", "12:30pm");
        press(page, "Continue");
        page.waitForURL("**/series/new/check");
        look(browser, page, "new-series-check");
    }

    private static void changeOfASession(Chromium browser, Page page, String series) {
        var session = DEPLOYED.larkshire()
                .get("/api/series/" + series)
                .json()
                .path("sessions")
                .get(0)
                .path("id")
                .asString();
        visit(page, "/sessions/" + session);
        look(browser, page, "change-session");
        page.getByLabel("Change this session only").check();
        press(page, "Continue");
        page.waitForURL("**/sessions/*/change");
        look(browser, page, "change-session-times");
        press(page, "Continue");
        page.waitForURL("**/sessions/*/check");
        look(browser, page, "change-session-check");
        visit(page, "/sessions/" + session + "/cancel");
        look(browser, page, "cancel-session");
        type(page, "Why is it cancelled?", "The heating is broken");
        press(page, "Continue");
        page.waitForURL("**/sessions/*/cancel/check");
        look(browser, page, "cancel-session-check");
    }

    private static void endOfASeries(Chromium browser, Page page, String series) {
        visit(page, "/series/" + series + "/end");
        look(browser, page, "end-series");
        var last = TestClock.today().plusDays(4);
        type(page, "Day", String.valueOf(last.getDayOfMonth()));
        type(page, "Month", String.valueOf(last.getMonthValue()));
        type(page, "Year", String.valueOf(last.getYear()));
        type(page, "Why does it end?", "The library closes");
        press(page, "Continue");
        page.waitForURL("**/series/*/end/check");
        look(browser, page, "end-series-check");
    }

    private static void dayPanels(Chromium browser, Page page, String hub, LocalDate day) {
        var board = "/hubs/" + hub + "/days/" + day;
        var expected = booking(hub, day, "expected");
        visit(page, board + "/walk-in");
        look(browser, page, "walk-in");
        var session = sessions(hub, day).get(0).path("id").asString();
        visit(page, board + "/sessions/" + session + "/headcount");
        look(browser, page, "headcount");
        visit(page, board + "/sessions/" + session + "/paper");
        look(browser, page, "paper");
        visit(page, board + "/bookings/" + expected);
        look(browser, page, "change-booking");
        visit(page, board + "/bookings/" + expected + "/move");
        look(browser, page, "move-booking");
        visit(page, board + "/bookings/" + expected + "/cancel");
        look(browser, page, "cancel-booking");
        visit(page, board + "/bookings/" + expected + "/did-not-attend");
        look(browser, page, "did-not-attend");
        visit(page, board + "/bookings/" + expected + "/attendance");
        look(browser, page, "record-attendance");
        visit(page, board + "/bookings/" + expected + "/slip");
        look(browser, page, "slip");
        visit(page, board + "/bookings/" + expected + "/correct");
        look(browser, page, "correct-booking");
        var today = TestClock.today();
        visit(page, "/hubs/" + hub + "/days/" + today + "/walk-ins/" + walkIn(hub, today));
        look(browser, page, "correct-walk-in");
        visit(page, board + "/sheet");
        look(browser, page, "day-sheet");
        page.evaluate("""
                () => {
                  document.querySelectorAll('.day-sheet table ~ table').forEach((table) => (table.hidden = true))
                  const rows = document.querySelector('.day-sheet tbody')
                  Array.from(rows.rows).slice(9).forEach((row) => (row.hidden = true))
                  while (rows.rows.length < 9) rows.append(rows.rows[0].cloneNode(true))
                }""");
        var printed =
                new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type /Page\\b").matcher(printed).results())
                .as("pages of a sheet with nine rows")
                .hasSize(1);
    }

    @Test
    void everyPageOfALeadIsInOrder() {
        var hub = morning(dayWithPeople());
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "lena@larkshire.example");

            visit(page, "/hubs/new");
            look(browser, page, "new-hub");
            press(page, "Save and add");
            page.getByRole(AriaRole.ALERT).first().waitFor();
            look(browser, page, "new-hub-error");
            visit(page, "/hubs/" + hub + "/edit");
            look(browser, page, "edit-hub");
            visit(page, "/community-assets");
            look(browser, page, "assets-lead");
            importAssets(browser, page);
            visit(page, "/community-assets/new");
            press(page, "Save and add");
            page.getByRole(AriaRole.ALERT).first().waitFor();
            look(browser, page, "new-asset-error");
            visit(page, "/community-assets/" + asset() + "/edit");
            look(browser, page, "edit-asset");
            visit(page, "/hubs/" + hub + "/rooms");
            look(browser, page, "hub-rooms");
            visit(page, "/hubs/" + hub + "/closures");
            look(browser, page, "hub-closures");
            importHubs(browser, page);
            team(browser, page);
            visit(page, "/blueprint");
            look(browser, page, "blueprint");
            visit(page, "/blueprint/parts/kinds");
            look(browser, page, "blueprint-part");
            visit(page, "/blueprint/adopt");
            look(browser, page, "adopt-blueprint");
            visit(page, "/blueprint/differences");
            look(browser, page, "blueprint-differences");
            merges(browser, page);
            withoutReaders(browser, page);
            visit(page, "/sharing");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sharing is"))
                    .waitFor();
            look(browser, page, "sharing");
            introductions(browser, page);
            evidence(browser, page);
            visit(page, "/audit");
            look(browser, page, "audit");
            audit(browser, page);
            visit(page, "/settings");
            look(browser, page, "settings");
            visit(page, "/poster");
            assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("^QR code"))))
                    .isVisible();
            look(browser, page, "poster");
            visit(page, "/people");
            assertThat(page.locator("h1")).containsText("You cannot see this page");
            look(browser, page, "forbidden");
        }
    }

    /** Uses the gateway, whose content policy blocks styles that are written into a page. */
    @Test
    void everyPublicPageIsInOrderInTheCouncilsColoursAndSetsNoCookie() {
        morning(dayWithPeople());
        try (var browser = new Chromium()) {
            var page = browser.person();

            page.navigate(DEPLOYED.gateway() + "/open/larkshire");
            assertThat(page.locator("h1")).containsText("Talking points");
            assertThat(page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--header')"))
                    .asString()
                    .matches("#[0-9A-F]{6}");
            look(browser, page, "open");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^See all times")))
                    .first()
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Getting in")))
                    .isVisible();
            look(browser, page, "open-place");
            page.navigate(DEPLOYED.gateway() + "/open/larkshire?near=ZZ9&step-free=yes");
            assertThat(page.getByText("We could not find")).isVisible();
            look(browser, page, "open-unknown");
            for (var duty : List.of(
                    "larkshire/accessibility", "larkshire/cookies", "accessibility", "cookies", "staff-privacy", "")) {
                page.navigate(DEPLOYED.gateway() + "/open/" + duty);
                page.locator("h1").waitFor();
                look(browser, page, "open-duty-" + duty.replace('/', '-'));
            }
            for (var file : List.of("/favicon.ico", "/robots.txt", "/", "/open")) {
                assertThat(page.request().head(DEPLOYED.gateway() + file).status())
                        .as(file)
                        .isEqualTo(200);
            }

            assertThat(page.context().cookies()).isEmpty();
        }
    }

    /** Shows a suggestion to a lead, who merges the two people and can undo it. */
    private static void merges(Chromium browser, Page page) {
        var council = DEPLOYED.larkshire();
        var suggested = council.post(
                "/api/person-merges",
                Map.of(
                        "mergedId",
                        World.person(council, "Peg", "Ellison"),
                        "keptId",
                        World.person(council, "Margaret", "Ellison"),
                        "reason",
                        "The same phone, and Peg is short for Margaret"));
        assertThat(suggested.status()).as("a suggestion: %s", suggested).isEqualTo(201);
        visit(page, "/person-merges");
        page.getByText("Peg Ellison into Margaret Ellison").first().waitFor();
        look(browser, page, "person-merges");
    }

    /** Shows a lead a restricted record of which the named members have left. The lead names a colleague. */
    private static void withoutReaders(Chromium browser, Page page) {
        DEPLOYED.conversationWithoutReaders(DEPLOYED.larkshire(), "larkshire");
        visit(page, "/conversations-without-readers");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose who can open it"))
                .first()
                .click();
        page.getByRole(AriaRole.CHECKBOX).first().check();
        look(browser, page, "conversations-without-readers");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Let them open it"))
                .click();
        page.getByText("Please tell them").waitFor();
    }

    /** Follows a hub from an entry to all entries about it, and downloads them. */
    private static void audit(Chromium browser, Page page) {
        visit(page, "/audit?kind=hub");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^All entries about ")))
                .first()
                .click();
        page.waitForURL(Pattern.compile("subjectId="));
        page.getByText("Only what concerns").waitFor();
        look(browser, page, "audit-of-a-hub");
        var file = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Download these entries as a CSV file"))
                .click());
        assertThat(file.failure()).isNull();
        visit(page, "/audit?kind=audit");
        page.getByText("downloaded entries of who did what").first().waitFor();
        look(browser, page, "audit-of-the-audit");
    }

    private static void importAssets(Chromium browser, Page page) {
        visit(page, "/community-assets/import");
        look(browser, page, "import-assets");
        var csv = "name,offers,place\nMade-up Choir " + UUID.randomUUID() + ",Songs and tea,Church hall\n";
        page.getByLabel("Choose a CSV file")
                .setInputFiles(new FilePayload("assets.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        press(page, "Check this file");
        page.waitForURL("**/community-assets/import/check");
        look(browser, page, "import-assets-check");
        press(page, "Import 1");
        page.waitForURL("**/community-assets");
        look(browser, page, "import-assets-done");
    }

    /** The day is another one each time, because a fact that is there is not imported again. */
    private static void importFacts(Chromium browser, Page page) {
        visit(page, "/councils/facts");
        page.getByText("Load facts from a file").waitFor();
        look(browser, page, "authority-facts");
        visit(page, "/councils/facts/import");
        look(browser, page, "import-facts");
        var day = LocalDate.of(1950, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(20_000));
        var csv = "measure,code,value,as_of,source\npopulation,E06000034,178300," + day + ",Made up\n";
        chooseFacts(page, csv.replace("E06000034", "E99999999"));
        look(browser, page, "import-facts-errors");
        visit(page, "/councils/facts/import");
        chooseFacts(page, csv);
        look(browser, page, "import-facts-check");
        press(page, "Import 1");
        page.waitForURL("**/councils/facts");
        page.getByText("The file is imported").waitFor();
        look(browser, page, "import-facts-done");
    }

    private static void chooseFacts(Page page, String csv) {
        page.getByLabel("Choose a CSV file")
                .setInputFiles(new FilePayload("facts.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        press(page, "Check this file");
        page.waitForURL("**/councils/facts/import/check");
    }

    private static void importHubs(Chromium browser, Page page) {
        visit(page, "/hubs/import");
        look(browser, page, "import-hubs");
        press(page, "Check this file");
        page.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, page, "import-hubs-error");
        var csv = "venue_name,address_1,postcode\nMade-up Hall " + UUID.randomUUID() + ",1 Made-up Street,ZY1 3ZZ\n";
        page.getByLabel("Choose a CSV file")
                .setInputFiles(new FilePayload("hubs.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        press(page, "Check this file");
        page.waitForURL("**/hubs/import/check");
        look(browser, page, "import-hubs-check");
        press(page, "Import 1");
        page.waitForURL("**/hubs/import/done");
        look(browser, page, "import-hubs-done");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Undo this import"))
                .click();
        page.waitForURL("**/hubs/imports/*/undo");
        look(browser, page, "undo-import");
    }

    private static void team(Chromium browser, Page page) {
        var member =
                DEPLOYED.larkshire().get("/api/members").json().path("items").get(0);
        visit(page, "/team/members/" + member.path("id").asString());
        look(browser, page, "team-member");
        visit(page, "/support-access");
        look(browser, page, "support-access");
        visit(page, "/team/invite");
        look(browser, page, "invite");
        press(page, "Continue");
        page.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, page, "invite-error");
        var email = "ada-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        type(page, "Work email addresses", email);
        page.getByLabel("Hub staff", new Page.GetByLabelOptions().setExact(true))
                .check();
        press(page, "Continue");
        page.waitForURL("**/team/invite/check");
        look(browser, page, "invite-check");
        press(page, "Send 1 invitation");
        page.getByText("1 invitation is on its way").waitFor();
        look(browser, page, "team");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Manage the invitation for " + email))
                .click();
        page.waitForURL("**/team/invitations/*");
        look(browser, page, "invitation");
    }

    /** Signs in as a lead who also works at a hub. */
    @Test
    void aPlaceIsAddedByALeadAtAHub() {
        var day = dayWithPeople();
        var hub = morning(day);
        var session = sessions(hub, day).get(0);
        var extraPlace = "/slots/" + session.path("slots").get(0).path("id").asString() + "/extra-place";
        var email = "lou-" + UUID.randomUUID().toString().substring(0, 8) + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", "Lou Made-up", email, "lead", "hub-staff");
        try (var browser = new Chromium()) {
            var page = SignIn.first(browser.person(), DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email));
            visit(page, "/hubs/" + hub + "/days/" + day + extraPlace);
            look(browser, page, "extra-place");
            visit(page, "/sessions/" + session.path("id").asString() + extraPlace);
            look(browser, page, "extra-place-of-session");
        }
    }

    @Test
    void everyPageOfACouncilBeingSetUpIsInOrder() throws Exception {
        var alias = "pages-" + UUID.randomUUID().toString().substring(0, 8);
        var made = DEPLOYED.operator()
                .post(
                        "/api/councils",
                        Map.of(
                                "name",
                                "Council of " + alias,
                                "alias",
                                alias,
                                "demonstration",
                                true,
                                "firstLead",
                                Map.of("name", "Nia Made-up", "email", "nia@" + alias + ".example")));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        var council = made.json().path("council").path("id").asString();
        try (var browser = new Chromium()) {
            var page = SignIn.first(
                    browser.person(),
                    DEPLOYED,
                    "nia@" + alias + ".example",
                    DEPLOYED.passwordMailedTo("nia@" + alias + ".example"));

            visit(page, "/set-up");
            look(browser, page, "set-up");
            visit(page, "/set-up/go-live");
            look(browser, page, "go-live");
            visit(page, "/agreement");
            look(browser, page, "agreement");
            visit(page, "/agreement/accept");
            press(page, "Accept");
            page.getByRole(AriaRole.ALERT).first().waitFor();
            look(browser, page, "agreement-accept-error");
            for (var part : List.of(
                    "data-protection",
                    "assessment",
                    "name",
                    "contact",
                    "safeguarding",
                    "second-factor",
                    "sign-in",
                    "languages",
                    "labels",
                    "colour",
                    "logo")) {
                visit(page, "/settings/" + part);
                look(browser, page, "settings-" + part);
            }
            visit(page, "/hubs");
            look(browser, page, "hubs-empty");
            visit(page, "/blueprint");
            look(browser, page, "blueprint-none");
            visit(page, "/team/invite");
            type(page, "Work email addresses", "bryn@" + alias + ".example");
            page.getByLabel("Hub staff", new Page.GetByLabelOptions().setExact(true))
                    .check();
            press(page, "Continue");
            press(page, "Send 1 invitation");
            page.getByText("1 invitation is on its way").waitFor();
            look(browser, page, "team-one-lead");

            joining(browser, linkInTheMail(council));
            newPassword(browser);
        }
    }

    private static void newPassword(Chromium browser) {
        var page = browser.person();
        visit(page, "/forgotten-password");
        look(browser, page, "forgotten-password");
        press(page, "Send me a link");
        page.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, page, "forgotten-password-error");
        visit(page, "/new-password");
        look(browser, page, "new-password-no-link");
        var email = "ida-" + UUID.randomUUID() + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", "Ida Made-up", email, "viewer");
        visit(page, "/forgotten-password");
        type(page, "Your work email address", email);
        press(page, "Send me a link");
        page.getByText("Use another email address").waitFor();
        page.navigate(DEPLOYED.passwordMailedTo(email));
        page.getByLabel("New password").waitFor();
        look(browser, page, "new-password-by-mail");
    }

    private static void joining(Chromium browser, String link) {
        var withoutLink = browser.person();
        visit(withoutLink, "/join");
        look(browser, withoutLink, "join-no-link");
        var invited = browser.person();
        invited.navigate(link);
        invited.getByLabel("Your full name").waitFor();
        look(browser, invited, "join");
        press(invited, "Accept the invitation");
        invited.getByRole(AriaRole.ALERT).first().waitFor();
        look(browser, invited, "join-error");
    }

    /** Returns the link once the on-screen outbox shows the mail. */
    private static String linkInTheMail(String council) throws Exception {
        var link = Pattern.compile("https?://\\S+/join#\\S+");
        var found = new AtomicReference<>("");
        Waiting.until("the mail is in the outbox", () -> {
            var mails = DEPLOYED.operator().get("/api/councils/" + council + "/mail");
            var at =
                    link.matcher(mails.json().path("items").path(0).path("text").asString(""));
            return at.find() && !found.getAndSet(at.group()).equals(at.group());
        });
        return found.get();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noAddressIsForgotten() {
        assertThat(ROUTES.notVisited())
                .as("addresses that no test of pages visits")
                .isEmpty();
    }

    @Test
    void everyPageOfTheOperatorIsInOrder() {
        try (var browser = new Chromium()) {
            var page = browser.person();
            page.navigate(DEPLOYED.gateway().toString());
            look(browser, page, "sign-in");
            SignIn.name(page, DEPLOYED, "operator@alongside.example");
            page.waitForURL(url -> url.startsWith(DEPLOYED.gateway().toString()));
            page.navigate(DEPLOYED.gateway() + "/oauth2/authorization/operator");

            visit(page, "/councils");
            look(browser, page, "councils");
            newCouncil(browser, page);
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire"));
            look(browser, page, "council");
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire") + "/settings");
            look(browser, page, "council-settings");
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire") + "/email-domains");
            look(browser, page, "email-domains");
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire") + "/members/new");
            look(browser, page, "appoint-lead");
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire") + "/support-access/new");
            look(browser, page, "ask-for-support");
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire") + "/suspension");
            look(browser, page, "suspend-council-page");
            var member = "/members/" + DEPLOYED.anyMemberOf("larkshire");
            visit(page, "/councils/" + DEPLOYED.councilId("larkshire") + member);
            look(browser, page, "member");
            visit(page, "/outbox");
            look(browser, page, "outboxes");
            visit(page, "/outbox/" + DEPLOYED.councilId("larkshire"));
            look(browser, page, "outbox");
            importFacts(browser, page);
            visit(page, "/health");
            page.getByText("conversations-service").first().waitFor();
            look(browser, page, "health");
        }
    }

    private static void newCouncil(Chromium browser, Page page) {
        visit(page, "/councils/new/made-up");
        look(browser, page, "new-council-made-up");
        visit(page, "/councils/new");
        look(browser, page, "new-council");
        page.getByLabel("Name of the council").pressSequentially("Rutland");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        look(browser, page, "new-council-found");
        page.getByLabel("Name of the council").fill("Rutlan");
        page.getByRole(AriaRole.OPTION).first().click();
        press(page, "Continue");
        page.waitForURL("**/councils/new/check");
        look(browser, page, "new-council-check");
        if (page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes, continue"))
                .isVisible()) {
            press(page, "Yes, continue");
            page.waitForURL("**/councils/new/details");
            look(browser, page, "new-council-details");
        } else {
            ROUTES.visit("/councils/new/details");
        }
    }

    @Test
    void aMemberOfTwoCouncilsChoosesAndATabOfTheOtherCannotWrite() {
        try (var browser = new Chromium()) {
            var page = browser.person();
            page.navigate(DEPLOYED.gateway().toString());
            SignIn.name(page, DEPLOYED, "sam@both.example");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Larkshire Council"))
                    .waitFor();
            look(browser, page, "choose-council");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Larkshire Council"))
                    .click();
            page.locator(".mast__council").waitFor();
            visit(page, "/people/new");
            page.getByLabel("First name").fill("Stale");
            page.getByLabel("Last name").fill("Tab");
            page.getByLabel("No phone or email").check();

            var otherTab = browser.anotherTabOf(page);
            otherTab.navigate(DEPLOYED.gateway() + "/oauth2/authorization/council?council=meadowshire");
            assertThat(otherTab.locator(".mast__council")).containsText("Meadowshire");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add this person"))
                    .click();
            assertThat(page.getByText("You are now working in Meadowshire Council"))
                    .isVisible();
            var found = DEPLOYED.meadowshire().call("POST", "/api/people/search", Map.of("text", "Stale"), Map.of());
            assertThat(found.json().path("items")).isEmpty();
        }
    }

    /** Tests that back and forward restore the earlier content and put the focus on the heading after each step. */
    @Test
    void goingBackAndForwardKeepsThePageAndTheFocus() {
        morning(dayWithPeople());
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            visit(page, "/hubs?search=Market+Street");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Market Street Library"))
                    .first()
                    .click();
            assertThat(page.locator("h1")).containsText("Market Street Library");
            assertThat(page.locator("h1")).isFocused();

            page.goBack();
            assertThat(page.locator("h1")).containsText("Hubs");
            assertThat(page.locator("h1")).isFocused();
            page.goForward();
            assertThat(page.locator("h1")).containsText("Market Street Library");
            assertThat(page).hasTitle("Market Street Library – Alongside – Larkshire Council");
        }
    }

    private static void look(Chromium browser, Page page, String name) {
        ROUTES.visit(page.url());
        browser.look(page, name);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void type(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(text);
    }

    private static JsonNode sessions(String hub, LocalDate day) {
        return DEPLOYED.larkshire()
                .get("/api/hubs/" + hub + "/days/" + day)
                .json()
                .path("sessions");
    }

    /** Puts a community asset with long words on the list, and returns its id. */
    private static String asset() {
        var asset = Map.of(
                "name",
                "Larkford and district carers’ gardening and good company group " + UUID.randomUUID(),
                "offers",
                "Company, tea and a raised bed for all who look after someone, every Tuesday from 14:00 to 16:00",
                "place",
                "The walled garden behind the church hall, 3 Mill Lane, Larkford",
                "telephone",
                "01632 960000 (mornings, ask for the group)",
                "website",
                "https://people.example/groups/carers-gardening-and-good-company",
                "checkedOn",
                "2026-01-05");
        return DEPLOYED.larkshire().post("/api/assets", asset).json().at("/id").asString();
    }

    /** Returns the first booking of that day with this status. */
    private static String walkIn(String hub, LocalDate day) {
        return DEPLOYED.larkshire()
                .get("/api/hubs/" + hub + "/days/" + day)
                .json()
                .at("/walkIns/0/id")
                .asString();
    }

    private static String booking(String hub, LocalDate day, String status) {
        for (var session : sessions(hub, day)) {
            for (var slot : session.path("slots")) {
                for (var booking : slot.path("bookings")) {
                    if (booking.path("status").asString().equals(status)) {
                        return booking.path("id").asString();
                    }
                }
            }
        }
        throw new IllegalStateException("no booking is " + status);
    }

    private static void visit(Page page, String path) {
        ROUTES.visit(path);
        page.navigate(DEPLOYED.gateway() + path);
        page.locator("h1").first().waitFor();
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page).hasTitle(Pattern.compile(".+ – Alongside"));
    }

    /** Returns today, or tomorrow in the late evening, when today has no time left for several slots. */
    private static LocalDate dayWithPeople() {
        return TestClock.today().plusDays(isLate() ? 1 : 0);
    }

    private static boolean isLate() {
        return TestClock.now().getHour() >= 20;
    }

    /** Makes some hours around now at a made-up library, with people expected, arrived and late, and free places. */
    private static String morning(LocalDate day) {
        var council = DEPLOYED.larkshire();
        var known = council.get("/api/hubs?search=Market%20Street%20Library").json();
        var hub = known.path("total").asInt() > 0
                ? known.path("items").get(0).path("id").asString()
                : World.hub(council, "Market Street Library");
        if (!council.get("/api/hubs/" + hub + "/days/" + day)
                .json()
                .path("sessions")
                .isEmpty()) {
            return hub;
        }
        var span =
                isLate() ? new TestClock.Span(day, LocalTime.of(9, 30), LocalTime.of(12, 30)) : TestClock.aroundNow();
        var slots = World.session(council, hub, span, 2).json().path("slots");
        var names = List.of(
                List.of("Tom", "Akande"),
                List.of("Gwen", "Prŷs-Jones"),
                List.of("Farah", "Siddiqui"),
                List.of("Joan", "Mbeki"),
                List.of("Peter", "Lowe"));
        // Three hours have fewer slots in the night in which the clocks go forward. One place stays free.
        int people = Math.min(names.size(), 2 * slots.size() - 1);
        for (int i = 0; i < people; i++) {
            var person =
                    World.person(council, names.get(i).getFirst(), names.get(i).getLast());
            var booking = World.booking(
                    council, slots.get(i * slots.size() / people).path("id").asString(), person);
            if (i == 0) {
                council.call("POST", "/api/bookings/" + booking + "/check-in", null, Map.of());
            }
        }
        council.post(
                "/api/hubs/" + hub + "/days/" + TestClock.today() + "/walk-ins",
                Map.of("name", "Ada Obi", "reason", "help-with-a-form"));
        return hub;
    }
}
