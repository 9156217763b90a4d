package uk.alongside.conversations.clientleveldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.insight.MadeEvents;

/** Extracts made events and compares the file and its check with what was worked out by hand. */
@ServiceTest
class ExtractTest {

    /** Days are counted from the first day of the quarter, which is 0. The rolling year begins 9 months before. */
    private static final String EVENTS = """
            person | born | asked | how        | day  | came           | outcome
            Ada    | 1950 |     0 | booked     |    4 | came           | information-and-advice
            Bea    |      |     2 | booked     |   12 | came           | assessment-or-review
            Cal    | 1940 |     5 | introduced |   25 | came           | other
            Dev    | 1960 |     7 | booked     |   20 | did not attend |
            Eve    | 1970 |  -400 | booked     | -390 | came           | other
            """;

    private static final String BODY = "{\"reason\": \"submission\", \"laCode\": \"913\"}";

    @LocalServerPort
    private int port;

    private final UUID practitionerId = UUID.randomUUID();
    private TestCouncil council;
    private Api viewer;
    private Api practitioner;
    private MadeEvents events;
    private LocalDate quarter;
    private String path;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        viewer = council.member("viewer");
        practitioner = council.member(practitionerId, "active", 1, "practitioner");
        quarter = TestCouncil.today().with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(3);
        events = new MadeEvents(council, council.hub("Library"), quarter);
        path = "/api/client-level-data/" + quarter;
    }

    @Test
    void hasALineForEachPersonOfEachFinishedConversationOfTheYear() {
        events.happened(EVENTS);

        var file = extract(practitioner);

        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).contains("client-level-data-" + quarter + ".csv");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.header("Alongside-Events")).isEqualTo("3");
        assertThat(file.header("Alongside-Left-Out")).isEqualTo("0");
        var lines = file.text().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1))
                .startsWith("\"913\",\"%s\",\"%s\","
                        .formatted(quarter.minusMonths(9), quarter.plusMonths(3).minusDays(1)))
                .contains(
                        "\"Ada\",\"Made-up Ada\"",
                        "\"1950-01-01\"",
                        "\"Request\",\"%s\",\"%s\",\"%s\",\"\",\"NFA: Information and advice or signposting\""
                                .formatted(events.conversation("Ada", "4"), quarter, quarter.plusDays(4)));
        assertThat(lines.get(3)).contains("\"%1$s\",\"%1$s\",\"\",\"NFA: Other\"".formatted(quarter.plusDays(25)));
    }

    @Test
    void checksEachFieldWithNumbersOnly() {
        events.happened(EVENTS);

        var check = viewer.get(path);

        assertThat(check.json().path("events").asInt()).isEqualTo(3);
        assertThat(check.json().path("people").asInt()).isEqualTo(3);
        assertThat(field(check.json(), "Date_of_Birth")).containsExactly(2, 0, 1, 0);
        assertThat(field(check.json(), "Gender")).containsExactly(0, 0, 3, 0);
        assertThat(field(check.json(), "Event_Description")).containsExactly(0, 3, 0, 0);
        assertThat(field(check.json(), "Event_Outcome")).containsExactly(3, 0, 0, 0);
        assertThat(field(check.json(), "Service_Type")).containsExactly(0, 0, 0, 0);
        assertThat(check.json().path("fewEvents").asBoolean()).isTrue();
        assertThat(check.json().path("agrees").asBoolean()).isTrue();
        assertThat(check.json().path("months")).hasSize(12);
        assertThat(check.text()).doesNotContain("Made-up");
    }

    @Test
    void countsPeopleWhoWereMergedAsThePersonKept() {
        events.happened(EVENTS);
        events.merge("Bea", "Ada");

        assertThat(viewer.get(path).json().path("people").asInt()).isEqualTo(2);
        assertThat(extract(practitioner).text()).contains("Made-up Ada").doesNotContain("Made-up Bea");
    }

    @Test
    void hasALineForEachPersonOfASharedRecordAndOneForTwoWhoWereMerged() {
        events.happened(EVENTS);
        alsoIn("Dev", "Ada", "4");

        assertThat(extract(practitioner).text().lines()).hasSize(5);
        assertThat(extract(practitioner).text())
                .contains(
                        "\"" + events.conversation("Ada", "4") + "-" + reference("Ada") + "\"",
                        "\"" + events.conversation("Ada", "4") + "-" + reference("Dev") + "\"");

        events.merge("Dev", "Ada");
        assertThat(extract(practitioner).text().lines()).hasSize(4);
        assertThat(extract(practitioner).text()).contains("\"" + events.conversation("Ada", "4") + "\"");
    }

    @Test
    void leavesOutRestrictedRecordsThatTheCallerMayNotReadAndSaysHowMany() {
        events.happened(EVENTS);
        var other = council.member("practitioner");
        var colleague = UUID.randomUUID();
        council.member(colleague, "active", 1, "practitioner");
        var restricted = practitioner.send(
                "PUT",
                "/api/conversations/" + events.conversation("Ada", "4") + "/readers",
                "{\"memberIds\": [\"%s\", \"%s\"]}".formatted(practitionerId, colleague),
                "If-Match",
                "\"0\"");
        assertThat(restricted.status()).as(restricted.toString()).isEqualTo(200);

        var file = extract(other);

        assertThat(file.header("Alongside-Events")).isEqualTo("2");
        assertThat(file.header("Alongside-Left-Out")).isEqualTo("1");
        assertThat(file.text()).doesNotContain("Made-up Ada");
        assertThat(extract(practitioner).text()).contains("Made-up Ada");
        assertThat(viewer.get(path).json().path("events").asInt()).isEqualTo(3);
    }

    @Test
    void isAuditedWithThePeopleAndTheReason() {
        events.happened(EVENTS);

        extract(practitioner);

        var event = council.events()
                .lines()
                .filter(line -> line.startsWith("person extracted"))
                .toList();
        assertThat(event).hasSize(1);
        assertThat(event.getFirst())
                .contains(events.person("Ada").toString(), events.person("Bea").toString(), "submission")
                .doesNotContain(events.person("Eve").toString());
    }

    @Test
    void isForPractitionersAndTheCheckForAllWhoSeeFigures() {
        assertThat(council.lead().get(path).status()).isEqualTo(200);
        assertThat(council.hubStaff().get(path).status()).isEqualTo(403);
        for (var other : List.of(viewer, council.lead(), council.hubStaff())) {
            assertThat(other.post(path + "/extracts", BODY).status()).isEqualTo(403);
        }
    }

    @Test
    void isOfAQuarterThatHasBegunOnly() {
        for (var day : List.of(
                quarter.plusDays(1),
                quarter.plusMonths(1),
                quarter.plusMonths(6),
                LocalDate.of(2023, 1, 1),
                LocalDate.of(-999_999_999, 1, 1))) {
            assertThat(viewer.get("/api/client-level-data/" + day).status())
                    .as("%s", day)
                    .isEqualTo(404);
            assertThat(practitioner
                            .post("/api/client-level-data/" + day + "/extracts", BODY)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(viewer.get("/api/client-level-data/2026-Q1").status()).isEqualTo(404);
        assertThat(viewer.get("/api/client-level-data/" + quarter.plusMonths(3)).status())
                .isEqualTo(200);
    }

    @Test
    void needsAReasonAndThreeDigits() {
        for (var body : List.of(
                "{\"reason\": \"submission\", \"laCode\": \"E10\"}",
                "{\"reason\": \"submission\"}",
                "{\"laCode\": \"913\"}",
                "{\"reason\": \"curiosity\", \"laCode\": \"913\"}")) {
            assertThat(practitioner.post(path + "/extracts", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    private Api.Answer extract(Api caller) {
        var answer = caller.post(path + "/extracts", BODY);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static List<Integer> field(JsonNode check, String name) {
        var found = check.path("fields")
                .valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
        return List.of("valid", "blank", "missing", "invalid").stream()
                .map(result -> found.path(result).asInt())
                .toList();
    }

    private String reference(String name) {
        return RunningService.superuser()
                .sql("select reference from app.person where id = ?")
                .param(events.person(name))
                .query(String.class)
                .single();
    }

    /** Adds a person to the record of another one. */
    private void alsoIn(String name, String other, String day) {
        RunningService.superuser()
                .sql("""
                        insert into app.conversation_person (tenant_id, conversation_id, person_id, added_at, added_by_id)
                        values (?, ?, ?, now(), ?)""")
                .params(council.id(), events.conversation(other, day), events.person(name), UUID.randomUUID())
                .update();
    }
}
