package uk.alongside.conversations.publicpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.localstack.LocalStack;

/** Tests what two councils show to everyone, and that no visitor finds a person there. */
@ServiceTest
class OpenPagesTest {

    private static final String ROLE = "conversations_public";

    /** Insufficient privilege; on a Citus cluster also feature not supported, by which it refuses COPY before it asks. */
    private static final List<String> REFUSED =
            LocalStack.forTests().postgres().isCluster() ? List.of("42501", "0A000") : List.of("42501");

    private static final List<String> TABLES =
            List.of("council", "council_logo", "hub", "hub_closure", "session", "slot");
    private static final List<String> VIEWS = List.of(
            "v_council_public",
            "v_council_logo",
            "v_hub_place",
            "v_hub_closed_days",
            "v_session_open",
            "v_slot_places");

    @LocalServerPort
    private int port;

    private TestCouncil larkshire;
    private TestCouncil meadowshire;
    private String larkshireAt;
    private String meadowshireAt;
    private UUID library;

    @BeforeEach
    void twoCouncils() {
        larkshire = TestCouncil.create(port);
        meadowshire = TestCouncil.create(port);
        larkshireAt = open(larkshire, "Larkshire Council", "live");
        meadowshireAt = open(meadowshire, "Meadowshire Council", "live");
        library = larkshire.hub("Market Street Library");
        var session = larkshire.session(library, TestCouncil.today().plusDays(2), 1);
        var slot = TestCouncil.uuid(session.path("slots").path(0).path("id"));
        var person = larkshire.person("Margaret", "Ellison");
        larkshire.hubStaff().post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
        meadowshire.hub("Meadow Barn");
        meadowshire.person("Bob", "Example");
    }

    @Test
    void saysWhereAndWhenAndHowManyPlacesAreLeft() {
        var page = get("/open/" + larkshireAt);

        var day = day(TestCouncil.today().plusDays(2));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text())
                .contains("<h1>Talking points</h1>", "Market Street Library", "1 Market Street, HX1 1UJ")
                .contains(day + ", 9:30am to 12:30pm", "3 places left", "01632 960123")
                .doesNotContain("<script", "Meadow", "Margaret", "Ellison");
    }

    @Test
    void findsByNameAndByTheFirstHalfOfAPostcode() {
        for (var near : List.of("HX1", "hx1", "market", "MARKET+STREET", "library")) {
            assertThat(get("/open/" + larkshireAt + "?near=" + near).text())
                    .as(near)
                    .contains("<p>1 place</p>");
        }
        assertThat(get("/open/" + larkshireAt + "?near=HX2").text())
                .contains("We could not find “HX2”.", "Show all places")
                .doesNotContain("Market Street Library");
    }

    @Test
    void keepsOnlyTheFirstHalfOfAPostcodeInTheAddress() {
        for (var near : List.of(
                "HX1%201UJ",
                "hx1+1uj",
                "hx11uj",
                "HX1+1UJ.",
                "HX1-1UJ",
                "HX1%C2%A01UJ",
                "%E2%80%8BHX1+1UJ",
                "%EF%BC%A8X1+1UJ",
                "(HX1),+1UJ",
                "1+Market+Street,+Larkford+HX1+1UJ",
                "A+very+long+name+of+a+house,+1+Market+Street,+Larkford,+Larkshire,+HX1+1UJ")) {
            var page = get("/open/" + larkshireAt + "?near=" + near + "&step-free=yes");

            assertThat(page.status()).as(near).isEqualTo(303);
            assertThat(page.header("Location")).isEqualTo("?step-free=yes&near=HX1");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void findsAPlaceByWordsThatHoldNoPostcode() {
        for (var near :
                List.of("market%C2%A0street", "Market+Street,", "MARKET-STREET", "m%C3%A1rket", "%E2%80%8Bmarket")) {
            assertThat(get("/open/" + larkshireAt + "?near=" + near).text())
                    .as(near)
                    .contains("<p>1 place</p>");
        }
    }

    @Test
    void leadsFromAnAddressWithCapitalsOrASlashToThePage() {
        var page = "/open/" + larkshireAt;
        var place = page + "/places/" + larkshire.hub("Annex");

        for (var typed : List.of(page.toUpperCase(Locale.ROOT).replace("/OPEN", "/open"), page + "/")) {
            var answer = get(typed + "?step-free=yes");
            assertThat(answer.status()).as(typed).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo(page + "?step-free=yes");
        }
        assertThat(get(place).status()).isEqualTo(200);
        for (var typed : List.of(
                place + "/",
                place.toUpperCase(Locale.ROOT).replace("/OPEN", "/open").replace("/PLACES", "/places"))) {
            var answer = get(typed);
            assertThat(answer.status()).as(typed).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo(place);
        }
        assertThat(get("/open/Never-was/").status()).isEqualTo(404);
        assertThat(get(page + "/elsewhere/").status()).isEqualTo(404);
    }

    @Test
    void answersAnAddressThatHoldsAnUnprintableCharacterWithAPage() {
        var answer = get("/open/" + larkshireAt + "?near=%07");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("If you typed the web address, check it is correct.");
    }

    @Test
    void saysHowManyPlacesThereAreWhereItListsTheFirst() {
        var file = new StringBuilder("venue_name,address_1,postcode\n");
        for (int i = 1; i <= 120; i++) {
            file.append("Hall ").append(i).append(",2 High Street,HX2 1AA\n");
        }
        var imported = larkshire.lead().csv("/api/hubs/imports", file.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);

        assertThat(get("/open/" + larkshireAt).text())
                .contains("Showing 100 of 121 places. Type a place name or the first part of a postcode")
                .containsOnlyOnce("Market Street Library</h2>");
        assertThat(get("/open/" + larkshireAt + "?near=HX1").text())
                .contains("<p>1 place</p>")
                .doesNotContain("Type a place name");
    }

    @Test
    void filtersByDayAndDropIn() {
        var day = TestCouncil.today().plusDays(2).getDayOfWeek();

        assertThat(get("/open/" + larkshireAt + "?day=" + day).text()).contains("Market Street Library");
        assertThat(get("/open/" + larkshireAt + "?day=" + day.plus(1)).text())
                .contains("There is nothing in the next 4 weeks for what you chose")
                .doesNotContain("Market Street Library");
        assertThat(get("/open/" + larkshireAt + "?drop-in=yes").text()).doesNotContain("Market Street Library");
    }

    @Test
    void showsAPlaceWithAllItsTimes() {
        var page = get("/open/" + larkshireAt + "/places/" + library);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<h1>Market Street Library</h1>", "3 places left", "All places");
    }

    @Test
    void saysHowToGetInHowToFindItAndThatOneMayDropIn() {
        var barn = withEverythingSaid();

        var list = get("/open/" + larkshireAt);
        var page = get("/open/" + larkshireAt + "/places/" + barn);

        assertThat(list.text())
                .contains("<li>Step-free</li>", "<li>Bus stop nearby</li>", "You can also just turn up.");
        assertThat(page.text())
                .contains("<li>Step-free</li>", "Behind the church.\nRing twice.", "<li>Citizens Advice</li>")
                .contains("You can also just turn up.")
                .contains("Closed on " + day(TestCouncil.today().plusDays(20)) + ".")
                .doesNotContain("We do not know", "New floor");
        assertThat(get("/open/" + larkshireAt + "/places/" + library).text())
                .contains("We do not know whether this place is step-free")
                .doesNotContain("just turn up");
    }

    @Test
    void showsWhatIsHeldOnPurposeWhileThePlaceIsClosed() {
        var lead = larkshire.lead();
        var before = TestCouncil.today().plusDays(5);
        var kept = before.plusDays(1);
        var alone = before.plusDays(2);
        larkshire.session(library, before, 1);
        var closed = lead.post(
                "/api/hubs/" + library + "/closures",
                "{\"from\": \"" + before + "\", \"to\": \"" + alone + "\", \"reason\": \"New floor\"}");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        var series = lead.post("/api/hubs/" + library + "/series", """
                {"repeats": "dates", "dates": ["%s"], "starts": "10:00", "ends": "11:00", "slotMinutes": 30,
                 "keep": ["%s"]}""".formatted(kept, kept));
        assertThat(series.status()).as(series.toString()).isEqualTo(201);
        larkshire.session(library, alone, 1);

        var page = get("/open/" + larkshireAt + "/places/" + library);

        assertThat(page.text())
                .contains(day(kept) + ", 10am to 11am", day(alone) + ", 9:30am")
                .doesNotContain(day(before) + ", 9:30am");
        var staff = larkshire.hubStaff();
        var free = staff.get("/api/hubs/" + library + "/free-slots?from=" + before)
                .json()
                .path("items");
        assertThat(free.valueStream().map(slot -> slot.path("date").asString()))
                .contains(kept.toString(), alone.toString())
                .doesNotContain(before.toString());
        assertThat(board(staff, before).path("hubClosed").asBoolean()).isTrue();
        assertThat(board(staff, kept).path("hubClosed").asBoolean()).isFalse();
        assertThat(board(staff, alone).path("hubClosed").asBoolean()).isFalse();
    }

    private JsonNode board(Api staff, LocalDate date) {
        return staff.get("/api/hubs/" + library + "/days/" + date)
                .json()
                .path("sessions")
                .path(0);
    }

    @Test
    void findsWhatIsStepFreeAndWhereOneMayDropIn() {
        withEverythingSaid();

        for (var filter : List.of("step-free=yes", "drop-in=yes", "step-free=yes&drop-in=yes&near=hx7")) {
            assertThat(get("/open/" + larkshireAt + "?" + filter).text())
                    .as(filter)
                    .contains("<p>1 place</p>", "Chapel Barn")
                    .doesNotContain("Market Street Library");
        }
    }

    @Test
    void findsAnImportedPlaceThatIsStepFree() {
        var file = "venue_name,address_1,postcode,step_free\nRidge Hall,2 Ridge Lane,HX7 2RL,yes\n";
        assertThat(larkshire
                        .lead()
                        .csv("/api/hubs/imports", file.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);

        assertThat(get("/open/" + larkshireAt + "?step-free=yes").text())
                .contains("Ridge Hall")
                .doesNotContain("Market Street Library");
    }

    @Test
    void usesTheCouncilsOwnWordsNamesAndContacts() {
        open(larkshire, "Larkshire Council", "live", """
                , "welshName": "Cyngor Sir Ehedydd", "nation": "wales", "languages": ["en", "cy"],
                "labels": {"talkingPoint": "Open door", "talkingPoints": "Open doors", "hub": "Hub", "hubs": "Hubs",
                           "conversation": "Chat", "conversations": "Chats"},
                "contactHours": "Monday to Friday, 9am to 5pm", "contactAddress": ["1 High Street", "Larkford"],
                "contactEmail": "help@larkshire.example", "relayNumber": "Relay UK: 18001 then our number",
                "complaints": "Write to us.",
                "privacyNotice": "https://www.larkshire.example/privacy", "brand": {"headerColour": "#FFB81C", "headerTextColour": "#1B2A2F", "borderColour": "#A96600"}""");

        var page = get("/open/" + larkshireAt);

        assertThat(page.text())
                .contains("<html lang=\"en-GB\"", "<h1>Open doors</h1>")
                .contains("<span lang=\"cy\">Cyngor Sir Ehedydd</span><span lang=\"en-GB\">Larkshire Council</span>")
                .contains("<a href=\"tel:01632960123\">", "Monday to Friday, 9am to 5pm", "18001")
                .contains("1 High Street, Larkford", "mailto:help@larkshire.example", "Write to us.")
                .contains("<a href=\"https://www.larkshire.example/privacy\">")
                .contains("<link rel=\"stylesheet\" href=\"/open/" + larkshireAt + "/colours.css\">")
                .doesNotContain("alking point", "<style", "style=");
        assertThat(new Api(port, "")
                        .send("GET", "/open/" + larkshireAt, null, "Accept-Language", "cy")
                        .header("Content-Language"))
                .isEqualTo("en-GB");
        var colours = get("/open/" + larkshireAt + "/colours.css");
        assertThat(colours.header("Content-Type")).startsWith("text/css");
        assertThat(colours.text())
                .isEqualTo(
                        ":root{--header:#FFB81C;--header-text:#1B2A2F;--border:#A96600;--logo-background:#FFFFFF;--name:#1B2A2F}");
        assertThat(get("/open/never-was/colours.css").status()).isEqualTo(404);
    }

    @Test
    void showsTheLogoOnAPlateOnWhichItsNameCanBeReadToo() {
        assertThat(get("/open/" + larkshireAt + "/logo.png").status()).isEqualTo(404);
        assertThat(get("/open/" + larkshireAt).text()).doesNotContain("<img");
        var logo = larkshire.tenantService().put("/internal/councils/" + larkshire.id() + "/logo", """
                {"version": 3, "png": "iVBORw0KGgo="}""");
        assertThat(logo.status()).as(logo.toString()).isEqualTo(200);
        open(larkshire, "Larkshire Council", "live", """
                , "brand": {"headerColour": "#FFB81C", "headerTextColour": "#1B2A2F", "borderColour": "#A96600", "logoBackground": "#A96600"}""");

        var shown = get("/open/" + larkshireAt + "/logo.png?v=3");

        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.response().body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(get("/open/" + larkshireAt).text()).contains("/logo.png?v=3");
        assertThat(get("/open/" + larkshireAt + "/colours.css").text())
                .contains("--logo-background:#A96600;--name:#FFFFFF");
        assertThat(get("/open/" + meadowshireAt + "/logo.png").status()).isEqualTo(404);
    }

    @Test
    void saysSoWhereNothingIsSetUpYet() {
        var empty = open(TestCouncil.create(port), "Brackenshire Council", "live");

        assertThat(get("/open/" + empty).text()).contains("There are no places to show yet.", "01632 960123");
    }

    @Test
    void givesTheNumberToCallWhenTheDatabaseDoesNotAnswer() {
        assertThat(get("/open/" + larkshireAt).status()).isEqualTo(200);
        superuser("revoke select (name) on app.hub from conversations_public");
        try {
            var page = get("/open/" + larkshireAt);

            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Retry-After")).isEqualTo("30");
            assertThat(page.text())
                    .contains("<h1>Sorry, this page is not working</h1>", "Larkshire Council", "01632 960123")
                    .doesNotContain("permission", "app.hub");
        } finally {
            superuser("grant select (name) on app.hub to conversations_public");
        }
    }

    @Test
    void isNotThereForWhatIsNotLiveOrNeverWasOrIsAnothers() {
        var settingUp = open(TestCouncil.create(port), "Elsewhere Council", "setting-up");
        var never = get("/open/never-was");

        assertThat(never.status()).isEqualTo(404);
        assertThat(get("/open/" + settingUp).status()).isEqualTo(404);
        assertThat(get("/open/" + settingUp).text()).isEqualTo(never.text());
        var foreign = get("/open/" + meadowshireAt + "/places/" + library);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text())
                .isEqualTo(get("/open/" + meadowshireAt + "/places/" + UUID.randomUUID())
                        .text())
                .contains("Meadowshire Council", "01632 960123")
                .doesNotContain("Market Street");
    }

    @Test
    void isGoneAtOnceWhenACouncilIsNoLongerLive() {
        open(larkshire, "Larkshire Council", "setting-up");

        assertThat(get("/open/" + larkshireAt).status()).isEqualTo(404);
    }

    @Test
    void mayBeKeptForAMinuteAndIsAskedForByItsTag() {
        var page = get("/open/" + larkshireAt);

        assertThat(page.header("Cache-Control")).contains("public", "max-age=60");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        var again = new Api(port, "").send("GET", "/open/" + larkshireAt, null, "If-None-Match", page.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void givesOutItsOwnStylesAndTypefaces() {
        assertThat(get("/open/open.css").header("Content-Type")).startsWith("text/css");
        assertThat(get("/open/atkinson-hyperlegible-next-latin-wght-normal.woff2")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void hasAStatementOnAccessibilityAndOnCookiesOnEveryPage() {
        var page = "/open/" + larkshireAt;
        for (var address : List.of(page, page + "/places/" + library, page + "/cookies", page + "/elsewhere")) {
            assertThat(get(address).text())
                    .as(address)
                    .contains("href=\"" + page + "/accessibility\"", "href=\"" + page + "/cookies\"");
        }
        for (var address : List.of("/open", "/open/never-was", "/open/staff-privacy")) {
            assertThat(get(address).text())
                    .as(address)
                    .contains("href=\"/open/accessibility\"", "href=\"/open/cookies\"");
        }
        assertThat(get(page + "/accessibility").text())
                .contains("<h1>Accessibility statement</h1>", "Accessibility Regulations 2018", "tel:01632960123")
                .doesNotContain("The contact details are on your council");
        assertThat(get(page + "/cookies").text()).contains("<h1>Cookies</h1>", "set no cookies");
        assertThat(get("/open/accessibility").text()).contains("The contact details are on your council");
        assertThat(get("/open/staff-privacy").text()).contains("<h1>Privacy for staff</h1>");
    }

    @Test
    void listsNoCouncilWhereNoneIsNamed() {
        for (var address : List.of("/open", "/open/")) {
            assertThat(get(address).status()).isEqualTo(200);
            assertThat(get(address).text())
                    .contains("<h1>Find the page of your council</h1>")
                    .doesNotContain("Larkshire", "Meadowshire");
        }
    }

    @Test
    void answersAHeadRequestAsItAnswersAGet() {
        var page = "/open/" + larkshireAt;
        for (var address : List.of("/open", page, page + "/places/" + library, page + "/colours.css", page + "/x")) {
            var head = new Api(port, "").send("HEAD", address, null);
            assertThat(head.status()).as(address).isEqualTo(get(address).status());
            assertThat(head.text()).isEmpty();
        }
    }

    @Test
    void loadsNoMoreThanItsBudgetOfTypefaces() {
        var files = Pattern.compile("/open/[^']+\\.woff2")
                .matcher(get("/open/open.css").text())
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(files).isNotEmpty();
        assertThat(files.stream()
                        .mapToInt(file -> get(file).response().body().length)
                        .sum())
                .isLessThan(55_000);
    }

    @Test
    void saysHowToBookOnTheListAndAtEachPlaceThatHasPlacesLeft() {
        open(larkshire, "Larkshire Council", "live", ", \"contactHours\": \"Monday to Friday, 9am to 5pm\"");
        var how = "<a href=\"tel:01632960123\">To book, call 01632 960123</a>";

        for (var address : List.of("/open/" + larkshireAt, "/open/" + larkshireAt + "/places/" + library)) {
            var page = get(address).text();
            assertThat(page.split(Pattern.quote(how), -1)).as(address).hasSize(3);
            assertThat(page).contains("Monday to Friday, 9am to 5pm");
        }
        superuser("update app.slot set taken = places where tenant_id = '" + larkshire.id() + "'");
        assertThat(get("/open/" + larkshireAt + "/places/" + library).text()).doesNotContain("To book");
    }

    @Test
    void saysToEmailWhereNoTelephoneNumberIsSet() {
        open(larkshire, "Larkshire Council", "live", """
                , "contactPhone": null, "contactEmail": "help@larkshire.example\"""");

        assertThat(get("/open/" + larkshireAt).text())
                .contains("<a href=\"mailto:help@larkshire.example\">To book, email help@larkshire.example</a>");
    }

    @Test
    void givesAnExamplePostcodeThatFindsAPlace() {
        assertThat(get("/open/" + larkshireAt).text()).contains("the first part of a postcode, like HX1<");
        var empty = open(TestCouncil.create(port), "Brackenshire Council", "live");
        assertThat(get("/open/" + empty).text()).contains("the first part of a postcode<");
        superuser("update app.hub set postcode = 'LK5 6FG' where name = 'Market Street Library' and tenant_id = '"
                + larkshire.id() + "'");
        assertThat(get("/open/" + larkshireAt).text()).contains("like LK5<").doesNotContain("HX1");
    }

    @Test
    void showsAPageThatHasJustGoneLiveToABrowserThatAskedBefore() {
        var soon = TestCouncil.create(port);
        var address = "/open/" + open(soon, "Brackenshire Council", "setting-up");
        for (var early :
                List.of(address, address + "/colours.css", address + "/logo.png", "/open/" + larkshireAt + "/x")) {
            assertThat(get(early).status()).as(early).isEqualTo(404);
            assertThat(get(early).header("Cache-Control")).as(early).isEqualTo("no-store");
        }

        open(soon, "Brackenshire Council", "live");

        assertThat(get(address).status()).isEqualTo(200);
    }

    /**
     * Returns statements that the public role must not run: each tries to read or change private data in another way.
     */
    static Stream<String> routesToAPerson() {
        return Stream.of(
                "select * from app.person",
                "select first_name from app.person",
                "select count(*) from app.person",
                "select 1 from app.person_term",
                "select person_id from app.booking",
                "select 1 from app.booking",
                "select name from app.member",
                "select 1 from app.audit_event",
                "select 1 from app.audit_subject",
                "select 1 from app.idempotency",
                "select opening_hours, h.* from app.hub h",
                "select to_jsonb(s) from app.session s",
                "select s from app.slot s",
                "select staff from app.session",
                "select reason from app.hub_closure",
                "copy app.person to stdout",
                "copy app.hub to stdout",
                "select * from sec.open_council",
                "select * from sec.context_key",
                "select * from ops.scheduled_tasks",
                "update app.slot set taken = 0",
                "insert into app.hub_closure select tenant_id, id from app.hub",
                "delete from app.session",
                "create table app.mine (id int)",
                "create temporary table mine (id int)",
                "set role conversations_app",
                "set role conversations_owner",
                "select ops.granted.role from ops.granted",
                "select sec.keep_open_council('a-council', true)",
                "select sec.hmac('a', 'b', 'sha256')",
                "call app.permit('app.person', 'select', 'public')",
                "select lo_from_bytea(0, 'x')",
                "explain analyze select * from app.person",
                "select * from app.slot l join app.booking b using (tenant_id)");
    }

    @ParameterizedTest
    @MethodSource("routesToAPerson")
    @DisplayName("P17, A5-23: the public role is refused every way to a person, also of the council it is bound to")
    void refusesThePublicRole(String sql) throws SQLException {
        try (var session = bound(larkshire.id(), ROLE, null)) {
            assertThatExceptionOfType(SQLException.class)
                    .as(sql)
                    .isThrownBy(() -> execute(session, sql))
                    .extracting(SQLException::getSQLState)
                    .isIn(REFUSED);
        }
    }

    @Test
    @DisplayName("A5-13, A5-14: the public role sees its own council's columns, and nothing with any other context")
    void seesNothingWithAnotherContext() throws SQLException {
        try (var session = bound(larkshire.id(), ROLE, null)) {
            assertThat(strings(session, "select name from app.hub")).containsExactly("Market Street Library");
            assertThat(strings(session, "select name from app.hub where tenant_id = '" + meadowshire.id() + "'"))
                    .isEmpty();
        }
        // A member's context, replayed by the public role; a context signed with another key; and one for another role.
        try (var replayed = bound(larkshire.id(), "conversations_app", null);
                var forged = bound(larkshire.id(), ROLE, "ab".repeat(32));
                var nobodys = bound(UUID.randomUUID(), ROLE, null)) {
            for (var session : List.of(replayed, forged, nobodys)) {
                for (var table : Stream.concat(TABLES.stream(), VIEWS.stream()).toList()) {
                    assertThat(strings(session, "select tenant_id from app." + table))
                            .isEmpty();
                }
            }
        }
        // In the other direction, a context signed for the public role gives the service's own role nothing.
        try (var staff = RunningService.session("conversations_app")) {
            staff.setAutoCommit(false);
            execute(staff, "select app.bind('" + RunningService.context(larkshire.id(), ROLE, null) + "')");
            assertThat(strings(staff, "select id from app.person")).isEmpty();
        }
    }

    @Test
    @DisplayName("P17: the public role holds exactly these columns")
    void holdsTheseColumnsAndNoMore() {
        assertThat(RunningService.superuser()
                        .sql("select object || ' ' || privilege from ops.granted where role = ? and object ~ '^app.'")
                        .param(ROLE)
                        .query(String.class)
                        .list())
                .allMatch(grant -> grant.matches("app\\.(" + String.join("|", TABLES) + ") SELECT \\(\\w+\\)")
                        || grant.matches("app\\.(" + String.join("|", VIEWS) + ") SELECT"))
                .noneMatch(grant -> grant.matches(".*\\((staff|reason|cancel_reason|search_text|uprn|room)\\)"));
    }

    private static String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK).format(date);
    }

    /** Adds a place with every detail filled in, and a session there. */
    private UUID withEverythingSaid() {
        var lead = larkshire.lead();
        var added = lead.send("POST", "/api/hubs", """
                {"name": "Chapel Barn", "address": ["Church Walk"], "postcode": "HX7 8RB", "dropIn": true,
                 "directions": "Behind the church.\\nRing twice.", "coLocated": ["Citizens Advice"],
                 "accessFeatures": ["bus-stop", "step-free"]}""", "Idempotency-Key", "barn");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        var barn = TestCouncil.uuid(added.json().path("id"));
        larkshire.session(barn, TestCouncil.today().plusDays(3), 1);
        var shut = TestCouncil.today().plusDays(20);
        var closed = lead.send(
                "POST", "/api/hubs/" + barn + "/closures", """
                {"from": "%s", "to": "%s", "reason": "New floor"}""".formatted(shut, shut), "Idempotency-Key", "floor");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        return barn;
    }

    private static void superuser(String sql) {
        RunningService.superuser().sql(sql).update();
    }

    private static Connection bound(UUID council, String role, @Nullable String key) throws SQLException {
        var session = RunningService.session(ROLE);
        session.setAutoCommit(false);
        execute(session, "select app.bind('" + RunningService.context(council, role, key) + "')");
        return session;
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private String open(TestCouncil council, String name, String status) {
        return open(council, name, status, "");
    }

    private String open(TestCouncil council, String name, String status, String more) {
        var alias = "c-" + council.id();
        var stored = council.tenantService().put("/internal/councils/" + council.id() + "/settings", """
                {"version": %d, "name": "%s", "alias": "%s", "talkingPoint": "Talking point", "status": "%s",
                 "contactPhone": "01632 960123", "demonstration": true%s}""".formatted(
                        System.nanoTime() / 1000, name, alias, status, more));
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
        return alias;
    }

    private Api.Answer get(String path) {
        return new Api(port, "").get(path);
    }
}
