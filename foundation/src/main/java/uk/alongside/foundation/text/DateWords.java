package uk.alongside.foundation.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Writes days and times in the style of GOV.UK, for problem details. Pages write their own in the reader's language. */
public final class DateWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private DateWords() {}

    /** Writes a day as "Tuesday 24 November 2026". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Writes a day of the week as "Monday". */
    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /** Writes a time as "10:15am", "11am", "midday" or "midnight". */
    public static String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return "midday";
        }
        if (time.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        var minutes = time.getMinute() == 0 ? "" : ":%02d".formatted(time.getMinute());
        var hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
    }
}
