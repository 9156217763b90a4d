package uk.alongside.conversations.series;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilContext;

/** Sees to it that a council's series are kept a year ahead, from its first series on; nothing ever lists councils. */
@Component
class Rolling {

    private final SchedulerClient scheduler;
    private final CustomTask<Void> task;
    private final Clock clock;

    Rolling(SchedulerClient scheduler, CustomTask<Void> seriesRollingTask, Clock clock) {
        this.scheduler = scheduler;
        this.task = seriesRollingTask;
        this.clock = clock;
    }

    /** In the transaction of the series. */
    void begin() {
        scheduler.scheduleIfNotExists(
                task.instance(CouncilContext.council().toString()),
                RollingTask.nightly(clock).getInitialExecutionTime(clock.instant()));
    }
}
