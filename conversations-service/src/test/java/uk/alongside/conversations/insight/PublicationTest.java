package uk.alongside.conversations.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Publishes made figures, and compares each cell with the rules of rounding. */
@ServiceTest
class PublicationTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private LocalDate quarter;
    private MadeEvents events;
    private String hub;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        quarter = TestCouncil.today().with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(9);
        var library = council.hub("Library");
        hub = library.toString();
        events = new MadeEvents(council, library, quarter);
    }

    @Test
    void roundsCountsAndWhatIsWorkedOutFromThem() {
        bookings(26, 12, 3);

        var attended = published("attended", "").path("counts").path(0);
        assertThat(attended.path("base").asString()).isEqualTo("40");
        assertThat(attended.path("part").asString()).isEqualTo("25");
        assertThat(attended.path("value").asString()).isEqualTo("63");
        assertThat(attended.path("notCounted").toString()).isEqualTo("[{\"reason\":\"cancelled\",\"number\":\"[c]\"}]");
        var wait = published("wait", "").path("counts").path(0);
        assertThat(wait.path("base").asString()).isEqualTo("25");
        assertThat(wait.path("value").asString()).isEqualTo("10.0");
        assertThat(wait.has("part")).isFalse();
    }

    @Test
    void keepsSmallCountsBack() {
        bookings(9, 7, 0);

        var attended = published("attended", "").path("counts").path(0);
        assertThat(attended.path("base").asString()).isEqualTo("15");
        assertThat(attended.path("value").asString()).isEqualTo("[c]");
        assertThat(published("wait", "").at("/counts/0/value").asString()).isEqualTo("[c]");
    }

    @Test
    void showsNoZeroForAHubAndWhereNothingIsRecordedForTheCouncil() {
        bookings(20, 0, 0);

        assertThat(published("attended", "").at("/counts/0/value").asString()).isEqualTo("100");
        assertThat(published("attended", "&hubId=" + hub).at("/counts/0/value").asString())
                .isEqualTo("[c]");
        assertThat(published("connected", "&kind=None").at("/counts/0/base").asString())
                .isEqualTo("[c]");
        assertThat(published("recording-time", "").at("/counts/0/value").asString())
                .isEqualTo("[w]");
    }

    @Test
    void publishesWhatWasResolvedOnlyWithWhoAskedAgain() {
        assertThat(published("resolved", "").path("counts").findValuesAsString("figure"))
                .startsWith("resolved", "asked-again");
    }

    @Test
    void publishesNothingOfAPeriodThatIsNotComplete() {
        bookings(20, 0, 0);
        var periods = publication("wait", "").path("periods");

        assertThat(periods.path(periods.size() - 1).at("/counts/0/value").asString())
                .isEqualTo("[x]");
    }

    private void bookings(int came, int absent, int cancelled) {
        var table = new StringBuilder("person | born | asked | how | day | came | outcome\n");
        for (int number = 0; number < came + absent + cancelled; number++) {
            table.append("Person %d | | 0 | booked | 10 | %s |\n"
                    .formatted(
                            number, number < came ? "came" : number < came + absent ? "did not attend" : "cancelled"));
        }
        events.happened(table.toString());
    }

    private JsonNode published(String figure, String query) {
        for (var period : publication(figure, query).path("periods")) {
            if (period.path("from").asString().equals(quarter.toString())) {
                return period;
            }
        }
        throw new AssertionError("The quarter is not among the periods");
    }

    private JsonNode publication(String figure, String query) {
        var answer = council.member("viewer").get("/api/figures/" + figure + "/publication?by=quarter" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
