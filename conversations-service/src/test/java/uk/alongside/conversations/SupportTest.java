package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests what an operator may do with support access, and that it ends by the clock, also if no task removes it. */
@ServiceTest
class SupportTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private UUID operator;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        operator = UUID.randomUUID();
    }

    @Test
    void readsHubsAndNoResident() {
        var support = support(AN_HOUR, "support");

        assertThat(support.get("/api/hubs").status()).isEqualTo(200);
        assertThat(support.post("/api/people/search", "{\"text\": \"el\"}").problem())
                .isEqualTo("not-allowed");
        assertThat(support.csv("/api/hubs/imports", new byte[0]).problem()).isEqualTo("not-allowed");
    }

    @Test
    void readsResidentsIfALeadHasAllowedItAndChangesNone() {
        var support = support(AN_HOUR, "support", "support-with-residents");

        assertThat(support.post("/api/people/search", "{\"text\": \"el\"}").status())
                .isEqualTo(200);
        assertThat(support.post("/api/people", "{\"firstName\": \"Gwen\", \"lastName\": \"Hill\"}")
                        .problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void isRejectedWithAGrantThatHasEnded() {
        var support = support(Duration.ofSeconds(-1), "support");

        assertThat(support.get("/api/hubs").status()).isEqualTo(403);
        assertThat(support.get("/api/hubs").problem()).isEqualTo("support-access-needed");
    }

    @Test
    void isRejectedFromTheMomentOfTheEndWithoutAnyDelivery() {
        var support = support(AN_HOUR, "support");
        assertThat(support.get("/api/hubs").status()).isEqualTo(200);

        endNow();

        assertThat(support.get("/api/hubs").problem()).isEqualTo("support-access-needed");
    }

    @Test
    void isRejectedOnceALeadHasEndedTheAccess() {
        var support = support(AN_HOUR, "support");
        council.grant(operator, "suspended", 2, RunningService.CLOCK.instant(), "support");

        assertThat(support.get("/api/hubs").problem()).isEqualTo("support-access-needed");
    }

    /** The request has been admitted before the end, and waits for a lock while the grant ends. */
    @Test
    void getsTheAnswerToARequestThatIsUnderWayAtTheEndAndNoOther() throws Exception {
        var support = support(AN_HOUR, "support");
        council.hub("Library");

        Api.Answer answer;
        try (var theirs = RunningService.superuserSession();
                var statement = theirs.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            theirs.setAutoCommit(false);
            statement.execute("lock table app.hub in access exclusive mode");
            var asked = threads.submit(() -> support.get("/api/hubs"));
            untilARequestWaits();
            endNow();
            theirs.commit();
            assertThat(support.get("/api/council").problem()).isEqualTo("support-access-needed");
            answer = asked.get();
        }

        assertThat(answer.status()).isEqualTo(200);
        assertThat(support.get("/api/hubs").problem()).isEqualTo("support-access-needed");
    }

    @Test
    void losesAnOpenBoardWhenTheGrantEnds() throws Exception {
        var support = support(AN_HOUR, "support", "support-with-residents");
        var path = "/api/hubs/" + council.hub("Library") + "/days/" + TestCouncil.today() + "/events";

        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Bearer " + support.token())
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            var board = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            assertThat(board.readLine()).isEqualTo("event:changed");

            endNow();

            CompletableFuture.runAsync(() -> readToTheEnd(board)).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void isTheOnlyMembershipOfAnOperator() {
        council.grant(operator, "active", 1, null, "lead", "hub-staff");

        assertThat(council.operator(operator).get("/api/hubs").problem()).isEqualTo("support-access-needed");
    }

    @Test
    void isNotListedAmongTheStaff() {
        support(AN_HOUR, "support");

        assertThat(council.hubStaff().get("/api/team").text()).doesNotContain(operator.toString());
    }

    private static void readToTheEnd(BufferedReader board) {
        try {
            while (board.readLine() != null) {
                // Heartbeats, until the service closes the board.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Api support(Duration time, String... roles) {
        return council.support(operator, time, roles);
    }

    /** Moves the end to the past, as if the hours were over. */
    private void endNow() {
        var moved = RunningService.superuser()
                .sql("update app.member set ends_at = :end where id = :id")
                .param("end", RunningService.ago(Duration.ofSeconds(1)))
                .param("id", operator)
                .update();
        assertThat(moved).isEqualTo(1);
    }

    private static void untilARequestWaits() throws InterruptedException {
        var waiting = RunningService.superuser().sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like '%search_text like%'""").query(Integer.class);
        for (var end = Instant.now().plusSeconds(60); waiting.single() == 0; Thread.sleep(20)) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
