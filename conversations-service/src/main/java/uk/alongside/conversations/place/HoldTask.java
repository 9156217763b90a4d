package uk.alongside.conversations.place;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.council.SettingsReceived;
import uk.alongside.foundation.jobs.CouncilTask;
import uk.alongside.foundation.jobs.JobQueue;

/** Releases expired holds each minute, council by council, so that lists of free places can ignore holds. */
@Configuration
class HoldTask {

    private static final Schedule EACH_MINUTE = Schedules.fixedDelay(Duration.ofMinutes(1));

    @Bean
    CustomTask<Void> expiredHoldsTask(HoldService holds) {
        return CouncilTask.recurring("expired-holds", EACH_MINUTE, holds::releaseExpired);
    }

    /** Schedules the task when the first settings of a council arrive, in the same transaction. */
    @Component
    static class Planning {

        private final JobQueue queue;
        private final CustomTask<Void> task;

        Planning(JobQueue queue, CustomTask<Void> expiredHoldsTask) {
            this.queue = queue;
            this.task = expiredHoldsTask;
        }

        @EventListener
        void plan(SettingsReceived settings) {
            queue.addRecurring(task, settings.council());
        }
    }
}
