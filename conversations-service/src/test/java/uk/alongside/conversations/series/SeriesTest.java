package uk.alongside.conversations.series;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.calendar.HubCalendar;
import uk.alongside.conversations.calendar.HubCalendarBuilder;
import uk.alongside.conversations.calendar.PlanningConflict;
import uk.alongside.conversations.hub.HubClosure;
import uk.alongside.conversations.hub.HubClosure.ClosureId;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.series.Series.Day;
import uk.alongside.conversations.series.Series.Reason;
import uk.alongside.conversations.session.SeriesId;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionPattern;
import uk.alongside.conversations.session.SessionPlan;
import uk.alongside.conversations.session.SessionRefusal;
import uk.alongside.foundation.problem.Refused;

class SeriesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), Session.LONDON);
    private static final HubId HUB = new HubId(UUID.randomUUID());
    private static final LocalDate TODAY = day("2026-11-22");
    private static final HubCalendar NOTHING_ELSE = HubCalendarBuilder.of(List.of(), List.of());

    @Test
    void isHeldAtTheSameTimeWhateverTheClocksDo() {
        var made = make(series("10:00", "12:00", null), NOTHING_ELSE);

        assertThat(made).hasSize(52).allMatch(session -> session.starts().equals(LocalTime.of(10, 0)));
        assertThat(sessionOn(made, "2027-03-23").startsAt()).isEqualTo("2027-03-23T10:00:00Z");
        assertThat(sessionOn(made, "2027-03-30").startsAt()).isEqualTo("2027-03-30T09:00:00Z");
        assertThat(sessionOn(made, "2027-10-26").startsAt()).isEqualTo("2027-10-26T09:00:00Z");
        assertThat(sessionOn(made, "2027-11-02").startsAt()).isEqualTo("2027-11-02T10:00:00Z");
        assertThat(made.getLast().date()).isEqualTo("2027-11-16");
    }

    @Test
    void isRefusedInAnHourThatIsLeftOutUnlessThatDayIsSkipped() {
        var series = series(Recurrence.weekly(TODAY, 1, Set.of(SUNDAY), null), "01:30", "04:00", null);
        var clocksGoForward = day("2027-03-28");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> make(series, NOTHING_ELSE))
                .extracting(Refused::reason)
                .isEqualTo(new SessionRefusal.TimeLeftOut(
                        "starts", clocksGoForward, LocalTime.of(1, 30), LocalTime.of(2, 0)));
        var made = series.make(series.upcoming(Set.of(clocksGoForward), Set.of(), NOTHING_ELSE, NOON), NOON);
        assertThat(made).noneMatch(session -> session.date().equals(clocksGoForward));
        assertThat(series.skipped()).containsEntry(clocksGoForward, Reason.CLOCKS);
    }

    @Test
    void meansTheFirstOfAnHourThatComesTwice() {
        var series = series(Recurrence.on(List.of(day("2027-10-31"))), "01:30", "03:00", null);

        assertThat(make(series, NOTHING_ELSE).getFirst().startsAt()).isEqualTo("2027-10-31T00:30:00Z");
    }

    @Test
    void leavesOutBankHolidaysUnlessTheyAreKept() {
        var mondays = Recurrence.weekly(TODAY, 1, Set.of(MONDAY), null);
        var series = series(mondays, "10:00", "12:00", null);
        var boxingDay = day("2026-12-28");
        var easter = day("2027-03-29");

        var made = series.make(series.upcoming(Set.of(), Set.of(easter), NOTHING_ELSE, NOON), NOON);

        assertThat(made).extracting(Session::date).doesNotContain(boxingDay).contains(easter);
        assertThat(series.skipped())
                .containsEntry(boxingDay, Reason.BANK_HOLIDAY)
                .doesNotContainKey(easter);
    }

    @Test
    void leavesOutDaysOnWhichTheHubIsClosed() {
        var closed =
                new HubClosure(new ClosureId(UUID.randomUUID()), day("2026-12-01"), day("2026-12-08"), "New floor");
        var calendar = HubCalendarBuilder.of(List.of(closed), List.of());

        var days = series("10:00", "12:00", null).upcoming(Set.of(), Set.of(), calendar, NOON);

        assertThat(days.stream().filter(Day::skipped).limit(2))
                .extracting(Day::date)
                .containsExactly(day("2026-12-01"), day("2026-12-08"));
        assertThat(days.get(1).conflicts()).containsExactly(new PlanningConflict.HubClosed("New floor"));
    }

    @Test
    void isRefusedWhereAnotherSessionHasTheRoom() {
        var other = make(series(Recurrence.on(List.of(day("2026-12-08"))), "09:30", "12:30", "Room 2"), NOTHING_ELSE);
        var calendar = HubCalendarBuilder.of(List.of(), other);
        var series = series("11:00", "14:00", "room 2");

        var days = series.upcoming(Set.of(), Set.of(), calendar, NOON);

        assertThat(days.get(2).conflicts())
                .containsExactly(new PlanningConflict.Clash(
                        "First contact", LocalTime.of(9, 30), LocalTime.of(12, 30), "Room 2"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> series.make(days, NOON))
                .extracting(Refused::reason)
                .isEqualTo(new SessionRefusal.Overlaps(
                        day("2026-12-08"), LocalTime.of(9, 30), LocalTime.of(12, 30), "First contact", "Room 2"));
        assertThat(make(series("11:00", "14:00", "Room 3"), calendar)).hasSize(52);
        assertThat(make(series("12:30", "14:00", "Room 2"), calendar)).hasSize(52);
    }

    @Test
    void rollsOnToAYearAheadAndLeavesOutWhatCannotBe() {
        var series = series("10:00", "12:00", "Room 2");
        make(series, NOTHING_ELSE);
        var later = Clock.offset(NOON, Duration.ofDays(21));
        var taken = make(series(Recurrence.on(List.of(day("2027-11-22"))), "10:00", "12:00", "Room 2"), NOTHING_ELSE);
        var clash = Session.ofSeries(
                SeriesId.random(),
                HUB,
                new SessionPlan(day("2027-11-30"), taken.getFirst().pattern()),
                later);

        var more = series.roll(HubCalendarBuilder.of(List.of(), List.of(clash)), later);

        assertThat(more).extracting(Session::date).containsExactly(day("2027-11-23"), day("2027-12-07"));
        assertThat(series.skipped()).containsEntry(day("2027-11-30"), Reason.CLASH);
        assertThat(series.plannedUntil()).isEqualTo("2027-12-13");
        assertThat(series.isOpen(later)).isFalse();
    }

    @Test
    void doesNotRollIntoAYearWhoseBankHolidaysAreNotWrittenDown() {
        var series = series("10:00", "12:00", null);
        make(series, NOTHING_ELSE);
        var nextSpring = Clock.offset(NOON, Duration.ofDays(120));

        var more = series.roll(NOTHING_ELSE, nextSpring);

        assertThat(more.getLast().date()).isEqualTo("2027-12-21");
        assertThat(series.plannedUntil()).isEqualTo("2027-12-31");
        assertThat(series.isOpen(nextSpring)).isTrue();
        assertThat(series.roll(NOTHING_ELSE, nextSpring)).isEmpty();
        assertThat(series.plannedUntil()).isEqualTo("2027-12-31");
    }

    @Test
    void isAskedForInOneOrderWhateverTheOrderOfItsDays() {
        var days = TODAY.datesUntil(TODAY.plusDays(20)).toList();

        var plan = new SeriesPlan(
                Recurrence.on(days),
                series("10:00", "12:00", null).pattern(),
                new HashSet<>(days.reversed()),
                new LinkedHashSet<>(days.reversed()));

        assertThat(plan.skip()).containsExactlyElementsOf(days);
        assertThat(plan.keep()).containsExactlyElementsOf(days);
    }

    @Test
    void isDoneWhenItHasAnEnd() {
        var series = series(Recurrence.weekly(TODAY, 2, Set.of(TUESDAY), day("2026-12-31")), "10:00", "12:00", null);

        assertThat(make(series, NOTHING_ELSE))
                .extracting(Session::date)
                .containsExactly(day("2026-11-24"), day("2026-12-08"), day("2026-12-22"));
        assertThat(series.isOpen(Clock.offset(NOON, Duration.ofDays(300)))).isFalse();
    }

    @Test
    void endsAfterADayForGood() {
        var series = series("10:00", "12:00", null);
        series.endAfter(day("2026-12-08"), NOON);
        assertThat(make(series, NOTHING_ELSE))
                .extracting(Session::date)
                .containsExactly(day("2026-11-24"), day("2026-12-01"), day("2026-12-08"));
        assertThat(series.isOpen(Clock.offset(NOON, Duration.ofDays(300)))).isFalse();

        var never = series("10:00", "12:00", null);
        never.endAfter(TODAY, NOON);
        assertThat(never.upcoming(Set.of(), Set.of(), NOTHING_ELSE, NOON)).isEmpty();

        assertNotEnded(new SeriesRefusal.EndsInThePast(), series, TODAY.minusDays(1));
        assertNotEnded(new SeriesRefusal.EndsAlready(day("2026-12-08")), series, day("2026-12-08"));
        assertNotEnded(new SeriesRefusal.EndsTooFarAhead(day("2027-11-22")), series, day("2027-11-23"));
    }

    private static void assertNotEnded(SeriesRefusal reason, Series series, LocalDate last) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> series.endAfter(last, NOON))
                .extracting(Refused::reason)
                .isEqualTo(reason);
    }

    @Test
    void isRefusedWithoutSense() {
        assertRefused(
                new SeriesRefusal.EndsBeforeItBegins(day("2026-11-24")),
                Recurrence.weekly(TODAY, 1, Set.of(TUESDAY), day("2026-11-23")));
        assertRefused(
                new SeriesRefusal.EndsTooFarAhead(day("2027-11-22")),
                Recurrence.weekly(TODAY, 1, Set.of(TUESDAY), day("2027-11-23")));
        assertRefused(new SeriesRefusal.BeginsInThePast(), Recurrence.on(List.of(day("2026-11-21"))));
        assertRefused(
                new SeriesRefusal.BeginsTooFarAhead(day("2027-11-22")), Recurrence.on(List.of(day("2028-02-29"))));
    }

    @Test
    void isRefusedWhenNothingIsLeft() {
        var christmas = series(Recurrence.on(List.of(day("2026-12-25"))), "10:00", "12:00", null);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> make(christmas, NOTHING_ELSE))
                .extracting(Refused::reason)
                .isEqualTo(new SeriesRefusal.NothingLeft());
    }

    private static void assertRefused(SeriesRefusal reason, Recurrence recurrence) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> series(recurrence, "10:00", "12:00", null))
                .extracting(Refused::reason)
                .isEqualTo(reason);
    }

    private static List<Session> make(Series series, HubCalendar calendar) {
        return series.make(series.upcoming(Set.of(), Set.of(), calendar, NOON), NOON);
    }

    private static Session sessionOn(List<Session> made, String day) {
        return made.stream()
                .filter(session -> session.date().equals(day(day)))
                .findFirst()
                .orElseThrow();
    }

    private static Series series(String starts, String ends, @Nullable String room) {
        return series(Recurrence.weekly(TODAY, 1, Set.of(TUESDAY), null), starts, ends, room);
    }

    private static Series series(Recurrence recurrence, String starts, String ends, @Nullable String room) {
        var pattern = new SessionPattern(
                LocalTime.parse(starts),
                LocalTime.parse(ends),
                List.of(),
                45,
                1,
                "First contact",
                room,
                null,
                List.of());
        return Series.planned(SeriesId.random(), HUB, new SeriesPlan(recurrence, pattern, Set.of(), Set.of()), NOON);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
