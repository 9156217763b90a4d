package uk.alongside.foundation.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Polls for due jobs while the service runs, and owns the connection pool it polls through. A stopped scheduler cannot
 * start again, so each start creates a new one. Spring's tests need that: a context is paused while another one runs.
 */
final class Jobs implements SmartLifecycle, AutoCloseable, MeterBinder {

    private final HikariDataSource pool;
    private final Supplier<Scheduler> schedulers;
    private volatile @Nullable Scheduler running;

    Jobs(HikariDataSource pool, Supplier<Scheduler> schedulers) {
        this.pool = pool;
        this.schedulers = schedulers;
    }

    @Override
    public void start() {
        var scheduler = schedulers.get();
        scheduler.start();
        running = scheduler;
    }

    @Override
    public void stop() {
        var scheduler = running;
        running = null;
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        pool.setMetricRegistry(registry);
        new QueueMeter(pool).bindTo(registry);
    }

    @Override
    public void close() {
        pool.close();
    }
}
