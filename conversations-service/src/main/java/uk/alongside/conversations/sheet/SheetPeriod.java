package uk.alongside.conversations.sheet;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/**
 * The period that one sheet is about: a quarter of the calendar, or a year from April to March.
 *
 * @param from its first day
 */
record SheetPeriod(Sheet kind, LocalDate from) {

    private static final int DAYS_TO_CHECK = 42;

    SheetPeriod {
        if (!from.equals(containing(kind, from))) {
            throw new IllegalArgumentException("No " + kind + " begins on " + from);
        }
    }

    /** Returns whether a period of this kind begins on this day. */
    static boolean begins(Sheet kind, LocalDate day) {
        return day.equals(containing(kind, day));
    }

    /** Returns the period of this kind in which a day is. */
    static SheetPeriod of(Sheet kind, LocalDate day) {
        return new SheetPeriod(kind, containing(kind, day));
    }

    private static LocalDate containing(Sheet kind, LocalDate day) {
        return switch (kind) {
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR, BREAKDOWNS -> LocalDate.of(year(day), Month.APRIL, 1);
        };
    }

    private static int year(LocalDate day) {
        return day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
    }

    /** Returns the first day after it. */
    LocalDate until() {
        return kind == Sheet.QUARTER ? from.plusMonths(3) : from.plusYears(1);
    }

    LocalDate lastDay() {
        return until().minusDays(1);
    }

    /** Returns the day on which its sheet is sealed: 42 days after its last day, in which leads check it. */
    LocalDate sealsOn() {
        return lastDay().plusDays(DAYS_TO_CHECK);
    }

    SheetPeriod next() {
        return new SheetPeriod(kind, until());
    }

    SheetPeriod previous() {
        return of(kind, from.minusDays(1));
    }

    /** Returns the year of the ledger that this period is in, by the calendar year in which it begins in April. */
    int ledgerYear() {
        return year(from);
    }
}
