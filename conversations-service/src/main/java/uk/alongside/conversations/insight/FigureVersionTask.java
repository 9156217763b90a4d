package uk.alongside.conversations.insight;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.council.SettingsReceived;
import uk.alongside.foundation.jobs.CouncilTask;
import uk.alongside.foundation.jobs.JobQueue;
import uk.alongside.foundation.jobs.Night;

/** Counts the figures of finished quarters each night, and keeps those that are not what they were. */
@Configuration
class FigureVersionTask {

    private static final Duration AFTER_OTHER_JOBS = Duration.ofHours(1);

    @Bean
    CustomTask<Void> figureVersionsTask(FigureService figures, Night night) {
        return CouncilTask.recurring("figure-versions", night.after(AFTER_OTHER_JOBS), figures::keepFinished);
    }

    /** Schedules the count when the first settings of a council arrive, in the same transaction. */
    @Component
    static class Planning {

        private final JobQueue queue;
        private final CustomTask<Void> task;

        Planning(JobQueue queue, CustomTask<Void> figureVersionsTask) {
            this.queue = queue;
            this.task = figureVersionsTask;
        }

        @EventListener
        void plan(SettingsReceived settings) {
            queue.addRecurring(task, settings.council());
        }
    }
}
