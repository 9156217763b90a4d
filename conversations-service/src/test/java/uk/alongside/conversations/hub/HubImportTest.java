package uk.alongside.conversations.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class HubImportTest {

    private static final String FILE = """
            venue_name,address_1,postcode,mon
            Market Street Library,1 Market Street,HX1 1UJ,10:00-17:00
            Tŷ Hafan,2 High Street,HX1 1UJ,
            """;

    @LocalServerPort
    private int port;

    private Api lead;

    @BeforeEach
    void aCouncil() {
        lead = TestCouncil.create(port).lead();
    }

    @Test
    void bringsInAllLibrariesOfEngland() throws IOException {
        var file = Path.of(System.getProperty("alongside.root", ".."))
                .resolve("../shared/samples/libraries/venues_libraries_england.csv");
        assumeTrue(Files.exists(file), "NOT RUN: the sample of venues is not beside the project: " + file);
        var bytes = Files.readAllBytes(file);

        var tried = lead.csv("/api/hubs/import?dryRun=true", bytes).json();
        var start = Instant.now();
        var imported = lead.csv("/api/hubs/import?dryRun=false", bytes);
        var took = Duration.between(start, Instant.now());
        var again = lead.csv("/api/hubs/import?dryRun=false", bytes).json();

        assertThat(tried.path("added").asInt()).isEqualTo(2914);
        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
        assertThat(imported.json().path("rows").asInt()).isEqualTo(2914);
        assertThat(imported.json().path("added").asInt()).isEqualTo(2914);
        assertThat(again.path("unchanged").asInt()).isEqualTo(2914);
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isEqualTo(2914);
        System.out.println("2,914 venues imported in " + took.toMillis() + " ms; left out: "
                + imported.json().path("remarks"));
    }

    @Test
    void showsFirstWhatItWouldDo() {
        var tried = lead.csv("/api/hubs/import", FILE.getBytes(UTF_8)).json();

        assertThat(tried.path("dryRun").asBoolean()).isTrue();
        assertThat(tried.path("added").asInt()).isEqualTo(2);
        assertThat(tried.path("preview").path(0).path("change").asString()).isEqualTo("added");
        assertThat(tried.path("preview")
                        .path(0)
                        .path("openingHours")
                        .path(0)
                        .path("opens")
                        .asString())
                .isEqualTo("10:00");
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isZero();
    }

    @Test
    void changesOnlyWhatIsDifferent() {
        importAll(FILE);

        var again = importAll(FILE);
        var moved = importAll(FILE.replace("2 High Street", "3 High Street").replace("Tŷ Hafan", "TŶ  HAFAN"));

        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(moved.path("changed").asInt()).isEqualTo(1);
        assertThat(moved.path("unchanged").asInt()).isEqualTo(1);
        var hubs = lead.get("/api/hubs?search=hafan").json().path("hubs");
        assertThat(hubs).hasSize(1);
        assertThat(hubs.path(0).path("address").path(0).asString()).isEqualTo("3 High Street");
    }

    @Test
    void bringsInNothingWhenARowIsWrong() {
        var wrong = FILE + "=cmd(),4 High Street,HX1 1UJ,\n";

        var tried = lead.csv("/api/hubs/import?dryRun=true", wrong.getBytes(UTF_8));
        var refused = lead.csv("/api/hubs/import?dryRun=false", wrong.getBytes(UTF_8));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().path("errors").path(0).path("row").asInt()).isEqualTo(4);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("import-has-errors");
        assertThat(refused.json().path("report").path("errors"))
                .isEqualTo(tried.json().path("errors"));
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isZero();
    }

    @Test
    void refusesAFileOfMoreThanTenMegabytes() {
        var large = new byte[10 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'x');

        var refused = lead.csv("/api/hubs/import?dryRun=true", large);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.problem()).isEqualTo("file-too-large");
    }

    @Test
    void refusesMoreThanTwentyThousandRows() {
        var rows = new StringBuilder("venue_name,address_1,postcode\n");
        for (int i = 0; i <= 20_000; i++) {
            rows.append("Library ").append(i).append(",1 Market Street,HX1 1UJ\n");
        }

        assertThat(lead.csv("/api/hubs/import?dryRun=false", rows.toString().getBytes(UTF_8))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void takesNothingButCsv() {
        assertThat(lead.post("/api/hubs/import", "{}").status()).isEqualTo(415);
    }

    @Test
    void addsEachHubOnceWhenTwoImportAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(
                            _ -> threads.submit(() -> lead.csv("/api/hubs/import?dryRun=false", FILE.getBytes(UTF_8))))
                    .toList();

            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(200);
            }
        }
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isEqualTo(2);
    }

    @Test
    void findsHubsByPartsOfNameAddressAndPostcode() {
        importAll(FILE + "100% Community_Hub,5 High Street,HX2 9AB,\n");

        assertThat(found("ty hafan")).containsExactly("Tŷ Hafan");
        assertThat(found("market%20library")).containsExactly("Market Street Library");
        assertThat(found("hx11uj")).containsExactly("Market Street Library", "Tŷ Hafan");
        assertThat(found("100%25")).containsExactly("100% Community_Hub");
        assertThat(found("_")).containsExactly("100% Community_Hub");
        assertThat(found("nowhere")).isEmpty();
    }

    private List<String> found(String search) {
        return lead.get("/api/hubs?search=" + search.replace(" ", "%20"))
                .json()
                .path("hubs")
                .valueStream()
                .map(hub -> hub.path("name").asString())
                .toList();
    }

    private JsonNode importAll(String file) {
        var imported = lead.csv("/api/hubs/import?dryRun=false", file.getBytes(UTF_8));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
        return imported.json();
    }
}
