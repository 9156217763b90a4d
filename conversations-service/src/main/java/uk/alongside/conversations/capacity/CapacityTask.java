package uk.alongside.conversations.capacity;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.alongside.foundation.jobs.CouncilTask;

/** Runs the capacity check after the hour that clock changes leave out or repeat. */
@Configuration
class CapacityTask {

    static final String NAME = "capacity-check";

    static Schedule nightly(Clock clock) {
        return Schedules.daily(clock.getZone(), LocalTime.of(3, 15));
    }

    @Bean
    CustomTask<Void> capacityCheckTask(CapacityCheck check, Clock clock) {
        return CouncilTask.recurring(NAME, nightly(clock), check::run);
    }
}
