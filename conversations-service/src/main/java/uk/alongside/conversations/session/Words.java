package uk.alongside.conversations.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and times as people say them. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private Words() {}

    /** "Tuesday 24 November 2026" */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "10:15am", "11am", "midday", "midnight" */
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

    /** "First contact, 9:30am to 12:30pm, in Room 2" */
    static String session(@Nullable String kind, LocalTime starts, LocalTime ends, @Nullable String room) {
        return (kind == null ? "another session" : kind) + ", " + time(starts) + " to " + time(ends)
                + (room == null ? "" : ", in " + room);
    }
}
