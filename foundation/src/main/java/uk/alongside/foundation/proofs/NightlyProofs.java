package uk.alongside.foundation.proofs;

import java.time.Duration;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

/**
 * Checks the wall every night while the service runs. Each process keeps its own time: the job queue is a table that the
 * service's role can write, so a check there could be put off.
 *
 * <p>After a check that found a hole, it checks again every minute, so that the service is ready again soon after the wall
 * is mended ({@link ProofsHealth}).
 */
public final class NightlyProofs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyProofs.class);

    private static final Duration AGAIN = Duration.ofMinutes(1);

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
        var _ = scheduler.scheduleWithFixedDelay(this::checkAgain, AGAIN);
        running = true;
    }

    private void checkAgain() {
        if (proofs.holes() > 0) {
            check();
        }
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
