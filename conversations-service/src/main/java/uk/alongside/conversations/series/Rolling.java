package uk.alongside.conversations.series;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.jobs.JobQueue;
import uk.alongside.foundation.wall.CouncilContext;

/** Schedules the nightly extension of a council's series when the council plans its first series. */
@Component
class Rolling {

    private final JobQueue queue;
    private final CustomTask<Void> task;

    Rolling(JobQueue queue, CustomTask<Void> seriesRollingTask) {
        this.queue = queue;
        this.task = seriesRollingTask;
    }

    /** Schedules the extension in the transaction of the series, unless the extension is scheduled already. */
    void begin() {
        queue.addRecurring(task, CouncilContext.council());
    }
}
