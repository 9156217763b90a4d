package uk.alongside.conversations.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests that open boards receive changes over HTTP. */
@ServiceTest
class DayWatchTest {

    private static final String END = "the end";

    @LocalServerPort
    private int port;

    @Autowired
    private DayWatch watch;

    private TestCouncil council;
    private Api priya;
    private UUID hub;
    private String slot;
    private LocalDate day;

    /** Collects the messages that a board receives. */
    private static final class Board implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

        private Board(int port, String path, String token) throws IOException, InterruptedException {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "text/event-stream, application/problem+json")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            var body = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            Thread.startVirtualThread(() -> {
                try {
                    for (var line = body.readLine(); line != null; line = body.readLine()) {
                        if (line.startsWith("data:")) {
                            heard.add(line);
                        }
                    }
                } catch (IOException _) {
                    // The connection was cut.
                }
                heard.add(END);
            });
        }

        /** Waits for the next message. */
        private @Nullable String next() throws InterruptedException {
            return heard.poll(1, TimeUnit.MINUTES);
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    /** Sets up a day. Its session is the first change of the day. */
    @BeforeEach
    void aDay() {
        council = TestCouncil.create(port);
        priya = council.hubStaff();
        hub = council.hub("Library");
        day = TestCouncil.today();
        slot = council.session(hub, day, "00:00", "00:00", 240, 3)
                .path("slots")
                .path(5)
                .path("id")
                .asString();
    }

    @Test
    void hearOfWhatAnotherWorkerDoes() throws Exception {
        var sam = council.hubStaff();
        try (var board = open(priya.token(), day)) {
            assertThat(board.next()).isEqualTo("data:1");

            var booking = book(sam).json().path("id").asString();
            assertThat(board.next()).isEqualTo("data:2");
            sam.post("/api/bookings/" + booking + "/check-in", "");
            assertThat(board.next()).isEqualTo("data:3");
            sam.post("/api/slots/" + slot + "/holds", "");
            assertThat(board.next()).isEqualTo("data:4");
        }
    }

    @Test
    void hearWhatTheyMissedWhenTheyComeBack() throws Exception {
        try (var board = open(priya.token(), day)) {
            assertThat(board.next()).isEqualTo("data:1");
        }
        book(priya);
        book(priya);

        try (var board = open(priya.token(), day)) {
            assertThat(board.next()).isEqualTo("data:3");
        }
    }

    @Test
    void hearNothingOfOtherDaysOrOtherCouncils() throws Exception {
        var other = TestCouncil.create(port);
        var otherHub = other.hub("Library");
        try (var watching = open(priya.token(), day);
                var board = open(priya.token(), day.plusDays(1));
                var foreign = new Board(
                        port,
                        "/api/hubs/" + otherHub + "/days/" + day + "/events",
                        other.hubStaff().token())) {
            assertThat(watching.next()).isEqualTo("data:1");
            assertThat(board.next()).isEqualTo("data:0");
            assertThat(foreign.next()).isEqualTo("data:0");

            book(priya);
            assertThat(watching.next()).isEqualTo("data:2");
            council.session(hub, day.plusDays(1), 3);
            other.session(otherHub, day, 3);

            assertThat(board.next()).isEqualTo("data:1");
            assertThat(foreign.next()).isEqualTo("data:1");
        }
    }

    @Test
    void areClosedWhenTheirMemberMayNoLongerLook() throws Exception {
        var id = UUID.randomUUID();
        var leaving = council.member(id, "active", 1, "hub-staff");
        try (var board = open(leaving.token(), day)) {
            board.next();

            council.member(id, "suspended", 2, "hub-staff");

            assertThat(board.next()).isEqualTo(END);
        }
        assertThat(leaving.get("/api/hubs/" + hub + "/days/" + day + "/events").status())
                .isEqualTo(403);
    }

    @Test
    void areClosedWhenTheCouncilIsSuspended() throws Exception {
        try (var board = open(priya.token(), day)) {
            assertThat(board.next()).isEqualTo("data:1");

            council.tenantService().put("/internal/councils/" + council.id() + "/settings", """
                    {"version": 2, "name": "Larkshire Council", "alias": "larkshire", "talkingPoint": "Talking point",
                     "suspended": true, "demonstration": true}""");

            assertThat(board.next()).isEqualTo(END);
        }
    }

    @Test
    void areClosedAfterTheirTimeAndForgotten() throws Exception {
        int before = watch.open();
        try (var board = new Board(port, "/api/hubs/" + hub + "/days/" + day + "/events?seconds=1", priya.token())) {
            assertThat(board.next()).isEqualTo("data:1");
            assertThat(board.next()).isEqualTo(END);
        }
        assertThat(watch.open()).isLessThanOrEqualTo(before);
    }

    @Test
    void areNotOpenedForLongerOrForAHubThatIsNot() {
        assertThat(priya.get("/api/hubs/" + hub + "/days/" + day + "/events?seconds=301")
                        .status())
                .isEqualTo(400);
        assertThat(priya.get("/api/hubs/" + UUID.randomUUID() + "/days/" + day + "/events")
                        .problem())
                .isEqualTo("not-found");
        assertThat(council.lead()
                        .get("/api/hubs/" + hub + "/days/" + day + "/events")
                        .status())
                .isEqualTo(403);
    }

    private Board open(String token, LocalDate date) throws IOException, InterruptedException {
        return new Board(port, "/api/hubs/" + hub + "/days/" + date + "/events", token);
    }

    private Api.Answer book(Api member) {
        var person = council.person("Margaret", "Ellison");
        return member.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
    }
}
