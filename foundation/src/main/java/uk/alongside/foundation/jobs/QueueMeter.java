package uk.alongside.foundation.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the job queue, which also holds the deliveries between the services: how many jobs are due, for how long the
 * oldest of them has waited, how many have failed and will be repeated, and when audit anchors were last exchanged. It reads the queue at most every ten seconds.
 * If it cannot be read, the measurements have no value.
 */
final class QueueMeter implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(QueueMeter.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final JdbcClient queue;
    private Sample latest = Sample.UNKNOWN;
    private long readAt = System.nanoTime() - PAUSE.toNanos();

    QueueMeter(DataSource queue) {
        this.queue = JdbcClient.create(queue);
    }

    private record Sample(double jobs, double due, double age, double failing, double anchored) {

        static final Sample UNKNOWN = new Sample(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("alongside.queue.jobs", () -> sample().jobs())
                .description("Jobs in the queue, the due ones and those for later")
                .register(registry);
        Gauge.builder("alongside.queue.due", () -> sample().due())
                .description("Jobs that should have begun")
                .register(registry);
        Gauge.builder("alongside.queue.age", () -> sample().age())
                .description("The time for which the oldest due job has waited")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("alongside.queue.failing", () -> sample().failing())
                .description("Jobs whose latest attempt failed, and which will be repeated")
                .register(registry);
        Gauge.builder("alongside.audit.anchored.age", () -> sample().anchored())
                .description("The time since the ends of all audit records were exchanged with the other service")
                .baseUnit("seconds")
                .register(registry);
    }

    private synchronized Sample sample() {
        long now = System.nanoTime();
        if (now - readAt >= PAUSE.toNanos()) {
            readAt = now;
            try {
                latest = read();
            } catch (DataAccessException e) {
                LOG.debug("The job queue could not be measured", e);
                latest = Sample.UNKNOWN;
            }
        }
        return latest;
    }

    /** Only the service that begins the exchange of audit anchors has a value. */
    private static double orUnknown(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private Sample read() {
        return Objects.requireNonNull(queue.sql("""
                        select count(*),
                          count(*) filter (where not picked and execution_time <= now()),
                          coalesce(extract(epoch from now() - min(execution_time)
                            filter (where not picked and execution_time <= now())), 0),
                          count(*) filter (where consecutive_failures > 0),
                          extract(epoch from now() - max(last_success) filter (where task_name = 'audit-anchors'))
                        from ops.scheduled_tasks""")
                .query((row, _) ->
                        new Sample(row.getLong(1), row.getLong(2), row.getDouble(3), row.getLong(4), orUnknown(row, 5)))
                .single());
    }
}
