package uk.alongside.conversations.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.sheet.Sharing.Change;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

class SharingTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** 42 days after 31 March is 12 May, which begins at 23:00 UTC. */
    @Test
    void isDueFromTheFirstMinuteOfTheDayInLondon() {
        var sharing = since("2026-01-01T12:00:00Z");

        assertThat(due(sharing, Sheet.QUARTER, "2026-05-11T22:59:59Z")).containsExactly("2025-10-01");
        assertThat(due(sharing, Sheet.QUARTER, "2026-05-11T23:00:00Z")).containsExactly("2025-10-01", "2026-01-01");
        assertThat(due(sharing, Sheet.YEAR, "2026-05-11T22:59:59Z")).isEmpty();
        assertThat(due(sharing, Sheet.YEAR, "2026-05-11T23:00:00Z")).containsExactly("2025-04-01");
        assertThat(due(sharing, Sheet.BREAKDOWNS, "2026-05-11T23:00:00Z")).containsExactly("2025-04-01");
    }

    /** The quarter from July to September is sealed on 11 November. */
    @Test
    void takesSharingThatWasTurnedOnBeforeTheDayOfSealing() {
        assertThat(due(since("2026-11-10T23:59:59Z"), Sheet.QUARTER, "2026-11-11T00:00:00Z"))
                .containsExactly("2026-07-01");
        assertThat(due(since("2026-11-11T00:00:00Z"), Sheet.QUARTER, "2026-12-01T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void sealsNothingWhileSharingIsOff() {
        var off = new Sharing(2, false, new Change(Instant.parse("2026-01-01T12:00:00Z"), someone()));

        assertThat(due(off, Sheet.QUARTER, "2026-12-01T00:00:00Z")).isEmpty();
        assertThat(due(Sharing.NEVER, Sheet.QUARTER, "2026-12-01T00:00:00Z")).isEmpty();
    }

    @Test
    void knowsTheYearAndTheDaysOfAPeriod() {
        var quarter = SheetPeriod.of(Sheet.QUARTER, LocalDate.parse("2027-03-31"));
        var year = SheetPeriod.of(Sheet.YEAR, LocalDate.parse("2027-03-31"));

        assertThat(quarter.from()).isEqualTo("2027-01-01");
        assertThat(quarter.until()).isEqualTo("2027-04-01");
        assertThat(quarter.sealsOn()).isEqualTo("2027-05-12");
        assertThat(quarter.ledgerYear()).isEqualTo(2026);
        assertThat(year.from()).isEqualTo("2026-04-01");
        assertThat(year.previous().from()).isEqualTo("2025-04-01");
        assertThat(year.next().from()).isEqualTo("2027-04-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SheetPeriod(Sheet.YEAR, LocalDate.parse("2026-07-01")));
    }

    private static Sharing since(String instant) {
        return new Sharing(1, true, new Change(Instant.parse(instant), someone()));
    }

    private static MemberId someone() {
        return new MemberId(UUID.randomUUID());
    }

    private static List<String> due(Sharing sharing, Sheet kind, String now) {
        return sharing.due(kind, Clock.fixed(Instant.parse(now), LONDON)).stream()
                .map(period -> period.from().toString())
                .toList();
    }
}
