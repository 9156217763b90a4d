package uk.alongside.conversations.sheet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.insight.MadeEvents;
import uk.alongside.conversations.sheet.FactCounts.Exact;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Fact;

/** Counts made events and compares each cell of the sheets with the number worked out by hand. */
@ServiceTest
class FactTest {

    /**
     * All that happened, in the order of names. Days are counted from the first day of the quarter, which is 0. Zoe came on
     * its last day and Yan on the day after. Oli is merged into Ann. Pat did not come on day 13, and the booking was moved.
     */
    private static final String EVENTS = """
            person | born | asked | how        | day | came           | outcome
            Ann    | 1950 |     0 | booked     |   0 | came           | information-and-advice
            Ann    | 1950 |    50 | booked     |  60 | came           | assessment-or-review
            Bob    | 1980 |     2 | booked     |   7 | came           | assessment-or-review
            Cat    | 1940 |     5 | booked     |  15 | came           | support-planning-or-services
            Dan    |      |     7 | walked in  |   7 | came           | referred-within-council
            Eve    | 1990 |    10 | booked     |  20 | did not attend |
            Eve    | 1990 |    21 | booked     |  32 | came           | support-declined
            Fay    | 2010 |    11 | booked     |  31 | came           | reablement
            Gil    | 1960 |    15 | booked     |  20 | cancelled      |
            Hal    | 1960 |       | introduced |  40 |                | other
            Ivy    | 1960 |   -60 | booked     |   5 | came           | information-and-advice
            Jon    | 1960 |   -40 | booked     |   8 | came           | moved-to-other-council
            Kim    | 1960 |    30 | booked     |  50 | expected       |
            Lee    | 1960 |   -80 | booked     | -50 | came           | information-and-advice
            Lee    | 1960 |     5 | booked     |  12 | came           | information-and-advice
            Mia    | 1960 |   -40 | booked     | -30 | came           | information-and-advice
            Ned    | 1960 |   -86 | booked     | -85 | came           | information-and-advice
            Ned    | 1960 |     6 | booked     |  10 | came           | information-and-advice
            Oli    | 1950 |     3 | booked     |   9 | came           | assessment-or-review
            Pat    | 1960 |    10 | booked     |  33 | came           | support-continues
            Yan    | 1960 |       | walked in  | NEW | came           | information-and-advice
            Zoe    | 1960 |       | walked in  | END | came           | information-and-advice
            """;

    /** The cells of the quarter, worked out by hand from the table above and the answers below. */
    private static final String BY_HAND = """
            fact                | cells               | not recorded
            WAIT                | 3, 1, 1, 1, 2, 1, 1 | 1
            FIRST_BOOKING       | 8, 2, 1             | 1
            ARRIVAL             | 10, 2, 1            | 0
            OUTCOME             | 5, 1, 1, 3, 3       | 0
            NEXT_STEP           | 2, 11               | 0
            CONNECTION_OFFERED  | 2, 11               | 0
            LISTENED_TO         | 1, 1, 1             | 10
            IMPORTANT_DISCUSSED | 0, 1, 0             | 12
            KNOWS_NEXT          | 0, 0, 1             | 12
            ASKED_AGAIN         | 1, 2                | 0
            """;

    /** The events of a year, days counted from the first of April. */
    private static final String YEAR = """
            person | born | asked | how       | day | came | outcome                | kind
            Ann    | 1950 |     5 | booked    |   5 | came | information-and-advice | Conversation
            Bob    | 1920 |     5 | booked    |  10 | came | assessment-or-review   | Surgery
            Bob    | 1920 |    55 | booked    |  60 | came | assessment-or-review   | Drop-in by the sea
            Cat    |      |       | walked in |  12 | came | assessment-or-review   | Drop-in by the sea
            """;

    private static final String YEAR_BY_HAND = """
            fact                | cells      | not recorded
            CONNECTION_TAKEN_UP | 1, 1       | 1
            SATISFIED           | 1, 1, 1, 1 | 2
            WORTHWHILE          | 0, 0, 0, 0 | 6
            HAPPY               | 0, 0, 0, 0 | 6
            ANXIOUS             | 1, 0, 0, 1 | 4
            LONELY              | 0, 1, 1    | 0
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private FactCounts counts;

    @Autowired
    private OwnCells own;

    @Autowired
    private TransactionTemplate transaction;

    private TestCouncil council;
    private Api practitioner;
    private UUID hub;
    private SheetPeriod quarter;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        practitioner = council.member("practitioner");
        hub = council.hub("Library");
        quarter = SheetPeriod.of(Sheet.QUARTER, TestCouncil.today().minusMonths(9));
    }

    @Test
    @DisplayName("Attack 28: merged duplicates")
    void countsTheCellsOfAQuarterAsByHand() {
        aQuarter();

        assertThat(byFact(exact(council, quarter))).containsExactlyElementsOf(expected(BY_HAND));
        assertThat(ownCells(quarter)).isEqualTo(exact(council, quarter).cells());
    }

    @Test
    void countsTheCellsOfAYearAsByHand() {
        var year = aYear();

        assertThat(byFact(exact(council, year))).containsExactlyElementsOf(expected(YEAR_BY_HAND));
    }

    /** The table has events in all three quarters, and people who have events in several of them. */
    @Test
    void countsSeveralPeriodsTogetherAsEachAlone() {
        aQuarter();
        var periods = List.of(quarter, quarter.next(), quarter.previous());

        var together = CouncilContext.call(council.id(), () -> transaction.execute(_ -> counts.of(periods)));

        assertThat(together)
                .containsExactlyElementsOf(
                        periods.stream().map(period -> exact(council, period)).toList());
        assertThat(together).allSatisfy(each -> assertThat(each.cells()).contains(1));
    }

    /** Ann is 65 to 84 years old and Bob is over 85. Cat's age is not known. "Surgery" is the council's own kind. */
    @Test
    void breaksDownByAgeAndByTheCodeOfTheKind() {
        council.tenantService().put("/internal/councils/" + council.id() + "/blueprint", """
                {"version": 1, "prompts": [], "kinds": [
                  {"code": "conversation", "name": "Conversation", "minutes": 45, "writeUpMinutes": 15, "dropInOnly": false},
                  {"code": "drop-in", "name": "Drop-in by the sea", "minutes": 45, "writeUpMinutes": 15, "dropInOnly": true},
                  {"code": "surgery", "name": "Surgery", "minutes": 45, "writeUpMinutes": 15, "dropInOnly": true}]}""");
        var year = aYear();

        var breakdowns = exact(council, new SheetPeriod(Sheet.BREAKDOWNS, year.from()));

        assertThat(groups(breakdowns, Fact.WAIT))
                .containsExactlyInAnyOrder(
                        "65-to-84 same-day 1",
                        "85-or-over 1-5-days 1",
                        "conversation same-day 1",
                        "drop-in same-day 1",
                        "other 1-5-days 1");
        assertThat(groups(breakdowns, Fact.OUTCOME))
                .containsExactlyInAnyOrder(
                        "65-to-84 information-or-community 1",
                        "85-or-over assessment 1",
                        "conversation information-or-community 1",
                        "drop-in assessment 1",
                        "other assessment 1");
        assertThat(groups(breakdowns, Fact.CONNECTION_OFFERED)).hasSize(5);
    }

    @Test
    @DisplayName("Attack 28: nameless walk-ins")
    void countsNoWalkInWithoutAName() {
        new MadeEvents(council, hub, quarter.from()).walkInWithoutAName(quarter.from());

        var found = exact(council, quarter);
        assertThat(found.cells()).containsOnly(0);
        assertThat(found.notRecorded()).isEmpty();
    }

    @Test
    void countsNothingOfAnotherCouncil() {
        aQuarter();

        assertThat(exact(TestCouncil.create(port), quarter).cells()).containsOnly(0);
    }

    private void aQuarter() {
        var events = new MadeEvents(council, hub, quarter.from());
        var end = ChronoUnit.DAYS.between(quarter.from(), quarter.until());
        events.happened(EVENTS.replace("END", String.valueOf(end - 1)).replace("NEW", String.valueOf(end)));
        events.walkInWithoutAName(quarter.from());
        events.merge("Oli", "Ann");
        events.missed("Pat", quarter.from().plusDays(13));
        events.step("Ann", "0");
        events.step("Bob", "7");
        events.connection("Ann", "0", "OPEN");
        events.connection("Fay", "31", "OPEN");
        answer(
                events,
                "Ann",
                0,
                "{'item': 'listened', 'value': 2}, {'item': 'important', 'value': 1},"
                        + " {'item': 'know-next', 'value': 0}");
        answer(events, "Bob", 7, "{'item': 'listened', 'value': 1}, {'item': 'important', 'noAnswer': 'not-today'}");
        answer(events, "Cat", 15, "{'item': 'listened', 'noAnswer': 'not-today'}");
        answer(events, "Cat", 45, "{'item': 'listened', 'value': 0}");
        answer(events, "Mia", -30, "{'item': 'listened', 'value': 2}");
    }

    private void answer(MadeEvents events, String person, int day, String answers) {
        record(events, person, "experience3", quarter.from().plusDays(day), answers);
    }

    private void record(MadeEvents events, String person, String instrument, LocalDate day, String answers) {
        events.record(practitioner, person, instrument, day, answers.replace('\'', '"'), null);
    }

    /**
     * Satisfaction changes by 2, 0, -1 and 3 for Ann, Bob, Cat and Dan. Eve answered once. The answers of Fay are too far
     * apart. Anxiety changes by -4 and 2 for Ann and Bob, and loneliness by 0 and -1.
     */
    private SheetPeriod aYear() {
        var year = SheetPeriod.of(Sheet.YEAR, TestCouncil.today()).previous();
        var events = new MadeEvents(council, hub, year.from());
        events.happened(YEAR);
        events.connection("Ann", "5", "HAPPENED");
        events.connection("Bob", "10", "OPEN");
        events.connection("Bob", "60", "NOT_HAPPENED");
        events.connection("Cat", "12", "OPEN");
        List.of("Dan", "Eve", "Fay").forEach(name -> events.person(name, ""));
        ons4(events, year, "Ann", -20, "{'item': 'satisfied', 'value': 4}, {'item': 'anxious', 'value': 6}");
        ons4(events, year, "Ann", 30, "{'item': 'satisfied', 'value': 6}, {'item': 'anxious', 'value': 2}");
        ons4(events, year, "Bob", -20, "{'item': 'satisfied', 'value': 5}, {'item': 'anxious', 'value': 3}");
        ons4(events, year, "Bob", 30, "{'item': 'satisfied', 'value': 5}, {'item': 'anxious', 'value': 5}");
        ons4(events, year, "Cat", -20, "{'item': 'satisfied', 'value': 7}");
        ons4(events, year, "Cat", 30, "{'item': 'satisfied', 'value': 6}");
        ons4(events, year, "Dan", -20, "{'item': 'satisfied', 'value': 3}");
        ons4(events, year, "Dan", 30, "{'item': 'satisfied', 'value': 6}");
        ons4(events, year, "Eve", 20, "{'item': 'satisfied', 'value': 6}");
        ons4(events, year, "Fay", -400, "{'item': 'satisfied', 'value': 6}");
        ons4(events, year, "Fay", 30, "{'item': 'satisfied', 'value': 9}");
        lonely(events, year, "Ann", -20, 2);
        lonely(events, year, "Ann", 30, 2);
        lonely(events, year, "Bob", -20, 3);
        lonely(events, year, "Bob", 30, 2);
        return year;
    }

    private void ons4(MadeEvents events, SheetPeriod year, String person, int day, String answers) {
        record(events, person, "ons4", year.from().plusDays(day), answers);
    }

    private void lonely(MadeEvents events, SheetPeriod year, String person, int day, int first) {
        record(
                events,
                person,
                "ucla3-direct",
                year.from().plusDays(day),
                "{'item': 'companionship', 'value': " + first
                        + "}, {'item': 'left-out', 'value': 2}, {'item': 'isolated', 'value': 1}");
    }

    private Exact exact(TestCouncil of, SheetPeriod period) {
        return CouncilContext.call(of.id(), () -> transaction.execute(_ -> counts.of(period)));
    }

    private List<Integer> ownCells(SheetPeriod period) {
        var exact = CouncilContext.call(
                council.id(),
                () -> requireNonNull(transaction.execute(_ -> own.exact(period.kind(), List.of(period.from())))));
        return requireNonNull(exact.get(period.from()));
    }

    private static List<String> expected(String table) {
        return MadeEvents.rows(table).stream()
                .map(row -> row.get("fact") + " [" + row.get("cells") + "] " + row.get("not recorded"))
                .toList();
    }

    private static List<String> byFact(Exact exact) {
        return exact.layout().blocks().stream()
                .map(block -> {
                    var until = block.first() + block.fact().cells().size();
                    return block.fact() + " " + exact.cells().subList(block.first(), until) + " "
                            + exact.notRecorded().getOrDefault(block.fact(), 0);
                })
                .toList();
    }

    /** Returns the cells of a fact that are not empty, with their groups. */
    private static List<String> groups(Exact exact, Fact fact) {
        var found = new ArrayList<String>();
        for (var block : exact.layout().blocks()) {
            for (var cell : block.fact() == fact ? fact.cells() : List.<String>of()) {
                int people = exact.cell(block.position(cell).orElseThrow());
                if (people > 0) {
                    found.add(requireNonNull(block.group()).name() + " " + cell + " " + people);
                }
            }
        }
        return found;
    }
}
