package uk.alongside.conversations.headcount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the head count of a session on the running service. */
@ServiceTest
class HeadcountTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private UUID hub;
    private String headcount;

    @BeforeEach
    void aSession() {
        council = TestCouncil.create(port);
        priya = council.hubStaff();
        sam = council.hubStaff();
        hub = council.hub("Library");
        var session = council.session(hub, TestCouncil.today(), "00:00", "00:00", 240, 1);
        headcount = "/api/sessions/" + session.path("id").asString() + "/headcount";
    }

    @Test
    void isNotKnownUntilAMemberRecordsIt() {
        var none = priya.get(headcount);

        assertThat(none.header("ETag")).isEqualTo("\"0\"");
        assertThat(none.json().path("people").isNull()).isTrue();
        assertThat(set(priya, 12, 0).status()).isEqualTo(200);
        var recorded = sam.get(headcount);
        assertThat(recorded.json().path("people").asInt()).isEqualTo(12);
        assertThat(recorded.json().path("changedByName").asString()).isEqualTo("Priya N");
        assertThat(recorded.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void isOnTheBoardAndInTheWeek() {
        set(priya, 12, 0);

        var day = priya.get("/api/hubs/" + hub + "/days/" + TestCouncil.today()).json();
        assertThat(day.at("/sessions/0/headcount").asInt()).isEqualTo(12);
        assertThat(day.at("/counts/withoutName").asInt()).isEqualTo(12);
        var week = council.lead().get("/api/weeks/" + TestCouncil.today()).json();
        assertThat(week.at("/items/0/sessions/0/headcount").asInt()).isEqualTo(12);
    }

    @Test
    void keepsEachNumberAndWhoRecordedIt() {
        set(priya, 12, 0);
        set(sam, 13, 1);

        var changes = priya.get(headcount + "/changes").json().path("items");

        assertThat(changes).extracting(each -> each.path("people").asInt()).containsExactly(13, 12);
        var rest = priya.get(headcount + "/changes?after=" + changes.at("/0/id").asString())
                .json();
        assertThat(rest.path("items")).hasSize(1);
    }

    @Test
    void isNotOverwrittenByAMemberWhoReadAnOlderOne() {
        set(priya, 12, 0);

        var late = set(sam, 5, 0);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("stale-version");
        assertThat(late.json().at("/current/people").asInt()).isEqualTo(12);
        assertThat(set(sam, 12, 0).status()).as("the same number").isEqualTo(200);
        assertThat(priya.send("PUT", headcount, "{\"people\": 3}").status()).isEqualTo(428);
    }

    @Test
    void isRecordedByOneOfTwoMembersAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            int version = round;
            int number = round * 2;

            var both = together(() -> set(priya, number + 100, version), () -> set(sam, number + 101, version));

            assertThat(both).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void isOfASessionThatIsNotOnALaterDay() {
        var later = council.session(hub, TestCouncil.today().plusDays(1), 1);
        var path = "/api/sessions/" + later.path("id").asString() + "/headcount";

        var refused = priya.put(path, "{\"people\": 3}", "If-Match", "\"0\"");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("session-not-begun");
        assertThat(set(priya, -1, 0).status()).isEqualTo(400);
        assertThat(set(priya, 1000, 0).status()).isEqualTo(400);
    }

    @Test
    void isForHubStaffAndPractitioners() {
        assertThat(council.member("practitioner").get(headcount).status()).isEqualTo(200);
        assertThat(council.member("viewer").get(headcount).status()).isEqualTo(403);
        assertThat(set(council.lead(), 4, 0).status()).isEqualTo(403);
    }

    private Answer set(Api by, int people, int version) {
        return by.put(headcount, "{\"people\": " + people + "}", "If-Match", "\"" + version + "\"");
    }

    private static List<Answer> together(Callable<Answer> first, Callable<Answer> second) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(threads.submit(first), threads.submit(second));
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }
}
