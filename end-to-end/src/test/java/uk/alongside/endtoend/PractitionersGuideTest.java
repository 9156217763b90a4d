package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.endtoend.RecordPages.box;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Records the conversation of {@code docs/guide-for-practitioners.md} with a made-up person, from the board to the paper
 * that answers a complaint, and takes the guide's pictures. They stay in {@code target/pictures/guide}; with {@code
 * -Dalongside.pictures=true} they go to {@code docs/pictures}.
 */
@Tag("browser")
class PractitionersGuideTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Path PICTURES = Deployment.root()
            .resolve(Boolean.getBoolean("alongside.pictures") ? "docs/pictures" : "end-to-end/target/pictures/guide");

    /** No other test has a member of this name, so the page knows who “Imogen” is. */
    private static final String PRACTITIONER = "Imogen Vale";

    private static final String MATTERS = "“I want my own front door, and my mornings at the allotment.”"
            + " Since the fall in August she has not gone, because the bus stop is too far.";
    private static final String STRONG = "Her neighbour Bess drives on Tuesdays. She grew leeks for forty years.";
    private static final String AGREED = "Imogen will send her the times of the allotment club by Thursday.";

    @Test
    void aConversationIsRecordedAndItsPaperAnswersAComplaint() throws Exception {
        RecordPages.newRecord();
        try (var browser = new Chromium()) {
            var page = RecordPages.practitioner(browser, PRACTITIONER);
            page.setViewportSize(1280, 900);
            var record = begin(page);
            write(page, record);
            finish(page);
            addToTheRecord(page);
            disagree(page);
            answerTheComplaint(page, record);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Opens the record from the board, and returns its id. */
    private static String begin(Page page) {
        page.navigate(DEPLOYED.gateway() + boardWithAnArrivedPerson());
        var link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("Record conversation with Margaret Ellison"));
        link.waitFor();
        part(page, page.locator("table.slots").first(), "record-begin");
        link.click();
        page.waitForURL(Pattern.compile(".*/conversations/[0-9a-f-]{36}"));
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private static void write(Page page, String record) throws Exception {
        box(page).fill(MATTERS);
        holds(record, MATTERS);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Listen mode"))
                .click();
        whole(page, "record-listen");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Listen mode"))
                .click();

        page.context().setOffline(true);
        box(page, 1).fill(STRONG);
        assertThat(page.getByText("Your words are safe on this device")).isVisible();
        part(page, page.locator(".record__state"), "record-offline");
        page.context().setOffline(false);
        holds(record, STRONG);

        box(page, 2).fill(AGREED);
        holds(record, AGREED);
        var step = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Add: Imogen.*send her")));
        step.waitFor();
        part(page, steps(page), "record-step");
        step.click();
        assertThat(steps(page).getByRole(AriaRole.LISTITEM)).containsText("send her the times");
        assertThat(page.locator(".save-state")).containsText("Saved at");
        whole(page, "record");
    }

    private static void holds(String record, String words) throws Exception {
        Waiting.until(
                "the record holds " + words, () -> RecordPages.words(record).contains(words));
    }

    private static void finish(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Finish"))
                .click();
        page.getByLabel("They asked for one").check();
        day(page, "assessmentAskedOn", TestClock.today());
        page.getByLabel("They said no to one").check();
        day(page, "assessmentDeclinedOn", TestClock.today());
        page.getByLabel("Information, advice or a contact").check();
        page.getByLabel("Why?").fill("She chose the allotment club and her neighbour’s lift first");
        page.getByLabel("An advocate").check();
        page.getByLabel("Their name, if you know it").fill("Lena Marsh");
        page.getByLabel("I shared information about them with others").check();
        page.getByLabel("What did you share?").fill("Her name and telephone number");
        page.getByLabel("With whom?").fill("Larkford Allotment Club");
        page.getByLabel("Legal basis").selectOption("consent");
        page.getByLabel("What did you say to the person about it?").fill("She asked us to, so that they ring her");
        whole(page, "record-finish");
        button(page, "Finish").click();
        assertThat(page.locator("main")).containsText("Finished on");
    }

    private static void addToTheRecord(Page page) {
        page.getByLabel("Add an addendum").fill("Margaret rang: the club’s first morning went well.");
        button(page, "Save the addendum").click();
        assertThat(page.locator("article")).containsText("first morning went well");
        page.evaluate("""
                () => [...document.querySelectorAll('h2')].find((each) => each.textContent === 'What was decided').scrollIntoView()""");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("record-finished.png")));
    }

    /** Writes down on the page of the letter what the person does not agree with, and notes the copy. */
    private static void disagree(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Letter to Margaret Ellison"))
                .click();
        var box = page.getByLabel("I see this differently");
        box.fill("I only said no because I thought that I would have to pay for it.");
        box.blur();
        assertThat(page.getByText("Saved").first()).isVisible();
        button(page, "Given by hand").click();
        assertThat(page.locator("main")).containsText("by " + PRACTITIONER);
        part(page, page.locator("article.letter"), "record-letter");
    }

    /** Prints the whole record. An investigator reads on one page what was said, what was decided and who was told. */
    private static void answerTheComplaint(Page page, String record) throws IOException {
        page.navigate(DEPLOYED.gateway() + "/conversations/" + record + "/whole");
        page.locator("article.letter--record").waitFor();
        var pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getNumberOfPages()).as("pages").isEqualTo(1);
            var sheet = paper.getPage(0).getMediaBox();
            assertThat(sheet.getWidth()).isBetween(594f, 596f);
            assertThat(sheet.getHeight()).isBetween(841f, 843f);
            var text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
            assertThat(between(text, "What the person was told this was", "What was decided and why"))
                    .contains("Described to them as: Conversation")
                    .containsPattern("Assessment asked for: \\d")
                    .containsPattern("Assessment declined: \\d")
                    .contains("An advocate: Lena Marsh");
            assertThat(between(text, "What was decided and why", "Who was told"))
                    .contains("Decided: Information, advice or a contact")
                    .contains("Why: She chose the allotment club and her neighbour’s lift first")
                    .contains("by " + PRACTITIONER);
            assertThat(between(text, "Who was told", "Margaret Ellison sees this differently"))
                    .contains("Her name and telephone number, with Larkford Allotment Club on")
                    .contains("Legal basis: Consent")
                    .contains("She asked us to, so that they ring her")
                    .contains("Letter to Margaret Ellison: Given by hand");
            assertThat(between(text, "Margaret Ellison sees this differently", "Added since"))
                    .contains("I thought that I would have to pay for it");
            assertThat(between(text, "Added since", "Who wrote when"))
                    .contains("the club’s first morning went well")
                    .contains("my mornings at the allotment")
                    .contains("send her the times of the allotment club");
            var picture = new PDFRenderer(paper).renderImageWithDPI(0, 96);
            ImageIO.write(picture, "png", PICTURES.resolve("record-printed.png").toFile());
        }
    }

    private static String between(String text, String heading, String next) {
        var from = text.indexOf(heading);
        assertThat(from).as("%s in %s", heading, text).isNotNegative();
        var to = text.indexOf(next, from);
        assertThat(to).as("%s after %s in %s", next, heading, text).isGreaterThan(from);
        return text.substring(from, to);
    }

    private static void day(Page page, String question, LocalDate day) {
        page.locator("#" + question + "-day").fill(String.valueOf(day.getDayOfMonth()));
        page.locator("#" + question + "-month").fill(String.valueOf(day.getMonthValue()));
        page.locator("#" + question + "-year").fill(String.valueOf(day.getYear()));
    }

    private static Locator steps(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Next steps"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void whole(Page page, String name) {
        page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0) }");
        page.mouse().move(0, 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static void part(Page page, Locator what, String name) {
        page.evaluate("document.fonts.ready");
        what.screenshot(new Locator.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Returns the address of today's board at a hub of its own, on which Margaret Ellison has arrived. */
    private static String boardWithAnArrivedPerson() {
        var council = DEPLOYED.larkshire();
        var hub = World.hub(council, "Quay Street Library");
        var slot = World.sessionNow(council, hub, 2).json().path("slots").path(0);
        var booking = World.booking(council, slot.path("id").asString(), World.person(council, "Margaret", "Ellison"));
        council.call("POST", "/api/bookings/" + booking + "/check-in", null, Map.of());
        return "/hubs/" + hub + "/days/" + TestClock.today();
    }
}
