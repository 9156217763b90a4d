package uk.alongside.conversations.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the import of community assets from a spreadsheet. */
@ServiceTest
class AssetImportTest {

    private static final String FILE = """
            name,offers,place,telephone,email,website,hub,last_checked
            Knit and Natter,"Tea and wool, every Tuesday",Church hall,+44 1632 960000,knit@people.example,,Library,27/03/2026
            Tŷ Gwyn Gardeners,A raised bed,,,,https://people.example/garden,,
            """;

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api lead;
    private UUID library;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        lead = council.member("lead");
        library = council.hub("Library");
    }

    @Test
    void showsFirstWhatItWouldDo() {
        var report = preview(FILE);

        assertThat(report.path("added").asInt()).isEqualTo(2);
        assertThat(report.path("remarkCount").asInt()).isZero();
        assertThat(report.path("preview").path(0).path("about").path(1).asString())
                .isEqualTo("Church hall");
        assertThat(all()).isEmpty();
    }

    @Test
    void bringsInEachRowAndChangesNothingTheSecondTime() {
        assertThat(importAll(FILE).path("added").asInt()).isEqualTo(2);
        var again = importAll(FILE);

        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(all())
                .hasSize(2)
                .allSatisfy(asset -> assertThat(asset.path("version").asInt()).isZero());
        var knit = all().path(0);
        assertThat(knit.path("details").path("hubId").asString()).isEqualTo(library.toString());
        assertThat(knit.path("details").path("checkedOn").asString()).isEqualTo("2026-03-27");
        assertThat(knit.path("details").path("telephone").asString()).isEqualTo("+44 1632 960000");
        assertThat(lead.get("/api/assets?search=gwin").json().path("items")).hasSize(1);
    }

    @Test
    void changesWhatTheFileSaysAndLeavesTheRest() {
        importAll(FILE);

        var report = importAll("Place,NAME\nTown hall,knit  and natter\n");

        assertThat(report.path("changed").asInt()).isEqualTo(1);
        var knit = all().path(0).path("details");
        assertThat(knit.path("place").asString()).isEqualTo("Town hall");
        assertThat(knit.path("email").asString()).isEqualTo("knit@people.example");
    }

    @Test
    void leavesOffTheListWhatALeadTookOffIt() {
        importAll(FILE);
        var id = all().path(0).path("id").asString();
        lead.put(
                "/api/assets/" + id,
                "{\"details\": {\"name\": \"Knit and Natter\"}, \"active\": false}",
                "If-Match",
                "\"0\"");

        importAll(FILE);

        assertThat(all()).hasSize(1);
    }

    @Test
    void bringsInNothingWhenARowIsWrong() {
        var wrong = FILE + "=cmd(),,,,,,,\n,x,,,,,,\nKNIT AND natter,,,,,,,\n";

        var report = preview(wrong);
        var refused = lead.csv("/api/assets/import", wrong.getBytes(UTF_8));

        assertThat(report.path("errors"))
                .extracting(error -> error.path("row").asInt())
                .containsExactly(4, 5, 6);
        assertThat(refused.problem()).isEqualTo("import-has-errors");
        assertThat(refused.json().path("report").path("errorCount").asInt()).isEqualTo(3);
        assertThat(all()).isEmpty();
    }

    @Test
    void leavesOutWhatItCannotUseAndSaysSo() {
        var report = importAll("name,email,website,hub,last_checked\nShed,none,javascript:x,Nowhere,31/02/2026\n");

        assertThat(report.path("remarks"))
                .extracting(remark -> remark.path("column").asString())
                .containsExactlyInAnyOrder("email", "website", "hub", "last_checked");
        assertThat(all().path(0).path("details").propertyNames()).containsExactly("name");
    }

    @Test
    void isForLeads() {
        for (var role : new String[] {"hub-staff", "practitioner"}) {
            var caller = council.member(role);
            assertThat(caller.csv("/api/assets/import", FILE.getBytes(UTF_8)).status())
                    .isEqualTo(403);
            assertThat(caller.csv("/api/assets/import/preview", FILE.getBytes(UTF_8))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(lead.get("/api/asset-import-template").text()).contains("name,offers,place");
    }

    private JsonNode preview(String file) {
        return lead.csv("/api/assets/import/preview", file.getBytes(UTF_8)).json();
    }

    private JsonNode importAll(String file) {
        var imported = lead.csv("/api/assets/import", file.getBytes(UTF_8));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
        return imported.json();
    }

    private JsonNode all() {
        return lead.get("/api/assets").json().path("items");
    }
}
