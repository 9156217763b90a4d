package uk.alongside.conversations.lastspoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class LastSpokenJourneyTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private UUID margaret;

    @BeforeEach
    void aPersonWhoWasSpokenToEightWeeksAgo() {
        council = TestCouncil.create(port);
        staff = council.member("hub-staff", "practitioner", "lead");
        margaret = council.person("Margaret", "Ellison");
        conversation(margaret, 8);
    }

    @Test
    void isListedAfterTheChosenNumberOfWeeksTheLongestAgoFirst() {
        var tom = council.person("Tom", "Akande");
        conversation(tom, 3);
        council.person("Zadie", "Okoro");

        assertThat(listed("")).containsExactly("Margaret Ellison");
        assertThat(listed("?weeks=3")).containsExactly("Margaret Ellison", "Tom Akande");
        assertThat(listed("?weeks=9")).isEmpty();
        assertThat(staff.get("/api/last-spoken?weeks=0").status()).isEqualTo(400);
    }

    @Test
    void isNotListedAfterALaterConversationOrVisit() {
        var tom = council.person("Tom", "Akande");
        conversation(tom, 8);
        conversation(margaret, 1);
        walkIn(tom);

        assertThat(listed("")).isEmpty();
    }

    @Test
    void isListedAfterAnAttemptToReachThem() {
        var record = staff.post("/api/conversations", "{\"personIds\": [\"" + margaret + "\"]}")
                .header("Location");
        var tried = "{\"decisions\": {\"kind\": \"tried-to-reach\", \"day\": \"" + TestCouncil.today()
                + "\"}, \"toolTextRead\": false}";
        var finished = staff.send("POST", record + "/finish", tried, "If-Match", "\"0\"", "Idempotency-Key", "one");

        assertThat(finished.status()).as(finished.toString()).isEqualTo(200);
        assertThat(listed("")).containsExactly("Margaret Ellison");
    }

    @Test
    void isListedOnceUnderTheNameOfThePersonKeptAndByTheLastDayOfBoth() {
        var peg = council.person("Peg", "Ellison");
        conversation(peg, 10);
        merge(peg, margaret);

        assertThat(listed("")).containsExactly("Margaret Ellison");
        assertThat(listed("?weeks=9")).isEmpty();
        walkIn(peg);
        assertThat(listed("")).isEmpty();
    }

    @Test
    void isForPractitionersOnly() {
        assertThat(council.hubStaff().get("/api/last-spoken").status()).isEqualTo(403);
        assertThat(council.lead().get("/api/last-spoken").status()).isEqualTo(403);
    }

    private List<String> listed(String query) {
        return staff.get("/api/last-spoken" + query)
                .json()
                .path("items")
                .valueStream()
                .map(person -> person.path("personName").asString())
                .toList();
    }

    private void conversation(UUID person, int weeksAgo) {
        var record = staff.post("/api/conversations", "{\"personIds\": [\"" + person + "\"]}")
                .header("Location");
        RunningService.superuser()
                .sql("update app.conversation set day = :day where id = :id")
                .param("day", TestCouncil.today().minusWeeks(weeksAgo))
                .param("id", UUID.fromString(record.replaceFirst(".*/", "")))
                .update();
    }

    private void walkIn(UUID person) {
        var added = staff.post(
                "/api/hubs/" + council.hub("Library") + "/days/" + TestCouncil.today() + "/walk-ins",
                "{\"personId\": \"" + person + "\", \"reason\": \"advice\"}");
        var started = staff.post("/api/walk-ins/" + added.json().path("id").asString() + "/start", "");
        assertThat(started.status()).as(started.toString()).isEqualTo(200);
    }

    private void merge(UUID merged, UUID kept) {
        var id = staff.post("/api/person-merges", """
                        {"mergedId": "%s", "keptId": "%s", "reason": "The same phone"}""".formatted(merged, kept))
                .json()
                .path("id")
                .asString();
        assertThat(staff.post("/api/person-merges/" + id + "/merge", "").status())
                .isEqualTo(200);
    }
}
