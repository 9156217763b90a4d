package uk.alongside.foundation.audit;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Seals, once a second, the councils whose events this process has appended. A council whose process was killed is
 * sealed by the exchange of anchors, which asks each council's chain for its end every minute.
 */
final class AuditSealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);

    /** The number of events of a council that may wait. Beyond it, the exchange of anchors finds them. */
    private static final int MOST_WAITING = 100_000;

    private final AuditSealer sealer;
    private final Duration pause;
    private final SchedulerClient scheduler;
    private final CustomTask<Void> verification;
    private final TransactionTemplate transaction;
    private final Map<UUID, Set<UUID>> waiting = new ConcurrentHashMap<>();
    private final Set<UUID> verified = ConcurrentHashMap.newKeySet();
    private volatile Thread thread = new Thread();
    private volatile boolean running;

    AuditSealing(
            AuditSealer sealer,
            Duration pause,
            SchedulerClient scheduler,
            CustomTask<Void> verification,
            PlatformTransactionManager transactions) {
        this.sealer = sealer;
        this.pause = pause;
        this.scheduler = scheduler;
        this.verification = verification;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Asks for this event, which has been committed, to be sealed. */
    void ask(UUID council, UUID event) {
        ask(council, Set.of(event));
    }

    private void ask(UUID council, Set<UUID> events) {
        waiting.compute(council, (_, known) -> {
            var all = known == null ? new LinkedHashSet<UUID>() : known;
            if (all.size() < MOST_WAITING) {
                all.addAll(events);
            }
            return all;
        });
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("audit-sealing").start(this::run);
    }

    private void run() {
        while (running) {
            for (var council : Set.copyOf(waiting.keySet())) {
                var events = waiting.remove(council);
                if (events != null) {
                    seal(council, events);
                }
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void seal(UUID council, Set<UUID> events) {
        try {
            CouncilContext.run(council, () -> {
                sealer.seal(events);
                planVerification(council);
            });
        } catch (RuntimeException e) {
            ask(council, events);
            LOG.warn("The audit of council {} could not be sealed yet: {}", council, e.toString());
        }
    }

    private void planVerification(UUID council) {
        if (!verified.contains(council)) {
            transaction.executeWithoutResult(
                    _ -> scheduler.scheduleIfNotExists(verification.schedulableInstance(council.toString())));
            verified.add(council);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
