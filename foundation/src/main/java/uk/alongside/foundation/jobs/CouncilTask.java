package uk.alongside.foundation.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.util.UUID;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Creates tasks that recur for each council. A task instance's id is the council's id, so no code lists the councils.
 */
public final class CouncilTask {

    private CouncilTask() {}

    /**
     * Creates a task to declare as a bean. {@link JobQueue#addRecurring} adds a council's instance; the queue's own clock and
     * the schedule say when it first runs.
     */
    public static CustomTask<Void> recurring(String name, Schedule schedule, Runnable work) {
        return Tasks.custom(name, Void.class)
                .defaultExecutionTime(schedule::getInitialExecutionTime)
                .onFailureReschedule(schedule)
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    CouncilContext.run(UUID.fromString(instance.getId()), work);
                    return new OnCompleteReschedule<>(schedule);
                });
    }
}
