package uk.alongside.conversations.capacity;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.council.SettingsReceived;

/** Schedules the nightly check when the first settings of a council arrive, in the same transaction. */
@Component
class CapacityPlanning {

    private final SchedulerClient scheduler;
    private final CustomTask<Void> task;

    CapacityPlanning(SchedulerClient scheduler, CustomTask<Void> capacityCheckTask) {
        this.scheduler = scheduler;
        this.task = capacityCheckTask;
    }

    @EventListener
    void plan(SettingsReceived settings) {
        scheduler.scheduleIfNotExists(
                task.schedulableInstance(settings.council().toString()));
    }
}
