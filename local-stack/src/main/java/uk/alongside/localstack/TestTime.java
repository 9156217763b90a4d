package uk.alongside.localstack;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The time at which tests begin, independent of the hour at which they run. */
public final class TestTime {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private TestTime() {}

    /** Returns half past nine on the next working day. */
    public static LocalDateTime start() {
        var day = LocalDate.now(LONDON).plusDays(1);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.plusDays(1);
        }
        return day.atTime(9, 30);
    }

    /**
     * Returns the time of day at which services under test run their nightly jobs, twelve hours away. The job queue runs
     * by the machine's clock, and the jobs of a night would meet what tests have altered on purpose.
     */
    public static LocalTime night() {
        return LocalTime.now(LONDON).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
    }
}
