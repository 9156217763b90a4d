package uk.alongside.foundation.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The time of day at which a service's nightly jobs run ({@code alongside.jobs.night}). It is 3:15am in London by
 * default, after the hour that clock changes leave out or repeat.
 */
public final class Night {

    private final LocalTime start;
    private final ZoneId zone;

    Night(LocalTime start, ZoneId zone) {
        this.start = start;
        this.zone = zone;
    }

    /** Returns the schedule of a job that runs each night, this long after the first one. */
    public Schedule after(Duration first) {
        return Schedules.daily(zone, start.plus(first));
    }
}
