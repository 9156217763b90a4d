package uk.alongside.conversations.capacity;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.council.SettingsReceived;

/** Plans the nightly check when a council is first heard of, in the same transaction; nothing ever lists councils. */
@Component
class CapacityPlanning {

    private final SchedulerClient scheduler;
    private final CustomTask<Void> task;
    private final Clock clock;

    CapacityPlanning(SchedulerClient scheduler, CustomTask<Void> capacityCheckTask, Clock clock) {
        this.scheduler = scheduler;
        this.task = capacityCheckTask;
        this.clock = clock;
    }

    @EventListener
    void plan(SettingsReceived settings) {
        scheduler.scheduleIfNotExists(
                task.instance(settings.council().toString()),
                CapacityTask.nightly(clock).getInitialExecutionTime(clock.instant()));
    }
}
