package uk.alongside.conversations.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Counts made events and compares each figure with the number worked out by hand. */
@ServiceTest
class FigureTest {

    /**
     * All that happened, in the order of asking. Days are counted from the first day of the quarter, which is 0.
     *
     * <p>Waits from the first request to the first conversation: Ada 4, Bea 10, Cal 20, Dev 0 as a walk-in, Eve 21, Fay 3;
     * Gil has none. By the method of the department: Bea 10, Cal 20 and Ada's second request 10; Cal and Ada are over 65.
     */
    private static final String EVENTS = """
            person | born | asked | how       | day | came           | outcome
            Ada    | 1950 |     0 | booked    |   4 | came           | information-and-advice
            Bea    | 1980 |     2 | booked    |  12 | came           | assessment-or-review
            Cal    | 1940 |     5 | booked    |  25 | came           | support-planning-or-services
            Dev    |      |     7 | walked in |   7 | came           | information-and-advice
            Eve    | 1990 |    10 | booked    |  20 | did not attend |
            Fay    | 2010 |    11 | booked    |  14 | came           | assessment-or-review
            Gil    | 1960 |    15 | booked    |  20 | cancelled      |
            Eve    | 1990 |    21 | booked    |  31 | came           | referred-within-council
            Ada    | 1950 |    50 | booked    |  60 | came           | assessment-or-review
            """;

    /** Answers to "Were you listened to?" after the conversation on that day. */
    private static final String ANSWERS = """
            person | day | answer
            Ada    |   4 | "value": 2
            Bea    |  12 | "value": 1
            Cal    |  25 | "noAnswer": "not-today"
            Dev    |   7 | "noAnswer": "did-not-want-to"
            Eve    |  31 | "value": 2
            """;

    /** Satisfaction with life before the quarter and in it. The changes are 2, 0, -1, 3, 1, 2, 1 and 0. */
    private static final String CHANGES = """
            person | before | after
            Ada    |      4 | 6
            Bea    |      5 | 5
            Cal    |      7 | 6
            Dev    |      3 | 6
            Eve    |      5 | 6
            Fay    |      2 | 4
            Gil    |      6 | 7
            Hal    |      4 | 4
            Ivy    |      9 |
            """;

    /** The figures of the quarter, worked out by hand from the tables above. */
    private static final String BY_HAND = """
            figure         | counted | part | also | value | left out
            wait           |       6 |    1 |    0 |   7.0 | no-conversation-yet 1
            wait-by-dhsc   |       3 |    2 |    0 |  10.0 | no-conversation-yet 1, age-not-recorded 1, under-25 1, no-further-action 2
            resolved       |       6 |    2 |    3 |  33.3 |
            asked-again    |       6 |    1 |    0 |  16.7 |
            assessment     |       7 |    3 |    0 |  42.9 |
            attended       |       7 |    6 |    0 |  85.7 | cancelled 1, walked-in 1
            listened-to    |       3 |    2 |    1 |  66.7 | not-asked 2, not-today 1, did-not-want-to 1
            satisfied      |       8 |    0 |    0 |   1.0 |
            connected      |       7 |    0 |    0 |   0.0 |
            recording-time |       7 |    0 |    0 |  30.0 |
            """;

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api viewer;
    private UUID hub;
    private LocalDate quarter;
    private MadeEvents events;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        viewer = council.member("viewer");
        hub = council.hub("Library");
        quarter = TestCouncil.today().with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(9);
        events = new MadeEvents(council, hub, quarter);
    }

    @Test
    void countsMadeEventsAsByHand() {
        happened();

        for (var expected : MadeEvents.rows(BY_HAND)) {
            assertThat(counted(expected.get("figure")))
                    .as(expected.get("figure"))
                    .isEqualTo(expected.cells());
        }
    }

    @Test
    void showsTheWaitOfWalkInsApart() {
        happened();

        var wait = count("wait", "");
        assertThat(wait.path("ninthDecile").decimalValue()).isEqualByComparingTo("20.5");
        assertThat(wait.path("medianOfPart").decimalValue()).isEqualByComparingTo("0");
        assertThat(wait.path("medianOfRest").decimalValue()).isEqualByComparingTo("10");
        assertThat(count("wait-by-dhsc", "").path("medianOfPart").decimalValue())
                .isEqualByComparingTo("15");
    }

    @Test
    void neverShowsWhatWasResolvedWithoutWhoAskedAgain() {
        happened();

        var found = figure("resolved", "");
        var beside = found.at("/summary/beside");
        assertThat(beside.findValuesAsString("figure"))
                .containsExactly("asked-again", "listened-to", "important-discussed", "knows-next");
        assertThat(beside.path(0).path("period").path("from")).isEqualTo(found.at("/summary/latest/from"));
        assertThat(beside.at("/0/period/count/value").decimalValue()).isEqualByComparingTo("16.7");
        assertThat(found.path("besideInTables").asString()).isEqualTo("asked-again");
        for (var split : List.of("hubs", "kinds")) {
            // Six people are too few for a part of the council.
            assertThat(found.path(split)
                            .path(0)
                            .at("/besideInTables/notCounted/0/reason")
                            .asString())
                    .as(split)
                    .isEqualTo("withheld");
        }
    }

    @Test
    void dividesByHubAndKind() {
        happened();

        assertThat(figure("attended", "").path("hubs").findValuesAsString("name"))
                .containsExactly("Library");
        assertThat(figure("attended", "").path("kinds").findValuesAsString("key"))
                .containsExactly("Drop-in");
        assertThat(count("attended", "&hubId=" + hub).path("base").asInt()).isEqualTo(7);
        assertThat(count("attended", "&kind=Drop-in").path("base").asInt()).isEqualTo(7);
        assertThat(count("attended", "&kind=Other").path("base").asInt()).isZero();
        assertThat(count("attended", "&hubId=" + council.hub("Mill"))
                        .path("base")
                        .asInt())
                .isZero();
    }

    /** Eight conversations of one person are told as one person's, in the kind of talking point and in the rest. */
    @Test
    void withholdsWhatIsOfFewPeople() {
        var row = "%s | | %d | booked | %d | came | assessment-or-review | %s\n";
        var table = new StringBuilder("person | born | asked | how | day | came | outcome | kind\n");
        for (int day = 1; day <= 8; day++) {
            table.append(row.formatted("Ada", day, day, "One"));
            table.append(row.formatted("Person " + day, day, day, "Eight"));
        }
        events.happened(table.toString());

        var found = figure("assessment", "");
        assertThat(found.at("/summary/latest/count/base").asInt()).isEqualTo(16);
        assertThat(found.path("kinds").findValuesAsString("key")).containsExactly("Eight", "One");
        assertThat(found.path("kinds")).allSatisfy(kind -> {
            assertThat(kind.at("/count/base").asInt()).isZero();
            assertThat(kind.at("/count/notCounted/0/reason").asString()).isEqualTo("withheld");
        });
    }

    @Test
    void countsMergedPeopleOnce() {
        happened();
        assertThat(count("wait", "").path("base").asInt()).isEqualTo(6);

        RunningService.superuser()
                .sql("update app.person set merged_into = :ada where id = :bea")
                .param("ada", events.person("Ada"))
                .param("bea", events.person("Bea"))
                .update();

        assertThat(count("wait", "").path("base").asInt()).isEqualTo(5);
    }

    @Test
    void hasNoLatestPeriodWithoutData() {
        happened();
        var other = TestCouncil.create(port);

        var answer = other.member("viewer").get("/api/figures");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        for (var item : answer.json().path("items")) {
            assertThat(item.at("/latest/count/base").asInt())
                    .as(item.toString())
                    .isZero();
            assertThat(item.path("chart")).isEmpty();
        }
    }

    @Test
    void isForThoseWhoSeeFigures() {
        for (var role : List.of("lead", "practitioner", "viewer")) {
            assertThat(council.member(role).get("/api/figures").status())
                    .as(role)
                    .isEqualTo(200);
        }
        assertThat(council.hubStaff().get("/api/figures").status()).isEqualTo(403);
        assertThat(council.hubStaff().get("/api/figures/wait").status()).isEqualTo(403);
        assertThat(viewer.get("/api/figures/no-such-figure").status()).isEqualTo(404);
    }

    private Map<String, String> counted(String figure) {
        var count = count(figure, "");
        var left = new StringBuilder();
        for (var reason : count.path("notCounted")) {
            left.append(left.isEmpty() ? "" : ", ")
                    .append(reason.path("reason").asString())
                    .append(' ')
                    .append(reason.path("number").asInt());
        }
        return Map.of(
                "figure", figure,
                "counted", count.path("base").asString(),
                "part", count.path("part").asString(),
                "also", count.path("also").asString(),
                "value", count.path("value").asString(),
                "left out", left.toString());
    }

    private JsonNode count(String figure, String query) {
        for (var period : figure(figure, query).path("periods")) {
            if (period.path("from").asString().equals(quarter.toString())) {
                return period.path("count");
            }
        }
        throw new AssertionError("The quarter is not among the periods");
    }

    private JsonNode figure(String figure, String query) {
        var answer = viewer.get("/api/figures/" + figure + "?by=quarter" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void goesOnWithARequestAfterTheCouncilCancelled() {
        events.happened("""
                person | born | asked | how    | day | came            | outcome
                Ada    |      |     0 | booked |   4 | came            | information-and-advice
                Ada    |      |     4 | booked |  20 | cancelled by us |
                Ada    |      |    25 | booked |  30 | came            | information-and-advice
                Bea    |      |     0 | booked |   4 | came            | information-and-advice
                Bea    |      |    25 | booked |  30 | came            | information-and-advice
                Cal    |      |     0 | booked |   4 | came            | information-and-advice
                Cal    |      |     4 | booked |  20 | cancelled       |
                Cal    |      |    25 | booked |  30 | came            | information-and-advice
                Dev    |      |     0 | booked |   9 | cancelled by us |
                Dev    |      |     5 | booked |  15 | cancelled by us |
                Dev    |      |    12 | booked | 999 | expected        |
                """);

        var again = count("asked-again", "");
        assertThat(again.path("base").asInt()).isEqualTo(3);
        assertThat(again.path("part").asInt()).as("Bea and Cal asked again").isEqualTo(2);
        var waiting = figure("waiting-now", "").at("/summary/latest/count");
        assertThat(waiting.path("base").asInt()).isOne();
        assertThat(waiting.path("largest").asLong())
                .as("Dev has waited since the first request")
                .isEqualTo(ChronoUnit.DAYS.between(quarter, TestCouncil.today()));
    }

    @Test
    void asksAnewAfterAConversationSinceTheCancelledDay() {
        events.happened("""
                person | born | asked | how       | day | came            | outcome
                Ada    |      |     0 | booked    |  10 | cancelled by us |
                Ada    |      |    12 | walked in |  12 | came            | information-and-advice
                Ada    |      |    40 | booked    |  45 | came            | information-and-advice
                """);

        assertThat(count("wait", "").path("value").asInt()).isEqualTo(12);
        assertThat(count("asked-again", "").path("part").asInt()).isOne();
    }

    /** The council rang instead, and then cancelled the booking. */
    @Test
    void asksAnewAfterAConversationBeforeTheCancelledDay() {
        events.happened("""
                person | born | asked | how       | day | came            | outcome
                Ada    |      |     0 | booked    |  20 | cancelled by us |
                Ada    |      |    40 | booked    |  45 | came            | information-and-advice
                """);
        var ada = events.person("Ada", "");
        events.conversation(
                ada, events.day("5"), events.attendance(ada, events.day("5"), "booked"), "information-and-advice");

        assertThat(count("wait", "").path("value").asInt()).isEqualTo(5);
        assertThat(count("asked-again", "").path("part").asInt()).isOne();
    }

    @Test
    void keepsAnAbsenceWhenTheBookingIsMoved() {
        var missed = events.slot(events.day("20"));
        var later = events.slot(TestCouncil.today().plusDays(7));
        RunningService.superuser()
                .sql("update app.slot set taken = 1 where id = :id")
                .param("id", missed)
                .update();
        var booking = events.booking(events.person("Ada", ""), missed, events.day("10"), "did not attend", null);
        assertThat(count("attended", "").path("base").asInt()).isOne();

        var staff = council.hubStaff();
        var moved = staff.post("/api/bookings/" + booking + "/move", "{\"slotId\": \"" + later + "\"}");

        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(count("attended", "").path("base").asInt()).isOne();
        assertThat(count("attended", "").path("part").asInt()).isZero();
        assertThat(staff.send("POST", "/api/bookings/" + booking + "/undo", null)
                        .status())
                .isEqualTo(200);
        assertThat(count("attended", "").path("base").asInt()).isOne();
    }

    /** Eleven months of 100 % would be a run, if no month was missing among them. */
    @Test
    void findsNoRunAcrossAMonthWithoutAValue() {
        var first = Period.first(TestCouncil.today());
        for (int month = 0; month < 24; month++) {
            if (month != 15) {
                var day = first.plusMonths(month);
                var came = month % 2 == 1 || (month >= 12 && month <= 20);
                var person = events.person("Person " + month, "");
                events.booking(
                        person,
                        events.slot(day),
                        day,
                        came ? "came" : "did not attend",
                        came ? events.attendance(person, day, "booked") : null);
            }
        }

        var chart = figure("attended", "").at("/summary/chart");
        assertThat(chart).hasSize(23);
        assertThat(chart.findValuesAsString("signal")).containsOnly("none");
    }

    @Test
    void showsWhoAskedAgainInEveryPeriodOfWhatWasResolved() {
        happened();

        var found = figure("resolved", "");
        var beside = found.path("beside");
        assertThat(beside.findValuesAsString("figure"))
                .containsExactly("asked-again", "listened-to", "important-discussed", "knows-next");
        assertThat(beside.at("/0/periods")).hasSameSizeAs(found.path("periods"));
    }

    private void happened() {
        events.happened(EVENTS);
        answered();
    }

    /** Records the answers by the API, because they are encrypted. */
    private void answered() {
        var practitioner = council.member("practitioner");
        for (var answer : MadeEvents.rows(ANSWERS)) {
            events.record(
                    practitioner,
                    answer.get("person"),
                    "experience3",
                    events.day(answer.get("day")),
                    "listened",
                    answer.get("answer"),
                    events.conversation(answer.get("person"), answer.get("day")));
        }
        for (var change : MadeEvents.rows(CHANGES)) {
            events.person(change.get("person"), "");
            events.record(
                    practitioner,
                    change.get("person"),
                    "ons4",
                    quarter.minusDays(20),
                    "satisfied",
                    "\"value\": " + change.get("before"),
                    null);
            if (!change.get("after").isEmpty()) {
                events.record(
                        practitioner,
                        change.get("person"),
                        "ons4",
                        quarter.plusDays(30),
                        "satisfied",
                        "\"value\": " + change.get("after"),
                        null);
            }
        }
    }
}
