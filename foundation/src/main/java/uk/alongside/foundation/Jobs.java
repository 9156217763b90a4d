package uk.alongside.foundation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.SmartLifecycle;

/** Polls for work while the service runs, and owns the pool it polls through. */
final class Jobs implements SmartLifecycle {

    private final HikariDataSource pool;
    private final Scheduler scheduler;
    private volatile boolean running;

    Jobs(HikariDataSource pool, Scheduler scheduler) {
        this.pool = pool;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
        pool.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
