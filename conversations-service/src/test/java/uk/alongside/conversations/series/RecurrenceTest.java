package uk.alongside.conversations.series;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrenceTest {

    private static final LocalDate MONDAY_23 = LocalDate.parse("2026-11-23");

    @Test
    void beginsOnTheFirstOfItsDays() {
        var recurrence = Recurrence.weekly(MONDAY_23, 1, Set.of(TUESDAY, THURSDAY), null);

        assertThat(recurrence.text()).isEqualTo("RRULE:FREQ=WEEKLY;BYDAY=TU,TH");
        assertThat(recurrence.between(MONDAY_23, MONDAY_23.plusDays(10)))
                .containsExactly(day("2026-11-24"), day("2026-11-26"), day("2026-12-01"), day("2026-12-03"));
    }

    @Test
    void keepsInStepEverySecondWeek() {
        var recurrence = Recurrence.weekly(day("2026-11-25"), 2, Set.of(TUESDAY, THURSDAY), day("2026-12-31"));

        assertThat(recurrence.text()).isEqualTo("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20261231");
        assertThat(recurrence.first()).isEqualTo("2026-11-26");
        assertThat(recurrence.between(day("2026-12-05"), day("2027-12-31")))
                .containsExactly(day("2026-12-08"), day("2026-12-10"), day("2026-12-22"), day("2026-12-24"));
    }

    @Test
    void fallsOnTheFirstTuesdayOfEachMonth() {
        var recurrence = Recurrence.monthly(day("2026-11-04"), 1, TUESDAY, null);

        assertThat(recurrence.between(day("2026-11-01"), day("2027-03-31")))
                .containsExactly(day("2026-12-01"), day("2027-01-05"), day("2027-02-02"), day("2027-03-02"));
    }

    @Test
    void fallsOnTheLastOfAMonthWhoseFifthIsMissing() {
        assertThat(Recurrence.weekOfMonth(day("2028-02-29"))).isEqualTo(-1);
        assertThat(Recurrence.weekOfMonth(day("2028-02-22"))).isEqualTo(4);
        assertThat(Recurrence.weekOfMonth(day("2028-02-01"))).isEqualTo(1);

        assertThat(Recurrence.monthly(day("2028-02-29"), -1, TUESDAY, null)
                        .between(day("2028-01-01"), day("2028-05-01")))
                .containsExactly(day("2028-02-29"), day("2028-03-28"), day("2028-04-25"));
    }

    @Test
    void mayBeAFewDates() {
        var recurrence = Recurrence.on(List.of(day("2028-03-01"), day("2028-02-29"), day("2028-02-29")));

        assertThat(recurrence.text()).isEqualTo("RDATE;VALUE=DATE:20280229,20280301");
        assertThat(recurrence.between(day("2028-01-01"), day("2028-02-29"))).containsExactly(day("2028-02-29"));
        assertThat(recurrence.last()).contains(day("2028-03-01"));
    }

    @Test
    void saysWhatItDoes() {
        assertThat(Recurrence.weekly(MONDAY_23, 2, Set.of(TUESDAY, THURSDAY), day("2026-12-31"))
                        .pattern())
                .isEqualTo(new Recurrence.Pattern(
                        Frequency.WEEKLY, 2, List.of(TUESDAY, THURSDAY), null, List.of(), day("2026-12-31")));
        assertThat(Recurrence.monthly(MONDAY_23, -1, SUNDAY, null).pattern())
                .isEqualTo(new Recurrence.Pattern(Frequency.MONTHLY, 1, List.of(SUNDAY), -1, List.of(), null));
        assertThat(Recurrence.on(List.of(MONDAY_23)).pattern().dates()).containsExactly(MONDAY_23);
    }

    @Test
    void endsBeforeADayForGood() {
        var recurrence = Recurrence.weekly(MONDAY_23, 1, Set.of(MONDAY), day("2027-06-30"));

        var cut = recurrence.endingBefore(day("2026-12-07"));

        assertThat(cut.text()).isEqualTo("RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261206");
        assertThat(cut.between(MONDAY_23, day("2028-01-01"))).containsExactly(MONDAY_23, day("2026-11-30"));
        var single = Recurrence.on(List.of(MONDAY_23)).endingBefore(MONDAY_23);
        assertThat(single.between(MONDAY_23, day("2028-01-01"))).isEmpty();
        assertThat(single.last()).isEmpty();
    }

    /** Compares with a calendar that is read day by day. The seed is in the name of the test. */
    @ParameterizedTest
    @MethodSource("seeds")
    void fallsOnTheDaysThatTheCalendarSays(int seed) {
        var random = new Random(seed);
        var from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1200));
        var until = random.nextBoolean() ? from.plusDays(7 + random.nextInt(700)) : null;
        var days = EnumSet.noneOf(DayOfWeek.class);
        IntStream.rangeClosed(0, random.nextInt(3)).forEach(_ -> days.add(DayOfWeek.of(1 + random.nextInt(7))));
        int every = 1 + random.nextInt(4);
        int week = List.of(-1, 1, 2, 3, 4).get(random.nextInt(5));
        var weekly = random.nextBoolean();
        var recurrence = weekly
                ? Recurrence.weekly(from, every, days, until)
                : Recurrence.monthly(from, week, days.iterator().next(), until);

        var first = recurrence.first();
        var monday = first.with(TemporalAdjusters.previousOrSame(MONDAY));
        var expected = from.datesUntil(from.plusDays(800))
                .filter(day -> until == null || !day.isAfter(until))
                .filter(day -> weekly
                        ? !day.isBefore(first)
                                && days.contains(day.getDayOfWeek())
                                && ChronoUnit.WEEKS.between(monday, day) % every == 0
                        : day.equals(nthOf(day, week, days.iterator().next())))
                .toList();

        assertThat(recurrence.between(from, from.plusDays(799)))
                .as(recurrence.toString())
                .isEqualTo(expected);
        var cut = from.plusDays(random.nextInt(700));
        var both = new TreeSet<>(recurrence.endingBefore(cut).between(from, from.plusDays(799)));
        assertThat(both).allMatch(day -> day.isBefore(cut));
        recurrence.startingOn(cut).ifPresent(rest -> {
            assertThat(rest.first()).isAfterOrEqualTo(cut);
            both.addAll(rest.between(from, from.plusDays(799)));
        });
        assertThat(both).as("cut at %s of %s", cut, recurrence).containsExactlyElementsOf(expected);
    }

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    private static LocalDate nthOf(LocalDate day, int week, DayOfWeek weekday) {
        return day.with(TemporalAdjusters.dayOfWeekInMonth(week, weekday));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
