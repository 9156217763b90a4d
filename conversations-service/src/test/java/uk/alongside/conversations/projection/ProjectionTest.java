package uk.alongside.conversations.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class ProjectionTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
    }

    @Test
    void takesTheNewestSettingsInWhateverOrderTheyCome() {
        var third = settings(3, "Third");
        var second = settings(2, "Second");
        var again = settings(3, "Third");
        var conflicting = settings(3, "Other");

        assertThat(third.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(conflicting.status()).isEqualTo(409);
        assertThat(conflicting.problem()).isEqualTo("version-conflict");
        assertThat(council.lead().get("/api/council").json().path("name").asString())
                .isEqualTo("Third");
    }

    @Test
    void takesEverythingThatACouncilSaysOfItself() {
        var sent = """
                {"version": 2, "name": "Larkshire Council", "welshName": "Cyngor Larkshire", "alias": "larkshire",
                 "status": "setting-up", "nation": "wales", "languages": ["en", "cy"],
                 "labels": {"talkingPoint": "Corner", "talkingPoints": "Corners", "hub": "Place", "hubs": "Places",
                            "conversation": "Chat", "conversations": "Chats"},
                 "talkingPoint": "Corner", "contactPhone": "01632 960123", "contactHours": "9am to 5pm",
                 "contactAddress": ["1 Market Street", "Larkton"], "relayNumber": "18001 01632 960123",
                 "complaints": "Write to us.",
                 "brand": {"headerColour": "#FFB81C", "headerTextColour": "#1B2A2F", "borderColour": "#A96600", "logoBackground": "#FFFFFF"},
                 "demonstration": true}""";
        var path = "/internal/councils/" + council.id() + "/settings";

        var stored = council.tenantService().put(path, sent);
        var again = council.tenantService().put(path, sent);

        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        var shown = council.lead().get("/api/council").json();
        assertThat(shown.toString())
                .contains("\"welshName\":\"Cyngor Larkshire\"", "\"status\":\"setting-up\"", "\"nation\":\"wales\"")
                .contains("\"languages\":[\"en\",\"cy\"]", "\"conversations\":\"Chats\"", "\"talkingPoint\":\"Corner\"")
                .contains("\"contactHours\":\"9am to 5pm\"", "\"contactAddress\":[\"1 Market Street\",\"Larkton\"]")
                .contains(
                        "\"relayNumber\":\"18001 01632 960123\"",
                        "\"complaints\":\"Write to us.\"",
                        "\"borderColour\":\"#A96600\"");
    }

    @Test
    void takesASenderOfAnEarlierReleaseForACouncilThatIsLive() {
        settings(2, "Second");

        var shown = council.lead().get("/api/council").json();

        assertThat(shown.path("status").asString()).isEqualTo("live");
        assertThat(shown.path("labels").path("talkingPoints").asString()).isEqualTo("Talking points");
        assertThat(shown.path("brand").path("headerColour").asString()).isEqualTo("#0F5257");
    }

    @Test
    void takesTheNewestOfAMemberInWhateverOrderTheyCome() {
        var id = UUID.randomUUID();
        var member = council.member(id, "active", 5, "hub-staff");

        council.member(id, "suspended", 4, "hub-staff");
        assertThat(member.get("/api/council").status()).isEqualTo(200);
        council.member(id, "suspended", 6, "hub-staff");
        assertThat(member.get("/api/council").status()).isEqualTo(403);
    }

    @Test
    void storesOneVersionWhenItComesManyTimesAtOnce() throws Exception {
        var fresh = new TestCouncil(UUID.randomUUID(), port);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 10)
                    .mapToObj(_ -> threads.submit(() -> settings(fresh, 1, "Same")))
                    .toList();

            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(200);
            }
        }
    }

    @Test
    void storesANewMemberOnceWhenItComesManyTimesAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            var path = "/internal/councils/" + council.id() + "/members/" + UUID.randomUUID();
            var member = """
                    {"version": 1, "issuer": "https://sign-in.example", "subject": "%s", "name": "Priya Shah",
                     "roles": ["hub-staff"], "status": "active"}""".formatted(UUID.randomUUID());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = IntStream.range(0, 10)
                        .mapToObj(_ ->
                                threads.submit(() -> council.tenantService().put(path, member)))
                        .toList();

                for (var answer : answers) {
                    assertThat(answer.get().status())
                            .as(answer.get().toString())
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void plansTheNightlyCheckOnceForEachCouncil() {
        settings(2, "Second");
        settings(2, "Second");

        var planned = RunningService.superuser()
                .sql(
                        "select count(*) from ops.scheduled_tasks where task_name = 'capacity-check' and task_instance = :id")
                .param("id", council.id().toString())
                .query(Integer.class)
                .single();

        assertThat(planned).isEqualTo(1);
    }

    @Test
    void takesTheNewestLogoAndShowsIt() {
        var path = "/internal/councils/" + council.id() + "/logo";
        var staff = council.member("viewer");
        assertThat(staff.get("/api/council/logo").status()).isEqualTo(404);
        assertThat(staff.get("/api/council").json().path("logo").isNumber()).isFalse();

        assertThat(council.tenantService()
                        .put(path, "{\"version\": 2, \"png\": \"iVBORw0KGgo=\"}")
                        .status())
                .isEqualTo(200);
        assertThat(council.tenantService()
                        .put(path, "{\"version\": 1, \"png\": null}")
                        .status())
                .isEqualTo(200);
        assertThat(council.tenantService()
                        .put(path, "{\"version\": 2, \"png\": \"AAAA\"}")
                        .problem())
                .isEqualTo("version-conflict");
        assertThat(council.lead()
                        .put(path, "{\"version\": 3, \"png\": \"AAAA\"}")
                        .status())
                .isEqualTo(403);

        var logo = staff.get("/api/council/logo");
        assertThat(logo.header("Content-Type")).isEqualTo("image/png");
        assertThat(logo.header("Cache-Control")).contains("no-cache", "private");
        assertThat(logo.header("ETag")).contains(council.id().toString());
        assertThat(staff.get("/api/council").json().path("logo").asInt()).isEqualTo(2);
        council.tenantService().put(path, "{\"version\": 3, \"png\": null}");
        assertThat(staff.get("/api/council/logo").status()).isEqualTo(404);
        assertThat(council.tenantService()
                        .put(path, "{\"version\": 4, \"png\": \"" + "AAAA".repeat(68_268) + "\"}")
                        .status())
                .as("larger than a logo may be")
                .isEqualTo(400);
    }

    @Test
    void takesTheNewestKindsOfSessionAndShowsThem() {
        var path = "/internal/councils/" + council.id() + "/blueprint";
        var second = """
                {"version": 2, "kinds": [{"code": "conversation", "name": "Conversation", "minutes": 45,
                  "writeUpMinutes": 15, "dropInOnly": false}],
                  "prompts": [{"id": "prompt.matters", "heading": "What matters", "help": "In their words",
                  "main": true}]}""";
        assertThat(council.lead().get("/api/council").json().path("kinds")).isEmpty();

        assertThat(council.tenantService().put(path, second).status()).isEqualTo(200);
        assertThat(council.tenantService().put(path, second).status()).isEqualTo(200);
        assertThat(council.tenantService()
                        .put(path, "{\"version\": 1, \"kinds\": [], \"prompts\": []}")
                        .status())
                .isEqualTo(200);
        assertThat(council.tenantService()
                        .put(path, "{\"version\": 2, \"kinds\": [], \"prompts\": []}")
                        .problem())
                .isEqualTo("version-conflict");

        assertThat(council.lead().get("/api/council").json().path("kinds").toString())
                .isEqualTo("""
                        [{"code":"conversation","name":"Conversation","minutes":45,"dropInOnly":false}]""");
        assertThat(council.tenantService().put(path, second.replace("45", "1")).status())
                .isEqualTo(400);
        assertThat(council.tenantService()
                        .put(path, second.replace("prompt.matters", "matters"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesWhatIsNoSettings() {
        var path = "/internal/councils/" + council.id() + "/settings";

        assertThat(council.tenantService().put(path, "{\"version\": 2}").status())
                .isEqualTo(400);
        assertThat(council.tenantService().put(path, "nonsense").status()).isEqualTo(400);
        assertThat(council.tenantService()
                        .put(path.replace(council.id().toString(), "x"), "{}")
                        .status())
                .isEqualTo(404);
    }

    private Answer settings(int version, String name) {
        return settings(council, version, name);
    }

    private static Answer settings(TestCouncil council, int version, String name) {
        return council.tenantService()
                .put("/internal/councils/" + council.id() + "/settings", """
                {"version": %d, "name": "%s", "alias": "larkshire", "talkingPoint": "Talking point",
                 "demonstration": false}""".formatted(version, name));
    }
}
