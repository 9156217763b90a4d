package uk.alongside.conversations.publicpages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import uk.alongside.foundation.text.DateWords;

/** Writes days, weekdays and times for the public pages. */
final class DaysAndTimes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private DaysAndTimes() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String times(LocalTime starts, LocalTime ends) {
        return DateWords.time(starts) + " to " + DateWords.time(ends);
    }

    static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
