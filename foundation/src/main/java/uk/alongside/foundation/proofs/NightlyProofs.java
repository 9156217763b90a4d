package uk.alongside.foundation.proofs;

import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

/**
 * Checks the wall every night while the service runs. Each process keeps its own time: the job queue is a table that the
 * service's role can write, so a check there could be put off.
 */
public final class NightlyProofs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyProofs.class);

    private final Proofs proofs;
    private final CronTrigger halfPastTwo;
    private SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private volatile boolean running;

    public NightlyProofs(Proofs proofs, ZoneId zone) {
        this.proofs = proofs;
        this.halfPastTwo = new CronTrigger("0 30 2 * * *", zone);
    }

    @Override
    public void start() {
        scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setThreadNamePrefix("nightly-proofs-");
        var _ = scheduler.schedule(this::check, halfPastTwo);
        running = true;
    }

    private void check() {
        try {
            proofs.check();
        } catch (RuntimeException e) {
            LOG.error("The nightly proofs failed", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        scheduler.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
