package uk.alongside.conversations.council;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests what a council's staff and residents find while the operator has suspended it. */
@ServiceTest
class SuspensionTest {

    private static final String REACH =
            ", \"contactPhone\": \"01632 960123\", \"contactEmail\": \"help@larkshire.example\"";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private String page;

    @BeforeEach
    void aLiveCouncilWithAHub() {
        council = TestCouncil.create(port);
        page = "/open/c-" + council.id();
        send(2, false, "live", REACH);
        staff = council.hubStaff();
        council.hub("Market Street Library");
    }

    @Test
    void shutsOutItsStaffAndNoOthersUntilItIsResumed() {
        var other = TestCouncil.create(port).hubStaff();
        var person = council.person("Margaret", "Ellison");
        var before = staff.get("/api/people/" + person).status();

        send(3, true, "live", REACH);
        var during = staff.get("/api/people/" + person);
        var typed = staff.post("/api/people", "{\"firstName\": \"Ada\", \"lastName\": \"Example\"}");
        send(4, false, "live", REACH);

        assertThat(before).isEqualTo(200);
        assertThat(during.status()).isEqualTo(403);
        assertThat(during.problem()).isEqualTo("council-suspended");
        assertThat(typed.problem()).isEqualTo("council-suspended");
        assertThat(other.get("/api/council").status()).isEqualTo(200);
        assertThat(staff.get("/api/people/" + person).text()).contains("Ellison");
    }

    @Test
    void isWhatTheLatestVersionSaysInWhateverOrderTheyCome() {
        send(4, false, "live", REACH);
        send(3, true, "live", REACH);

        assertThat(staff.get("/api/council").status()).isEqualTo(200);
        assertThat(rows()).isZero();
        send(5, true, "live", REACH);
        assertThat(rows()).isOne();
    }

    @Test
    void isLeftByASenderOfAnEarlierRelease() {
        send(3, true, "live", REACH);
        council.tenantService().put("/internal/councils/" + council.id() + "/settings", """
                {"version": 4, "name": "Larkshire Council", "alias": "larkshire", "talkingPoint": "Talking point",
                 "demonstration": true}""");

        assertThat(staff.get("/api/council").status()).isEqualTo(200);
    }

    @Test
    void tellsResidentsThatNoBookingsAreTakenAndHowToReachTheCouncil() {
        var hub = place();
        send(3, true, "live", REACH);

        for (var address : new String[] {page, page + hub, page + "?near=HX1"}) {
            var open = get(address);
            assertThat(open.status()).as(address).isEqualTo(200);
            assertThat(open.header("Cache-Control")).isEqualTo("no-store");
            assertThat(open.text())
                    .contains("No bookings are taken here at the moment", "01632 960123", "help@larkshire.example")
                    .contains("noindex")
                    .doesNotContain("Market Street Library", "To book, call");
        }
        assertThat(get(page + "/accessibility").status()).isEqualTo(200);
        assertThat(get(page + "/colours.css").status()).isEqualTo(200);
        assertThat(get(page + "/nothing").status()).isEqualTo(404);
        send(4, false, "live", REACH);
        assertThat(get(page).text()).contains("Market Street Library").doesNotContain("noindex");
    }

    @Test
    void tellsResidentsWhereToLookIfTheCouncilGaveNoContact() {
        send(3, true, "live", "");

        assertThat(get(page).text())
                .contains("No bookings are taken here at the moment", "on its own website")
                .doesNotContain("You can reach the council here");
    }

    @Test
    void showsNothingOfACouncilThatWasNeverLive() {
        send(3, true, "setting-up", REACH);

        assertThat(get(page).status()).isEqualTo(404);
    }

    private String place() {
        var text = get(page).text();
        var start = text.indexOf("/places/");
        return text.substring(start, text.indexOf('"', start));
    }

    private long rows() {
        return RunningService.superuser()
                .sql("select count(*) from app.suspended_council where tenant_id = ?")
                .param(council.id())
                .query(Long.class)
                .single();
    }

    private void send(int version, boolean suspended, String status, String more) {
        var stored = council.tenantService().put("/internal/councils/" + council.id() + "/settings", """
                {"version": %d, "name": "Larkshire Council", "alias": "c-%s", "talkingPoint": "Talking point",
                 "status": "%s", "suspended": %s, "demonstration": true%s}""".formatted(
                        version, council.id(), status, suspended, more));
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
    }

    private Api.Answer get(String path) {
        return new Api(port, "").get(path);
    }
}
