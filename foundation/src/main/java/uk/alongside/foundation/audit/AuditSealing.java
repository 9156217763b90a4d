package uk.alongside.foundation.audit;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.jobs.JobQueue;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Seals, once a second, the councils whose events this process has appended. A council whose process was killed is
 * sealed by the exchange of anchors, which asks each council's chain for its end every minute.
 */
final class AuditSealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);

    /** The time for which a process that ends waits for its last events to be sealed. */
    private static final Duration LAST_SEALING = Duration.ofSeconds(10);

    private final AuditSealer sealer;
    private final Duration pause;
    private final JobQueue queue;
    private final CustomTask<Void> verification;
    private final TransactionTemplate transaction;
    private final Set<UUID> verified = ConcurrentHashMap.newKeySet();
    private volatile Thread thread = new Thread();
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    AuditSealing(
            AuditSealer sealer,
            Duration pause,
            JobQueue queue,
            CustomTask<Void> verification,
            PlatformTransactionManager transactions) {
        this.sealer = sealer;
        this.pause = pause;
        this.queue = queue;
        this.verification = verification;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("audit-sealing").start(this::run);
    }

    private void run() {
        try {
            do {
                sealWaiting();
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
            sealWaiting();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void sealWaiting() {
        sealer.waitingCouncils().forEach(this::seal);
    }

    private void seal(UUID council) {
        try {
            CouncilContext.run(council, () -> {
                sealer.sealExpected();
                planVerification(council);
            });
        } catch (RuntimeException e) {
            LOG.warn("The audit of council {} could not be sealed yet: {}", council, e.toString());
        }
    }

    private void planVerification(UUID council) {
        if (!verified.contains(council)) {
            transaction.executeWithoutResult(_ -> queue.addRecurring(verification, council));
            verified.add(council);
        }
    }

    /** Seals what is waiting, because a process that has ended no longer knows which events it appended. */
    @Override
    public void stop() {
        stopping.countDown();
        try {
            thread.join(LAST_SEALING);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops after the web server, which answers the last requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }
}
