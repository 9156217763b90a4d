package uk.alongside.conversations.series;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recurrenceset.FastForwarded;
import org.dmfs.rfc5545.recurrenceset.OfRule;
import org.jspecify.annotations.Nullable;

/**
 * The days of a recurrence: a first day and a line of RFC 5545, {@code RRULE:} or {@code RDATE;VALUE=DATE:}. A
 * recurrence has days only and no times, so no clock change can move them.
 */
public record Recurrence(LocalDate first, String text) {

    private static final String RULE = "RRULE:";
    private static final String DATES = "RDATE;VALUE=DATE:";
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int DAYS_TO_A_FIFTH_WEEK = 28;

    /** Creates a recurrence every so many weeks on these days, from the first such day on or after {@code from}. */
    static Recurrence weekly(LocalDate from, int every, Set<DayOfWeek> days, @Nullable LocalDate until) {
        var first = from.datesUntil(from.plusWeeks(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .findFirst()
                .orElseThrow();
        var on = EnumSet.copyOf(days).stream().map(Recurrence::code).collect(joining(","));
        return new Recurrence(
                first, RULE + "FREQ=WEEKLY" + (every == 1 ? "" : ";INTERVAL=" + every) + ";BYDAY=" + on + until(until));
    }

    /** Creates a monthly recurrence on a weekday: the first to fourth, or the last if {@code week} is -1. */
    static Recurrence monthly(LocalDate from, int week, DayOfWeek day, @Nullable LocalDate until) {
        var rule = RULE + "FREQ=MONTHLY;BYDAY=" + week + code(day);
        var first = new Recurrence(from, rule).between(from, from.plusMonths(2)).getFirst();
        return new Recurrence(first, rule + until(until));
    }

    static Recurrence on(Collection<LocalDate> days) {
        var inOrder = new TreeSet<>(days);
        return new Recurrence(
                inOrder.first(), DATES + inOrder.stream().map(DATE::format).collect(joining(",")));
    }

    private static String until(@Nullable LocalDate last) {
        return last == null ? "" : ";UNTIL=" + DATE.format(last);
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    boolean isSingleDates() {
        return text.startsWith(DATES);
    }

    /** Lists the days of the recurrence from one day to another, both included. */
    List<LocalDate> between(LocalDate from, LocalDate to) {
        if (isSingleDates()) {
            return days().filter(day -> !day.isBefore(from) && !day.isAfter(to)).toList();
        }
        var start = from.isBefore(first) ? first : from;
        var found = new ArrayList<LocalDate>();
        for (var date : new FastForwarded(dateTime(start), new OfRule(rule(), dateTime(first)))) {
            var day = LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
            if (day.isAfter(to)) {
                break;
            }
            found.add(day);
        }
        return found;
    }

    /** Returns the day of the n-th occurrence, for a recurrence without an end. */
    LocalDate dayOf(int times) {
        var to = first.plusYears(times);
        return between(first, to).get(times - 1);
    }

    /** Returns the last day, if the recurrence has one. */
    Optional<LocalDate> last() {
        if (isSingleDates()) {
            return days().reduce((_, later) -> later);
        }
        return Optional.ofNullable(rule().getUntil())
                .map(until -> LocalDate.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth()));
    }

    /** Returns this recurrence up to the day before. */
    Recurrence endingBefore(LocalDate day) {
        if (isSingleDates()) {
            var kept = days().filter(each -> each.isBefore(day)).toList();
            return kept.isEmpty() ? new Recurrence(first, DATES) : on(kept);
        }
        var until = day.minusDays(1);
        if (last().filter(last -> !last.isAfter(until)).isPresent()) {
            return this;
        }
        var bare = Arrays.stream(text.split(";", -1))
                .filter(part -> !part.startsWith("UNTIL="))
                .collect(joining(";"));
        return new Recurrence(first, bare + until(until));
    }

    /** Returns this recurrence from a day on, in step with the earlier days. */
    Optional<Recurrence> startingOn(LocalDate day) {
        if (isSingleDates()) {
            var kept = days().filter(each -> !each.isBefore(day)).toList();
            return kept.isEmpty() ? Optional.empty() : Optional.of(on(kept));
        }
        var horizon = last().orElse(day.plusYears(10));
        return day.isAfter(horizon)
                ? Optional.empty()
                : between(day, horizon.isBefore(day.plusYears(1)) ? horizon : day.plusYears(1)).stream()
                        .findFirst()
                        .map(next -> new Recurrence(next, text));
    }

    /** Returns the parts of the recurrence, for callers who describe it in words. */
    Pattern pattern() {
        if (isSingleDates()) {
            return new Pattern(Frequency.DATES, 1, List.of(), null, days().toList(), last().orElse(null));
        }
        var rule = rule();
        var byDay = rule.getByDayPart();
        var days = byDay.stream()
                .map(each -> Arrays.stream(DayOfWeek.values())
                        .filter(day -> code(day).equals(each.weekday.name()))
                        .findFirst()
                        .orElseThrow())
                .toList();
        var monthly = rule.getFreq().name().equals("MONTHLY");
        return new Pattern(
                monthly ? Frequency.MONTHLY : Frequency.WEEKLY,
                rule.getInterval(),
                days,
                monthly ? byDay.getFirst().pos : null,
                List.of(),
                last().orElse(null));
    }

    /**
     * The parts of a recurrence. {@code week}, for a monthly one, is 1 to 4, or -1 for the last.
     */
    record Pattern(
            Frequency repeats,
            int every,
            List<DayOfWeek> days,
            @Nullable Integer week,
            List<LocalDate> dates,
            @Nullable LocalDate until) {}

    /** Returns the place of a day among the same weekdays of its month: the fifth counts as the last. */
    static int weekOfMonth(LocalDate day) {
        return day.getDayOfMonth() > DAYS_TO_A_FIFTH_WEEK ? -1 : (day.getDayOfMonth() - 1) / 7 + 1;
    }

    private Stream<LocalDate> days() {
        var list = text.substring(DATES.length());
        return list.isEmpty()
                ? Stream.empty()
                : Arrays.stream(list.split(",", -1)).map(day -> LocalDate.parse(day, DATE));
    }

    private RecurrenceRule rule() {
        try {
            return new RecurrenceRule(text.substring(RULE.length()));
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("A stored recurrence rule cannot be read: " + text, e);
        }
    }

    private static DateTime dateTime(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }
}
