package uk.alongside.conversations.capacity;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.council.SettingsReceived;
import uk.alongside.foundation.jobs.JobQueue;

/** Schedules the nightly check when the first settings of a council arrive, in the same transaction. */
@Component
class CapacityPlanning {

    private final JobQueue queue;
    private final CustomTask<Void> task;

    CapacityPlanning(JobQueue queue, CustomTask<Void> capacityCheckTask) {
        this.queue = queue;
        this.task = capacityCheckTask;
    }

    @EventListener
    void plan(SettingsReceived settings) {
        queue.addRecurring(task, settings.council());
    }
}
