package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the errors of an ordinary day through the gateway: bad files, double presses and lost races. */
class BadInputTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Client COUNCIL = DEPLOYED.larkshire();
    private static final String HEADER = "venue_name,address_1,postcode\n";

    @Test
    void aFormulaInAFileIsNamedByItsRowAndNothingIsImported() {
        var name = "Made-up hall " + UUID.randomUUID();
        var csv = HEADER + name + ",1 Made-up Street,ZY1 1ZZ\n=HYPERLINK(\"x\"),2 Made-up Street,ZY1 1ZZ\n";

        var answer = COUNCIL.post("/api/hubs/imports", csv);

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("import-has-errors");
        assertThat(answer.json()
                        .path("report")
                        .path("errors")
                        .get(0)
                        .path("row")
                        .asInt())
                .isEqualTo(3);
        assertThat(hubsNamed(name)).isZero();
    }

    @Test
    void theSameRowTwiceInAFileIsAnErrorThatNamesTheOther() {
        var row = "Made-up hall " + UUID.randomUUID() + ",1 Made-up Street,ZY1 1ZZ\n";

        var report = COUNCIL.post("/api/hubs/imports/preview", HEADER + row + row);

        assertThat(report.status()).as("%s", report).isEqualTo(200);
        assertThat(report.json().path("errors").get(0).path("message").asString())
                .contains("2");
    }

    @Test
    void importingTheSameFileTwiceAddsNothingTheSecondTime() {
        var csv = HEADER + "Made-up hall " + UUID.randomUUID() + ",1 Made-up Street,ZY1 1ZZ\n";

        var first = COUNCIL.post("/api/hubs/imports", csv);
        var second = COUNCIL.post("/api/hubs/imports", csv);

        assertThat(first.json().path("added").asInt()).isEqualTo(1);
        assertThat(second.json().path("added").asInt()).isZero();
        assertThat(second.json().path("changed").asInt()).isZero();
    }

    @Test
    void aFileThatIsNoTableIsRefusedInWords() {
        for (var file :
                List.of("", "\u0000\u0001\u0002", "<html><body>no</body></html>", "\"never closed", "a;b;c\n1;2;3\n")) {
            var answer = COUNCIL.post("/api/hubs/imports", file);

            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void aFileOfMoreThanTenMegabytesIsTooLarge() {
        var answer = COUNCIL.post("/api/hubs/imports/preview", HEADER + "Hall,1 Street,ZY1 1ZZ\n".repeat(500_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("file-too-large");
    }

    @Test
    void aBodyThatIsNotJsonIsMalformed() {
        var answer =
                COUNCIL.call("POST", "/api/people/search", "{\"text\":", Map.of("Content-Type", "application/json"));

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anIdThatIsNoIdIsNotAServerError() {
        for (var path : List.of("/api/people/1", "/api/hubs/%27%20or%201=1--", "/api/sessions/null")) {
            assertThat(COUNCIL.get(path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void aDoublePressMakesOneBooking() throws Exception {
        var world = World.in(COUNCIL);
        var person = World.person(COUNCIL, "Raj", "Patel");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        var answers = atOnce(
                6,
                i -> () -> COUNCIL.call(
                        "POST", "/api/slots/" + world.id("slotId") + "/bookings", Map.of("personId", person), key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.json().path("id").asString())
                .containsOnly(answers.getFirst().json().path("id").asString());
        assertThat(takenOf(world)).isEqualTo(2);
    }

    @Test
    void theLastPlaceGoesToExactlyOneAndTheOthersAreToldWhatIsNear() throws Exception {
        var world = World.in(COUNCIL);
        var people = IntStream.range(0, 12)
                .mapToObj(i -> World.person(COUNCIL, "Made-up", "Person " + i))
                .toList();

        var answers = atOnce(
                people.size(),
                i -> () -> COUNCIL.post(
                        "/api/slots/" + world.id("slotId") + "/bookings", Map.of("personId", people.get(i))));

        assertThat(answers.stream().filter(Answer::succeeded)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.succeeded())).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("slot-full");
            assertThat(answer.json().path("alternatives").size()).isPositive();
        });
        assertThat(takenOf(world)).isEqualTo(2);
    }

    @Test
    void namesOfAnyKindComeBackAsTheyWereTyped() {
        for (var name : List.of("Siân", "Ŵŷn", "李小龍", "O’Brien", "Zoë-Mae", "👵🏽", "محمد")) {
            var id = World.person(COUNCIL, name, "Prŷs-Jones");

            assertThat(COUNCIL.get("/api/people/" + id).json().path("firstName").asString())
                    .isEqualTo(name);
        }
    }

    @Test
    void aSessionInTheHourThatDoesNotExistIsRefusedInWords() {
        var hub = World.hub(COUNCIL, "Made-up hub " + UUID.randomUUID());
        var rules = TestClock.LONDON.getRules();
        var change = rules.nextTransition(TestClock.now().toInstant());
        if (change.isOverlap()) {
            change = rules.nextTransition(change.getInstant());
        }

        var answer = COUNCIL.post(
                "/api/hubs/" + hub + "/sessions",
                Map.of(
                        "date",
                        change.getDateTimeBefore().toLocalDate().toString(),
                        "starts",
                        "01:30",
                        "ends",
                        "03:00",
                        "slotMinutes",
                        30,
                        "placesPerSlot",
                        1));

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    }

    private static int hubsNamed(String name) {
        return COUNCIL.get("/api/hubs?search=" + name.replace(" ", "%20"))
                .json()
                .path("total")
                .asInt();
    }

    private static int takenOf(World world) {
        return COUNCIL.get("/api/sessions/" + world.id("sessionId"))
                .json()
                .path("slots")
                .get(0)
                .path("taken")
                .asInt();
    }

    private interface Work {
        Callable<Answer> of(int i);
    }

    private static List<Answer> atOnce(int callers, Work work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.invokeAll(
                    IntStream.range(0, callers).mapToObj(work::of).toList());
            return asked.stream().map(Future::resultNow).toList();
        }
    }
}
