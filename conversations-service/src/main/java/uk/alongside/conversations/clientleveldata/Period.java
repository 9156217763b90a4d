package uk.alongside.conversations.clientleveldata;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole months of the calendar.
 *
 * @param to the last day
 */
record Period(LocalDate from, LocalDate to) {

    /** The first quarter of which the Department asked every council for the return. */
    private static final LocalDate FIRST = LocalDate.of(2023, 4, 1);

    private static final int MONTHS = 12;

    /** Says whether a day is the first one of a quarter that has begun and of which a return is made. */
    static boolean isQuarter(LocalDate day, LocalDate today) {
        return !day.isBefore(FIRST) && !day.isAfter(today) && day.get(IsoFields.DAY_OF_QUARTER) == 1;
    }

    /** Returns the twelve months that end with the quarter that begins on this day. */
    static Period endingWith(LocalDate quarter) {
        var until = quarter.plusMonths(3);
        return new Period(until.minusMonths(MONTHS), until.minusDays(1));
    }

    static Period of(YearMonth first, YearMonth last) {
        return new Period(first.atDay(1), last.atEndOfMonth());
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    List<YearMonth> months() {
        var last = YearMonth.from(to);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }
}
