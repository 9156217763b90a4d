package uk.alongside.conversations.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.comparison.Comparison.Measure;
import uk.alongside.conversations.comparison.ComparisonService.Coming;
import uk.alongside.conversations.sheet.OwnCells;
import uk.alongside.statistics.benchmark.Flags.Flag;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.statistics.sheet.SheetLayout;

class ComparisonServiceTest {

    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);

    private final BenchmarkReleases releases = mock(BenchmarkReleases.class);
    private final OwnCells cells = mock(OwnCells.class);
    private final ComparisonService comparisons =
            new ComparisonService(releases, cells, Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void aRelease() {
        received("""
                {"rate": "attended", "percent": 80, "share": 0.8000, "lower": 0.7900, "upper": 0.8100,
                 "privacySd": 0.00500, "differences": {"councils": 15, "variance": 0.002000,
                 "quantiles": {"lowerQuartile": 75, "median": 80, "upperQuartile": 85}}},
                {"rate": "cancelled", "withheld": "precision"}""");
    }

    @Test
    void laysTheExactOwnRateOverThePooledOne() {
        own(Fact.FIRST_BOOKING, 820, 180, 50);

        var attended = measure(Rate.ATTENDED);

        assertThat(attended.own()).isEqualTo(new OwnFigures.Own(820, 1000));
        assertThat(attended.place()).hasValueSatisfying(place -> {
            assertThat(place.first()).isEqualTo(3);
            assertThat(place.last()).isEqualTo(3);
        });
        assertThat(attended.flag()).contains(Flag.NONE);
    }

    @Test
    void flagsARateThatIsFartherAwayThanChanceExplains() {
        own(Fact.FIRST_BOOKING, 300, 700, 0);

        assertThat(measure(Rate.ATTENDED).flag()).contains(Flag.LOWER);
        assertThat(measure(Rate.ATTENDED).place())
                .hasValueSatisfying(place -> assertThat(place.last()).isEqualTo(1));
    }

    @Test
    void placesAndFlagsNothingBesideAFigureThatIsWithheld() {
        own(Fact.FIRST_BOOKING, 300, 700, 100);

        var cancelled = measure(Rate.CANCELLED);

        assertThat(cancelled.own()).isEqualTo(new OwnFigures.Own(100, 1100));
        assertThat(cancelled.place()).isEmpty();
        assertThat(cancelled.flag()).isEmpty();
    }

    @Test
    void saysNothingOfACouncilWithoutPeople() {
        own(Fact.FIRST_BOOKING, 0, 0, 0);

        assertThat(measure(Rate.ATTENDED).place()).isEmpty();
        assertThat(measure(Rate.ATTENDED).flag()).isEmpty();
    }

    @Test
    void saysWhenTheNextBenchmarkComes() {
        when(releases.held()).thenReturn(List.of());
        assertThat(comparisons.coming())
                .isEqualTo(new Coming(FROM, LocalDate.of(2026, 9, 30), LocalDate.of(2026, 11, 12)));

        when(releases.held()).thenReturn(List.of(FROM));
        assertThat(comparisons.coming())
                .isEqualTo(
                        new Coming(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 2, 12)));
    }

    private void own(Fact fact, int... numbers) {
        var layout = SheetLayout.of(Sheet.QUARTER);
        var counted = new ArrayList<>(Collections.nCopies(layout.cells(), 0));
        for (var cell = 0; cell < numbers.length; cell++) {
            counted.set(layout.block(fact).orElseThrow().first() + cell, numbers[cell]);
        }
        when(cells.exact(any(), any())).thenReturn(Map.of(FROM, counted));
    }

    private Measure measure(Rate rate) {
        return comparisons.find(FROM).pools().getFirst().measures().stream()
                .filter(measure -> measure.rate() == rate)
                .findFirst()
                .orElseThrow();
    }

    private void received(String rates) {
        var release = new BenchmarkRelease(FROM, """
                {"format": 1, "period": {"from": "2026-07-01", "to": "2026-09-30"}, "madeOn": "2026-11-12",
                 "specification": 1, "madeUp": true, "families": [], "pools": [
                  {"pool": "national", "sheet": "quarter", "window": {"from": "2026-07-01", "to": "2026-09-30"},
                   "quarters": ["2026-07-01"], "contributors": 15, "rates": [%s], "waits": []}],
                 "breakdowns": [], "restated": []}""".formatted(rates), "test", "AA==", null);
        when(releases.find(FROM)).thenReturn(Optional.of(release));
        when(releases.list()).thenReturn(List.of(release));
    }
}
