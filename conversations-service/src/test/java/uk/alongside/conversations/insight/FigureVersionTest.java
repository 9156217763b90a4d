package uk.alongside.conversations.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.foundation.wall.CouncilContext;

/** Counts the figures of finished quarters, changes a record and counts them again. */
@ServiceTest
class FigureVersionTest {

    private static final String EVENTS = """
            person | born | asked | how    | day | came           | outcome
            Ada    |      |     0 | booked |   4 | came           | information-and-advice
            Bea    |      |     2 | booked |  12 | did not attend |
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private FigureService figures;

    private TestCouncil council;
    private LocalDate quarter;

    @BeforeEach
    void aQuarterWithTwoBookings() {
        council = TestCouncil.create(port);
        quarter = TestCouncil.today().with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(9);
        new MadeEvents(council, council.hub("Library"), quarter).happened(EVENTS);
    }

    @Test
    void saysWhatAFigureWasBeforeARecordChanged() {
        count();
        assertThat(period().path("earlier")).isEmpty();

        theAbsenceWasAMistake();
        assertThat(period().at("/count/value").decimalValue()).isEqualByComparingTo("100");
        assertEarlier("50");
        count();
        assertEarlier("50");
        assertThat(period("&by=month").path("earlier")).isEmpty();
        assertThat(period("&kind=Drop-in").path("earlier")).isEmpty();
    }

    @Test
    void addsNothingWhileAFigureStaysWhatItIs() {
        count();
        count();
        assertThat(versions()).isEqualTo(1);

        theAbsenceWasAMistake();
        count();
        count();
        assertThat(versions()).isEqualTo(2);
    }

    /** The stored counts answer all pages as the records do, until the next night. */
    @Test
    void keepsTheCountsOfTheNightIfTheyTookLong() {
        var hub = council.hub("Library");
        var paths = List.of(
                "/api/figures",
                "/api/figures/attended",
                "/api/figures/attended?by=month",
                "/api/figures/asked-again?by=month",
                "/api/figures/resolved",
                "/api/figures/attended?kind=Drop-in",
                "/api/figures/attended?hubId=" + hub,
                "/api/figures/assessment?hubId=" + hub,
                "/api/figures/attended?kind=Drop-in&hubId=" + hub,
                "/api/figures/wait/publication");
        var live = paths.stream().map(path -> answer(path).toString()).toList();

        CouncilContext.run(council.id(), () -> figures.keepFinished(Duration.ofNanos(-1)));

        for (int number = 0; number < paths.size(); number++) {
            var stored = (ObjectNode) answer(paths.get(number));
            assertThat(stored.remove("countedAt") == null)
                    .as(paths.get(number))
                    .isEqualTo(paths.get(number).contains("publication"));
            assertThat(stored.toString()).as(paths.get(number)).isEqualTo(live.get(number));
        }
        theAbsenceWasAMistake();
        assertThat(period().at("/count/value").decimalValue()).isEqualByComparingTo("50");
        count();
        assertThat(period().at("/count/value").decimalValue()).isEqualByComparingTo("100");
        assertThat(answer("/api/figures").has("countedAt")).isFalse();
    }

    /** A night that has failed, or has not come to this council yet, leaves the pages with what they showed before. */
    @Test
    void showsTheCountsOfAnEarlierDayForAWeek() {
        CouncilContext.run(council.id(), () -> figures.keepFinished(Duration.ofNanos(-1)));
        theAbsenceWasAMistake();

        countedDaysAgo(7);
        assertThat(answer("/api/figures").path("today").asString())
                .isEqualTo(TestCouncil.today().minusDays(7).toString());
        assertThat(answer("/api/figures").has("countedAt")).isTrue();
        assertThat(period().at("/count/value").decimalValue()).isEqualByComparingTo("50");

        countedDaysAgo(8);
        assertThat(answer("/api/figures").path("today").asString())
                .isEqualTo(TestCouncil.today().toString());
        assertThat(period().at("/count/value").decimalValue()).isEqualByComparingTo("100");
    }

    private void countedDaysAgo(int days) {
        RunningService.superuser()
                .sql("update app.figure_count set counted_on = :day where tenant_id = :council")
                .param("day", TestCouncil.today().minusDays(days))
                .param("council", council.id())
                .update();
    }

    private JsonNode answer(String path) {
        var answer = council.member("viewer").get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void plansTheCountOfANewCouncil() {
        assertThat(RunningService.superuser()
                        .sql("select count(*) from ops.scheduled_tasks where task_name = 'figure-versions'"
                                + " and task_instance = :council")
                        .param("council", council.id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void assertEarlier(String value) {
        var earlier = period().path("earlier");
        assertThat(earlier).hasSize(1);
        assertThat(earlier.at("/0/value").decimalValue()).isEqualByComparingTo(value);
        assertThat(earlier.at("/0/base").asInt()).isEqualTo(2);
        assertThat(earlier.at("/0/countedOn").asString())
                .isEqualTo(TestCouncil.today().toString());
    }

    /** Counts without storing, which a machine that is slow today would make the service do. */
    private void count() {
        CouncilContext.run(council.id(), () -> figures.keepFinished(Duration.ofHours(1)));
    }

    private void theAbsenceWasAMistake() {
        RunningService.superuser()
                .sql(
                        "update app.booking set status = 'EXPECTED' where tenant_id = :council and status = 'DID_NOT_ATTEND'")
                .param("council", council.id())
                .update();
    }

    private long versions() {
        return RunningService.superuser()
                .sql("select count(*) from app.figure_version where tenant_id = :council and figure = 'ATTENDED'")
                .param("council", council.id())
                .query(Long.class)
                .single();
    }

    private JsonNode period() {
        return period("");
    }

    private JsonNode period(String filter) {
        for (var period : council.member("viewer")
                .get("/api/figures/attended?" + filter)
                .json()
                .path("periods")) {
            if (period.path("from").asString().equals(quarter.toString())) {
                return period;
            }
        }
        throw new AssertionError("The quarter is missing.");
    }
}
