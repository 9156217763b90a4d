package uk.alongside.foundation.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job queue, to which a transaction adds the jobs that it makes necessary: either both exist or neither. A job that is
 * in the queue already is not added again. Outside a transaction the data source refuses the job.
 *
 * <p>Transactions that add the same job wait for each other. Otherwise both could find that it is not there yet, and the
 * database would refuse everything else in the later one.
 */
public final class JobQueue {

    private final SchedulerClient scheduler;
    private final JdbcClient sql;
    private final Clock clock;

    JobQueue(SchedulerClient scheduler, JdbcClient sql, Clock clock) {
        this.scheduler = scheduler;
        this.sql = sql;
        this.clock = clock;
    }

    /** Adds a job that runs once, as soon as the present transaction has committed. */
    public void add(OneTimeTask<Void> task, String id) {
        addOnce(task.schedulableInstance(id));
    }

    /** Adds a job that runs once, at a moment of the product's clock. */
    public void addFor(Instant moment, OneTimeTask<Void> task, String id) {
        addOnce(SchedulableInstance.of(task.instance(id), ofQueue(moment)));
    }

    /**
     * Adds a council's recurring job, which first runs when its schedule says.
     *
     * @return whether it is new
     */
    public boolean addRecurring(CustomTask<Void> task, UUID council) {
        return addOnce(task.schedulableInstance(council.toString()));
    }

    /** Adds a council's recurring job, or runs it at once if it is there. A run that is under way goes on. */
    public void addRecurringOrRun(CustomTask<Void> task, UUID council) {
        if (!addRecurring(task, council)) {
            try {
                scheduler.reschedule(task.instance(council.toString()), ofQueue(clock.instant()));
            } catch (TaskInstanceCurrentlyExecutingException _) {
                // Its next run finds what the present one did not know of.
            }
        }
    }

    private boolean addOnce(SchedulableInstance<Void> job) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('job ' || :task || ' ' || :id, 0))")
                .param("task", job.getTaskName())
                .param("id", job.getId())
                .query((_, _) -> true)
                .single();
        return scheduler.scheduleIfNotExists(job);
    }

    /**
     * Returns the time of the queue that is as far away as this moment is by the product's clock. The queue runs by the
     * machine's clock, so that a clock which the tests move does not stop it. In production both clocks are the same.
     */
    private Instant ofQueue(Instant moment) {
        return Instant.now().plus(Duration.between(clock.instant(), moment));
    }
}
