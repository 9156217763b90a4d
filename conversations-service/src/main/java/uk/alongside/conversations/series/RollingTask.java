package uk.alongside.conversations.series;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.alongside.foundation.jobs.CouncilTask;

/** Extends series each night, after the hour that clock changes leave out or repeat. */
@Configuration
class RollingTask {

    static final String NAME = "series-rolling";

    static Schedule nightly(Clock clock) {
        return Schedules.daily(clock.getZone(), LocalTime.of(3, 30));
    }

    /**
     * Creates the task. The service is looked up late because it needs the scheduler, and the scheduler needs its
     * tasks.
     */
    @Bean
    CustomTask<Void> seriesRollingTask(ObjectProvider<SeriesService> series, Clock clock) {
        return CouncilTask.recurring(
                NAME, nightly(clock), () -> series.getObject().roll());
    }
}
