package uk.alongside.conversations.booking;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.council.SettingsReceived;
import uk.alongside.foundation.jobs.CouncilTask;

/** Gives expired holds back, each minute, council by council: lists of free places need not know that there are holds. */
@Configuration
class HoldTask {

    private static final Schedule EACH_MINUTE = Schedules.fixedDelay(Duration.ofMinutes(1));

    @Bean
    CustomTask<Void> expiredHoldsTask(HoldService holds) {
        return CouncilTask.recurring("expired-holds", EACH_MINUTE, holds::releaseExpired);
    }

    /** Plans the task when a council is first heard of, in the same transaction. */
    @Component
    static class Planning {

        private final SchedulerClient scheduler;
        private final CustomTask<Void> task;
        private final Clock clock;

        Planning(SchedulerClient scheduler, CustomTask<Void> expiredHoldsTask, Clock clock) {
            this.scheduler = scheduler;
            this.task = expiredHoldsTask;
            this.clock = clock;
        }

        @EventListener
        void plan(SettingsReceived settings) {
            scheduler.scheduleIfNotExists(
                    task.instance(settings.council().toString()), EACH_MINUTE.getInitialExecutionTime(clock.instant()));
        }
    }
}
