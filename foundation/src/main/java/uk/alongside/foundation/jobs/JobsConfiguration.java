package uk.alongside.foundation.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import uk.alongside.foundation.wall.ConnectionPools;

/**
 * Configures the job queue. A job is scheduled through the guarded data source, in the transaction that makes it
 * necessary. A small separate pool polls the queue; its database role sees the queue and no council's tables.
 */
@AutoConfiguration(afterName = "uk.alongside.foundation.wall.DatabaseConfiguration")
class JobsConfiguration {

    private static final String QUEUE = "ops.scheduled_tasks";

    @Bean
    Night night(Environment environment, Clock clock) {
        return new Night(LocalTime.parse(environment.getProperty("alongside.jobs.night", "03:15")), clock.getZone());
    }

    @Bean
    JobQueue jobQueue(DataSource dataSource, JdbcClient sql, List<Task<?>> tasks, Clock clock) {
        var scheduler = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
                .tableName(QUEUE)
                .serializer(new JsonTaskData())
                .build();
        return new JobQueue(scheduler, sql, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "alongside.jobs.enabled", matchIfMissing = true)
    Jobs jobs(DataSourceProperties properties, Environment environment, List<Task<?>> tasks) {
        var pool = ConnectionPools.create(
                properties,
                environment.getRequiredProperty("alongside.jobs.username"),
                environment.getRequiredProperty("alongside.jobs.password"));
        pool.setPoolName("jobs");
        pool.setMaximumPoolSize(3);
        var pollEvery = environment.getProperty("alongside.jobs.poll-every", Duration.class, Duration.ofSeconds(1));
        var onlyKnown = new ArrayList<Task<?>>();
        var startedByThemselves = new ArrayList<RecurringTask<?>>();
        for (var task : tasks) {
            if (task instanceof RecurringTask<?> recurring) {
                startedByThemselves.add(recurring);
            } else {
                onlyKnown.add(task);
            }
        }
        return new Jobs(
                pool,
                () -> Scheduler.create(pool, onlyKnown)
                        .startTasks(startedByThemselves)
                        .tableName(QUEUE)
                        .serializer(new JsonTaskData())
                        .threads(4)
                        .pollingInterval(pollEvery)
                        // Another process takes over the jobs of a killed one after 20 seconds,
                        // instead of half an hour.
                        .heartbeatInterval(Duration.ofSeconds(5))
                        .missedHeartbeatsLimit(4)
                        .shutdownMaxWait(Duration.ofSeconds(10))
                        .build());
    }
}
