package uk.alongside.conversations.insight;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A month or a quarter of the calendar.
 *
 * @param until the first day after it
 */
public record Period(LocalDate from, LocalDate until) {

    /** The last eight quarters and the current one, so that there are always 24 whole months. */
    private static final int EARLIER_QUARTERS = 8;

    /** The lengths of a period. */
    public enum Grain {
        MONTH(1),
        QUARTER(3);

        private final int months;

        Grain(int months) {
            this.months = months;
        }

        /** Returns the word by which PostgreSQL knows it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the periods that are shown, the first one first; today is in the last one. */
    static List<Period> shown(LocalDate today, Grain grain) {
        return Stream.iterate(first(today), start -> !start.isAfter(today), start -> start.plusMonths(grain.months))
                .map(start -> new Period(start, start.plusMonths(grain.months)))
                .toList();
    }

    /** Returns the first day that is shown. */
    static LocalDate first(LocalDate today) {
        return today.with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(3L * EARLIER_QUARTERS);
    }

    /** Returns whether this many days have passed since its end. */
    boolean isComplete(LocalDate today, int days) {
        return !until.plusDays(days).isAfter(today);
    }
}
