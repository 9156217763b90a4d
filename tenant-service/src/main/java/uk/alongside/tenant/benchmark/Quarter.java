package uk.alongside.tenant.benchmark;

import java.time.LocalDate;
import java.time.Month;

/** A quarter of a financial year, which begins in April. */
record Quarter(LocalDate from) implements Comparable<Quarter> {

    /** A sheet is sealed 42 days after its period, and the release follows a day later. */
    private static final int DAYS_TO_RELEASE = 43;

    Quarter {
        if (from.getDayOfMonth() != 1 || from.getMonthValue() % 3 != 1) {
            throw new IllegalArgumentException("No quarter begins on " + from + ".");
        }
    }

    static boolean isFirstDay(LocalDate day) {
        return day.getDayOfMonth() == 1 && day.getMonthValue() % 3 == 1;
    }

    LocalDate last() {
        return from.plusMonths(3).minusDays(1);
    }

    /** Returns the day on which councils seal their sheets about this quarter. */
    LocalDate sealsOn() {
        return dueOn().minusDays(1);
    }

    /** Returns the first day on which the release of this quarter is made. */
    LocalDate dueOn() {
        return last().plusDays(DAYS_TO_RELEASE);
    }

    /** Returns the first day of its financial year. */
    LocalDate year() {
        return from.getMonth() == Month.JANUARY
                ? from.minusMonths(9)
                : from.withMonth(Month.APRIL.getValue()).withDayOfMonth(1);
    }

    /** Returns whether the sheets about the whole year are released with this quarter. */
    boolean endsYear() {
        return from.getMonth() == Month.JANUARY;
    }

    Quarter previous() {
        return new Quarter(from.minusMonths(3));
    }

    @Override
    public int compareTo(Quarter other) {
        return from.compareTo(other.from);
    }
}
