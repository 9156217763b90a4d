package uk.alongside.conversations.series;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilContext;

/** Schedules the nightly extension of a council's series when the council plans its first series. */
@Component
class Rolling {

    private final SchedulerClient scheduler;
    private final CustomTask<Void> task;

    Rolling(SchedulerClient scheduler, CustomTask<Void> seriesRollingTask) {
        this.scheduler = scheduler;
        this.task = seriesRollingTask;
    }

    /** Schedules the extension in the transaction of the series, unless the extension is scheduled already. */
    void begin() {
        scheduler.scheduleIfNotExists(
                task.schedulableInstance(CouncilContext.council().toString()));
    }
}
