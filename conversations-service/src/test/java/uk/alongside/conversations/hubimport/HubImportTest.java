package uk.alongside.conversations.hubimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
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

    private TestCouncil council;
    private Api lead;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        lead = council.lead();
    }

    @Test
    void bringsInAllLibrariesOfEngland() throws IOException {
        var file = Path.of(System.getProperty("alongside.root", ".."))
                .resolve("../shared/samples/libraries/venues_libraries_england.csv");
        assumeTrue(Files.exists(file), "NOT RUN: the sample of venues is not beside the project: " + file);
        var bytes = Files.readAllBytes(file);

        var tried = lead.csv("/api/hubs/imports/preview", bytes).json();
        var start = Instant.now();
        var imported = lead.csv("/api/hubs/imports", bytes);
        var took = Duration.between(start, Instant.now());
        var again = lead.csv("/api/hubs/imports/preview", bytes).json();

        assertThat(tried.path("added").asInt()).isEqualTo(2914);
        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
        assertThat(tried.path("rows").asInt()).isEqualTo(2914);
        assertThat(imported.json().path("added").asInt()).isEqualTo(2914);
        assertThat(again.path("unchanged").asInt()).isEqualTo(2914);
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isEqualTo(2914);
        System.out.println("2,914 venues imported in " + took.toMillis() + " ms; left out: " + tried.path("remarks"));
    }

    @Test
    void showsFirstWhatItWouldDo() {
        var tried = lead.csv("/api/hubs/imports/preview", FILE.getBytes(UTF_8)).json();

        assertThat(tried.path("added").asInt()).isEqualTo(2);
        assertThat(tried.path("preview").path(0).path("change").asString()).isEqualTo("added");
        assertThat(tried.path("preview").path(0).path("about").path(1).asString())
                .isEqualTo("HX1 1UJ");
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isZero();
    }

    @Test
    void importsAFileOnceForARepeatedRequest() {
        var first = lead.csv("/api/hubs/imports", FILE.getBytes(UTF_8), "key");
        var again = lead.csv("/api/hubs/imports", FILE.getBytes(UTF_8), "key");
        var other = lead.csv("/api/hubs/imports", (FILE + "Hall,5 High Street,HX1 1UJ,\n").getBytes(UTF_8), "key");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"0\"");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(lead.get(first.header("Location")).json()).isEqualTo(first.json());
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(lead.get("/api/hubs/imports").json().path("items")).hasSize(1);
    }

    @Test
    void listsImportsPageByPage() {
        var imports = Stream.generate(() -> importAll(FILE)).limit(26).toList();

        var first = lead.get("/api/hubs/imports").json();
        var last = lead.get("/api/hubs/imports?after=" + first.path("next").asString())
                .json();

        assertThat(first.path("items"))
                .containsExactlyElementsOf(imports.reversed().subList(0, 25));
        assertThat(last.path("items")).containsExactly(imports.getFirst());
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void changesOnlyWhatIsDifferent() {
        importAll(FILE);

        var unchanged = preview(FILE);
        var again = importAll(FILE);
        var moved = importAll(FILE.replace("2 High Street", "3 High Street").replace("Tŷ Hafan", "TŶ  HAFAN"));

        assertThat(unchanged.path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.path("changed").asInt()).isZero();
        assertThat(moved.path("changed").asInt()).isEqualTo(1);
        var hubs = lead.get("/api/hubs?search=hafan").json().path("items");
        assertThat(hubs).hasSize(1);
        assertThat(hubs.path(0).path("address").path(0).asString()).isEqualTo("3 High Street");
    }

    @Test
    void leadsToPlacesThatResidentsFindByTheirAccess() {
        var file = "venue_name,address_1,postcode,step_free,parking\nLibrary,1 High Street,HX1 1UJ,%s,%s\n";
        assertThat(importAll(file.formatted("yes", "yes")).path("added").asInt())
                .isEqualTo(1);
        assertThat(features()).containsExactly("step-free", "parking");

        assertThat(preview(file.formatted("", "yes")).path("unchanged").asInt()).isEqualTo(1);
        var changed = importAll(file.formatted("", "no"));
        assertThat(features()).containsExactly("step-free");
        lead.post("/api/hubs/imports/" + changed.path("id").asString() + "/undo", "");

        assertThat(features()).containsExactly("step-free", "parking");
    }

    @Test
    void countsRowsWithErrorsAndImportsNothing() {
        var file =
                "venue_name,address_1,postcode,parking\n,1 High Street,HX1,maybe\nLibrary,1 High Street,HX1 1UJ,yes\n";

        var refused = lead.csv("/api/hubs/imports", file.getBytes(UTF_8));

        assertThat(refused.problem()).isEqualTo("import-has-errors");
        assertThat(refused.json().path("report").path("errorCount").asInt()).isEqualTo(3);
        assertThat(refused.json().path("report").path("errorRows").asInt()).isEqualTo(1);
        assertThat(refused.json()
                        .path("report")
                        .path("errors")
                        .path(2)
                        .path("value")
                        .asString())
                .isEqualTo("maybe");
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isZero();
    }

    @Test
    void isPreparedWithATemplate() {
        var template = lead.get("/api/hub-import-template");

        assertThat(template.header("Content-Type")).startsWith("text/csv");
        assertThat(template.header("Content-Disposition")).startsWith("attachment");
        assertThat(lead.csv("/api/hubs/imports/preview", template.response().body())
                        .json()
                        .path("errors"))
                .hasSize(1);
    }

    private List<String> features() {
        return lead.get("/api/hubs/" + hub("library"))
                .json()
                .path("accessFeatures")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void canBeUndoneForADayWhichIsShownBefore() {
        var first = importAll(FILE).path("id").asString();
        var hafan = "/api/hubs/" + hub("hafan");
        var before = lead.get(hafan).json();
        var second = importAll(FILE.replace("2 High Street", "3 High Street"))
                .path("id")
                .asString();
        assertThat(lead.get(hafan).json()).isNotEqualTo(before);

        var preview = lead.post(undo(second) + "/preview", "");
        assertThat(preview.json().path("restored").asInt()).isEqualTo(1);
        assertThat(lead.get(hafan).json()).isNotEqualTo(before);
        var undone = lead.post(undo(second), "");

        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(undone.json()).isEqualTo(preview.json());
        assertThat(lead.get(hafan).json()).isEqualTo(before);
        assertThat(lead.get("/api/hubs?search=3%20high").json().path("total").asInt())
                .isZero();
        assertThat(lead.post(undo(second), "").problem()).isEqualTo("import-undone");
        var recent = lead.get("/api/hubs/imports").json().path("items");
        assertThat(recent).extracting(each -> each.path("undone").asBoolean()).containsExactly(true, false);
        assertThat(recent.path(1).path("added").asInt()).isEqualTo(2);
        assertThat(recent.path(1).path("importedByName").asString()).isEqualTo("Priya N");

        var all = lead.post(undo(first), "").json();
        assertThat(all.path("removed").asInt()).isEqualTo(1);
        assertThat(all.path("stays").path(0).path("name").asString()).isEqualTo("Tŷ Hafan");
        assertThat(all.path("stays").path(0).path("why").asString()).isEqualTo("changed");
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void leavesHubsThatHaveBeenUsedAndSaysWhich() {
        var id = importAll(FILE
                        + "Annex,4 High Street,HX1 1UJ,\nHall,5 High Street,HX1 1UJ,\nMill,6 High Street,HX1 1UJ,\n")
                .path("id")
                .asString();
        council.session(hub("library"), TestCouncil.today().plusDays(1), 1);
        lead.post("/api/hubs/" + hub("annex") + "/rooms", "{\"name\": \"Room 2\"}");
        council.hubStaff()
                .post(
                        "/api/hubs/" + hub("hafan") + "/days/" + TestCouncil.today() + "/walk-ins",
                        "{\"reason\": \"talk\"}");
        lead.post("/api/assets", "{\"name\": \"Shed\", \"hubId\": \"" + hub("mill") + "\"}");

        var undone = lead.post(undo(id), "");

        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(undone.json().path("removed").asInt()).isEqualTo(1);
        assertThat(undone.json().path("stayCount").asInt()).isEqualTo(4);
        assertThat(undone.json().path("stays"))
                .extracting(each -> each.path("why").asString())
                .containsOnly("used");
        assertThat(lead.get("/api/hubs?search=5%20high").json().path("total").asInt())
                .isZero();
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isEqualTo(4);
    }

    @Test
    void isNotUndoneAfterADayNorByAnybodyElse() {
        var id = importAll(FILE).path("id").asString();

        assertThat(TestCouncil.create(port).lead().post(undo(id), "").status()).isEqualTo(404);
        assertThat(council.hubStaff().post(undo(id), "").status()).isEqualTo(403);
        RunningService.superuser()
                .sql("update app.hub_import set imported_at = ? where id = ?")
                .params(RunningService.ago(Duration.ofHours(25)), UUID.fromString(id))
                .update();
        assertThat(lead.post(undo(id), "").problem()).isEqualTo("import-too-old");
        assertThat(lead.get("/api/hubs/imports").json().path("items")).isEmpty();
        assertThat(lead.get("/api/hubs").json().path("total").asInt()).isEqualTo(2);
    }

    @Test
    void leavesAHubThatGetsARoomWhileItIsUndone() throws Exception {
        var id = importAll(FILE).path("id").asString();
        var hafan = hub("hafan");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = RunningService.superuserSession()) {
            other.setAutoCommit(false);
            execute(
                    other,
                    "select from app.hub where tenant_id = '" + council.id() + "' and id = '" + hafan
                            + "' for no key update");
            execute(
                    other,
                    "insert into app.hub_room (tenant_id, id, version, hub_id, name, name_key, retired) values ('"
                            + council.id() + "', gen_random_uuid(), 0, '" + hafan + "', 'Room 2', 'room 2', false)");

            var undoing = threads.submit(() -> lead.post(undo(id), ""));
            await().atMost(Duration.ofSeconds(30)).until(() -> RunningService.waitingForLocks() > 0);
            other.commit();

            var undone = undoing.get();
            assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
            assertThat(undone.json().path("removed").asInt()).isEqualTo(1);
            assertThat(undone.json().path("stays").path(0).path("why").asString())
                    .isEqualTo("used");
        }
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private UUID hub(String word) {
        return TestCouncil.uuid(lead.get("/api/hubs?search=" + word)
                .json()
                .path("items")
                .path(0)
                .path("id"));
    }

    private static String undo(String id) {
        return "/api/hubs/imports/" + id + "/undo";
    }

    @Test
    void bringsInNothingWhenARowIsWrong() {
        var wrong = FILE + "=cmd(),4 High Street,HX1 1UJ,\n";

        var tried = lead.csv("/api/hubs/imports/preview", wrong.getBytes(UTF_8));
        var refused = lead.csv("/api/hubs/imports", wrong.getBytes(UTF_8));

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

        var refused = lead.csv("/api/hubs/imports/preview", large);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.problem()).isEqualTo("file-too-large");
    }

    @Test
    void refusesMoreThanTwentyThousandRows() {
        var rows = new StringBuilder("venue_name,address_1,postcode\n");
        for (int i = 0; i <= 20_000; i++) {
            rows.append("Library ").append(i).append(",1 Market Street,HX1 1UJ\n");
        }

        assertThat(lead.csv("/api/hubs/imports", rows.toString().getBytes(UTF_8))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void takesNothingButCsv() {
        assertThat(lead.post("/api/hubs/imports/preview", "{}").status()).isEqualTo(415);
    }

    @Test
    void addsEachHubOnceWhenTwoImportAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(_ -> threads.submit(() -> lead.csv("/api/hubs/imports", FILE.getBytes(UTF_8))))
                    .toList();

            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(201);
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
                .path("items")
                .valueStream()
                .map(hub -> hub.path("name").asString())
                .toList();
    }

    private JsonNode preview(String file) {
        return lead.csv("/api/hubs/imports/preview", file.getBytes(UTF_8)).json();
    }

    private JsonNode importAll(String file) {
        var imported = lead.csv("/api/hubs/imports", file.getBytes(UTF_8));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
        return imported.json();
    }
}
