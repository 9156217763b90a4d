package uk.alongside.conversations.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.insight.MadeEvents;

@ServiceTest
class ComparisonTest {

    private static final String FILE = """
            {"format": 1, "period": {"from": "2026-04-01", "to": "2026-06-30"}, "madeOn": "2026-08-12",
             "specification": 1, "madeUp": true,
             "families": [{"family": "L", "bounds": [
               {"measure": "population", "half": "lower", "value": 250000, "code": "E06000034"}]}],
             "pools": [
              {"pool": "national", "sheet": "quarter", "window": {"from": "2026-04-01", "to": "2026-06-30"},
               "quarters": ["2026-04-01"], "contributors": 15,
               "rates": [
                {"rate": "attended", "percent": 80.5, "share": 0.8050, "lower": 0.8000, "upper": 0.8100,
                 "privacySd": 0.00250, "differences": {"councils": 15, "variance": 0.002000,
                 "quantiles": {"lowerQuartile": 75, "median": 80, "upperQuartile": 85}}},
                {"rate": "cancelled", "withheld": "precision"}],
               "waits": [{"people": "all", "days": 6, "lower": 5.5, "upper": 6.5, "privacySd": 0.00300}]},
              {"pool": "U", "sheet": "quarter", "window": {"from": "2026-04-01", "to": "2026-06-30"},
               "quarters": ["2026-04-01"], "contributors": 15, "rates": [], "waits": []},
              {"pool": "L", "sheet": "quarter", "window": {"from": "2026-04-01", "to": "2026-06-30"},
               "quarters": ["2026-04-01"], "withheld": "fewer-than-five-contributors", "rates": [], "waits": []}],
             "breakdowns": [], "restated": []}""";

    @LocalServerPort
    private int port;

    private TestCouncil council;

    @BeforeEach
    void create() {
        council = TestCouncil.create(port);
    }

    @Test
    void showsAReleaseWithTheOwnFamilyOnly() {
        assertThat(deliver(FILE, "2026-04-01")).isEqualTo(200);

        var shown = council.member("viewer").get("/api/comparisons/2026-04-01").json();

        assertThat(shown.path("madeUp").asBoolean()).isTrue();
        assertThat(shown.path("family").path(0).path("value").asInt()).isEqualTo(250_000);
        assertThat(shown.path("pools").valueStream())
                .extracting(pool -> pool.path("pool").asString())
                .containsExactly("national", "family");
        assertThat(shown.path("pools").path(1).path("withheld").asString()).isEqualTo("fewer-than-five-contributors");
        var measures = shown.path("pools").path(0).path("measures");
        assertThat(measures.path(0).path("pooled").toString())
                .isEqualTo("{\"percent\":80.5,\"lower\":80.0,\"upper\":81.0}");
        assertThat(measures.path(0).path("own").toString()).isEqualTo("{\"x\":0,\"n\":0}");
        assertThat(measures.path(0).path("quartiles").path("median").asInt()).isEqualTo(80);
        assertThat(measures.path(1).path("pooled").toString()).isEqualTo("{\"withheld\":\"precision\"}");
        assertThat(shown.path("pools")
                        .path(0)
                        .path("waits")
                        .path(0)
                        .path("days")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void keepsAReleaseAsItArrivedFirst() {
        assertThat(deliver(FILE, "2026-04-01")).isEqualTo(200);
        assertThat(deliver(FILE, "2026-04-01")).isEqualTo(200);
        assertThat(deliver(FILE.replace("80.5", "90.5"), "2026-04-01")).isEqualTo(409);

        var held = council.tenantService()
                .get("/internal/councils/" + council.id() + "/releases")
                .json();

        assertThat(held.toString()).isEqualTo("{\"held\":[\"2026-04-01\"]}");
        assertThat(council.lead()
                        .get("/api/comparisons/2026-04-01")
                        .json()
                        .at("/pools/0/measures/0/pooled/percent")
                        .asDouble())
                .isEqualTo(80.5);
    }

    @Test
    @DisplayName("Attack 22: export, PDF, CSV")
    void showsTheRoundedNumbersOfTheFileAndNoOthers() {
        deliver(FILE, "2026-04-01");

        var shown = council.lead().get("/api/comparisons/2026-04-01").text();

        assertThat(shown)
                .contains("80.5")
                .doesNotContain("0.8050")
                .doesNotContain("privacySd")
                .doesNotContain("0.00250");
    }

    @Test
    @DisplayName("Attack 23: own overlay")
    void keepsTheSameBytesInCouncilsOfWhichOneHasPeople() {
        var other = TestCouncil.create(port);
        var events = new MadeEvents(council, council.hub("Library"), LocalDate.of(2026, 4, 1));
        events.happened("""
                person | born | asked | how    | day | came | outcome
                Ann    | 1950 |     0 | booked |   0 | came | information-and-advice
                """);
        deliver(FILE, "2026-04-01");
        deliver(other, FILE, "2026-04-01");

        var own = council.lead().get("/api/comparisons/2026-04-01").json();
        var theirs = other.lead().get("/api/comparisons/2026-04-01").json();

        assertThat(own.at("/pools/0/measures/0/own/n").asInt()).isOne();
        assertThat(theirs.at("/pools/0/measures/0/own/n").asInt()).isZero();
        assertThat(own.at("/pools/0/measures/0/pooled")).isEqualTo(theirs.at("/pools/0/measures/0/pooled"));
        assertThat(RunningService.superuser()
                        .sql("select file from app.benchmark_release where tenant_id in (?, ?)")
                        .params(council.id(), other.id())
                        .query(String.class)
                        .list())
                .containsExactly(FILE, FILE);
    }

    @Test
    @DisplayName("Attack 17: parameter tampering")
    void answersAnAddressThatIsNotInTheIndexWithTheSameNotFound() {
        deliver(FILE, "2026-04-01");
        var reader = council.member("viewer");
        var unknown = reader.get("/api/comparisons/1999-04-01");

        assertThat(unknown.status()).isEqualTo(404);
        for (var tampered :
                List.of("2026-04-02", "2026-13-01", "latest", "2026-04-01/pools", "2026-04-01/age/street")) {
            var answer = reader.get("/api/comparisons/" + tampered);
            assertThat(answer.status()).as(tampered).isEqualTo(404);
            assertThat(answer.text()).as(tampered).isEqualTo(unknown.text());
        }
        assertThat(reader.get("/api/comparisons?after=latest").text()).isEqualTo(unknown.text());
        assertThat(reader.get("/api/comparisons/2026-04-01?pool=U&age=85-or-over&rate=street")
                        .json())
                .isEqualTo(reader.get("/api/comparisons/2026-04-01").json());
    }

    @Test
    void listsTheQuartersAndTheNextOne() {
        deliver(FILE, "2026-04-01");

        var list = council.lead().get("/api/comparisons").json();

        assertThat(list.path("items").path(0).path("from").asString()).isEqualTo("2026-04-01");
        assertThat(list.path("coming").path("comesOn").isString()).isTrue();
    }

    @Test
    void saysWhichLaterReleaseRestatesThese() {
        deliver(FILE, "2026-04-01");
        deliver(
                FILE.replace("2026-04-01", "2026-07-01")
                        .replace("2026-06-30", "2026-09-30")
                        .replace("\"restated\": []", """
                                "restated": [{"period": {"from": "2026-04-01", "to": "2026-06-30"}, "pools": [],
                                 "breakdowns": []}]"""),
                "2026-07-01");

        assertThat(council.lead()
                        .get("/api/comparisons/2026-04-01")
                        .json()
                        .path("supersededBy")
                        .asString())
                .isEqualTo("2026-07-01");
    }

    @Test
    void isReceivedFromTenantServiceAndReadByThoseWhoSeeFigures() {
        deliver(FILE, "2026-04-01");
        Api lead = council.lead();

        assertThat(lead.get("/internal/councils/" + council.id() + "/releases").status())
                .isEqualTo(403);
        assertThat(lead.get("/api/comparisons/2020-01-01").status()).isEqualTo(404);
        assertThat(council.hubStaff().get("/api/comparisons/2026-04-01").status())
                .isEqualTo(403);
        assertThat(TestCouncil.create(port)
                        .lead()
                        .get("/api/comparisons/2026-04-01")
                        .status())
                .isEqualTo(404);
    }

    private int deliver(String file, String from) {
        return deliver(council, file, from);
    }

    private static int deliver(TestCouncil to, String file, String from) {
        return to.tenantService()
                .put("/internal/councils/" + to.id() + "/releases/" + from, """
                        {"file": %s, "key": "test", "signature": "AA==", "family": "L"}""".formatted(
                                JsonMapper.shared().writeValueAsString(file)))
                .status();
    }
}
