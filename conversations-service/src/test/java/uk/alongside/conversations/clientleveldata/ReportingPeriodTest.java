package uk.alongside.conversations.clientleveldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.clientleveldata.ReportingPeriod.Dropped;

class ReportingPeriodTest {

    private static final Period STATED = Period.endingWith(LocalDate.of(2026, 7, 1));
    private static final YearMonth FIRST = YearMonth.of(2025, 10);
    private static final YearMonth LAST = YearMonth.of(2026, 9);
    private static final YearMonth IMPORTED = YearMonth.of(2026, 10);

    private final Map<YearMonth, Map<EventType, Long>> ended = new HashMap<>();

    @Test
    void isAsStatedWithoutEvents() {
        var period = derived();

        assertThat(period.derived()).isEqualTo(STATED);
        assertThat(period.stated()).isTrue();
        assertThat(period.months()).hasSize(12).allMatch(month -> month.events() == 0 && month.dropped() == null);
    }

    @Test
    void isAsStatedWithNinetyNineEvents() {
        requests(FIRST.plusMonths(3), 99);

        assertThat(derived().derived()).isEqualTo(STATED);
        assertThat(derived().agreesWith(STATED)).isTrue();
    }

    @Test
    void isReadFromTheMonthsWithAHundredEvents() {
        requests(FIRST.plusMonths(3), 100);

        var period = derived();

        assertThat(period.derived()).isEqualTo(Period.of(FIRST.plusMonths(3), FIRST.plusMonths(3)));
        assertThat(period.agreesWith(STATED)).isFalse();
        assertThat(period.stated()).isFalse();
        assertThat(dropped(period, FIRST)).isEqualTo(Dropped.TOO_FEW_EVENTS);
    }

    @Test
    void keepsAMonthWithExactlyTwoPercentAndDropsOneWithLess() {
        requests(FIRST, 2);
        requests(LAST, 98);
        assertThat(derived().derived()).isEqualTo(STATED);

        requests(FIRST.plusMonths(1), 1);
        assertThat(dropped(derived(), FIRST)).isEqualTo(Dropped.TOO_FEW_EVENTS);
    }

    @Test
    void goesAcrossAMonthThatWasDropped() {
        STATED.months().forEach(month -> requests(month, 20));
        requests(FIRST.plusMonths(5), 1);

        var period = derived();

        assertThat(dropped(period, FIRST.plusMonths(5))).isEqualTo(Dropped.TOO_FEW_EVENTS);
        assertThat(period.agreesWith(STATED)).isTrue();
    }

    @Test
    void doesNotCountTheMonthInWhichTheFileArrivesOrALaterOne() {
        STATED.months().forEach(month -> requests(month, 20));

        var period = ReportingPeriod.of(STATED, ended, LAST.minusMonths(1));

        assertThat(period.derived()).isEqualTo(Period.of(FIRST, LAST.minusMonths(2)));
        assertThat(dropped(period, LAST)).isEqualTo(Dropped.NOT_OVER);
        assertThat(dropped(period, LAST.minusMonths(1))).isEqualTo(Dropped.NOT_OVER);
        assertThat(dropped(period, LAST.minusMonths(2))).isNull();
    }

    @Test
    void doesNotCountEventsOfMonthsThatAreNotOverAmongTheHundred() {
        requests(FIRST, 60);
        requests(LAST, 60);

        assertThat(ReportingPeriod.of(STATED, ended, LAST).stated()).isTrue();
    }

    @Test
    void dropsAMonthWithLessThanThreeOfFourTypes() {
        STATED.months().forEach(month -> events(month, 10, EventType.values()));
        events(FIRST, 10, EventType.REQUEST, EventType.SERVICE);
        events(LAST, 10, EventType.REQUEST, EventType.SERVICE, EventType.REVIEW);

        var period = derived();

        assertThat(dropped(period, FIRST)).isEqualTo(Dropped.TOO_FEW_TYPES);
        assertThat(period.derived()).isEqualTo(Period.of(FIRST.plusMonths(1), LAST));
    }

    @Test
    void asksForFewerTypesIfTheFileHasFewer() {
        STATED.months().forEach(month -> events(month, 10, EventType.REQUEST, EventType.SERVICE));
        events(FIRST, 10, EventType.REQUEST);

        assertThat(derived().agreesWith(STATED)).isTrue();
    }

    @Test
    void isAbsentIfAllMonthsAreDropped() {
        events(FIRST, 1, EventType.values());
        requests(FIRST.plusMonths(1), 500);

        var period = derived();

        assertThat(period.derived()).isNull();
        assertThat(period.agreesWith(STATED)).isFalse();
        assertThat(period.months()).allMatch(month -> month.dropped() != null);
    }

    private ReportingPeriod derived() {
        return ReportingPeriod.of(STATED, ended, IMPORTED);
    }

    private void requests(YearMonth month, long number) {
        events(month, number, EventType.REQUEST);
    }

    private void events(YearMonth month, long numberOfEach, EventType... types) {
        var events = new EnumMap<EventType, Long>(EventType.class);
        List.of(types).forEach(type -> events.put(type, numberOfEach));
        ended.put(month, events);
    }

    private static @Nullable Dropped dropped(ReportingPeriod period, YearMonth month) {
        return period.months().stream()
                .filter(each -> each.month().equals(month))
                .findFirst()
                .orElseThrow()
                .dropped();
    }
}
