package uk.alongside.conversations.publicpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the pages for residents as a lead sees them before the council is live. */
@ServiceTest
class PreviewTest {

    private static final String PREVIEW = "/api/residents-page";
    private static final String NOT_YET = "Preview. Residents cannot see this page yet.";
    private static final Pattern PREVIEW_ONLY =
            Pattern.compile("(?s)<section class=\"preview\".*?</section>|<meta name=\"robots\"[^>]*>");

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api lead;
    private UUID library;

    @BeforeEach
    void aCouncilInSetUp() {
        council = TestCouncil.create(port);
        settings("setting-up");
        library = council.hub("Market Street Library");
        council.session(library, TestCouncil.today().plusDays(2), 1);
        council.person("Margaret", "Ellison");
        lead = council.lead();
    }

    @Test
    void showsALeadThePagesWithAMarkThatResidentsCannotSeeThem() {
        for (var address :
                List.of(PREVIEW, PREVIEW + "/places/" + library, PREVIEW + "/accessibility", PREVIEW + "/cookies")) {
            var page = lead.get(address);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.text())
                    .as(address)
                    .contains(NOT_YET, "<meta name=\"robots\" content=\"noindex, nofollow\">")
                    .contains("href=\"" + PREVIEW + "/colours.css\"")
                    .doesNotContain("/open/c-", "<script", "Margaret", "Ellison");
        }
        assertThat(lead.get(PREVIEW).text()).contains("Market Street Library", "4 places left");
        assertThat(lead.get(PREVIEW + "?near=HX2").text()).contains("We could not find “HX2”.");
        assertThat(lead.get(PREVIEW + "?near=HX1+1UJ").header("Location")).isEqualTo("?near=HX1");
        assertThat(lead.get(PREVIEW + "/colours.css").text()).startsWith(":root{--header:");
        assertThat(lead.get(PREVIEW + "/colours.css").header("Cache-Control")).isEqualTo("no-store");
        assertThat(lead.get(PREVIEW + "/logo.png").status()).isEqualTo(404);
    }

    @Test
    void isTheVeryPageThatResidentsSeeAfterwards() {
        var list = lead.get(PREVIEW).text();
        var place = lead.get(PREVIEW + "/places/" + library).text();

        settings("live");

        var open = "/open/c-" + council.id();
        assertThat(withoutTheMark(list)).isEqualTo(visitor().get(open).text());
        assertThat(withoutTheMark(place))
                .isEqualTo(visitor().get(open + "/places/" + library).text());
    }

    @Test
    void leadsToThePublicPageOnceTheCouncilIsLive() {
        settings("live");

        for (var address : List.of(PREVIEW, PREVIEW + "/places/" + library, PREVIEW + "/cookies")) {
            var answer = lead.get(address);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("/open/c-" + council.id());
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void isForLeadsOfThisCouncilOnly() {
        var staff = council.member("hub-staff", "practitioner", "viewer");
        for (var address :
                List.of(PREVIEW, PREVIEW + "/places/" + library, PREVIEW + "/colours.css", PREVIEW + "/logo.png")) {
            assertThat(visitor().get(address).status()).as(address).isEqualTo(401);
            assertThat(staff.get(address).status()).as(address).isEqualTo(403);
        }
        var other = TestCouncil.create(port);
        settings(other, "setting-up");
        assertThat(other.lead().get(PREVIEW).text()).contains(NOT_YET).doesNotContain("Market Street Library");
        assertThat(other.lead().get(PREVIEW + "/places/" + library).status()).isEqualTo(404);
        assertThat(visitor().get("/open/c-" + council.id()).status()).isEqualTo(404);
    }

    private String withoutTheMark(String page) {
        return PREVIEW_ONLY.matcher(page).replaceAll("").replace(PREVIEW, "/open/c-" + council.id());
    }

    private Api visitor() {
        return new Api(port, "");
    }

    private void settings(String status) {
        settings(council, status);
    }

    private static void settings(TestCouncil council, String status) {
        var stored = council.tenantService().put("/internal/councils/" + council.id() + "/settings", """
                {"version": %d, "name": "Larkshire Council", "alias": "c-%s", "talkingPoint": "Talking point",
                 "status": "%s", "contactPhone": "01632 960123", "demonstration": true}""".formatted(
                        status.equals("live") ? 3 : 2, council.id(), status));
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
    }
}
