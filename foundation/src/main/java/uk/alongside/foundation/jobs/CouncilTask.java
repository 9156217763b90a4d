package uk.alongside.foundation.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.util.UUID;
import uk.alongside.foundation.wall.CouncilContext;

/** Work that recurs for each council by itself: the instance id of the task is the council, and nobody lists councils. */
public final class CouncilTask {

    private CouncilTask() {}

    /**
     * A task to declare as a bean; one instance per council is scheduled in a transaction by the
     * {@code SchedulerClient}, with {@code scheduleIfNotExists(task.instance(council.toString()), when)}.
     */
    public static CustomTask<Void> recurring(String name, Schedule schedule, Runnable work) {
        return Tasks.custom(name, Void.class)
                .onFailureReschedule(schedule)
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    CouncilContext.run(UUID.fromString(instance.getId()), work);
                    return new OnCompleteReschedule<>(schedule);
                });
    }
}
