package uk.alongside.foundation.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the bound council's events that have no seal yet, in batches. An advisory lock admits one sealer at a time, and
 * two unique keys refuse a second place for an event and a second event for a place. A batch is one transaction, so a
 * sealer that is killed leaves no half of one.
 */
final class AuditSealer {

    /** Looks through all events. */
    static final Duration EVERYTHING = Duration.ZERO;

    private static final int AT_ONCE = 500;
    private static final Instant BEGINNING = Instant.EPOCH;

    private final AuditTrail trail;
    private final AuditKeys keys;
    private final TransactionTemplate transaction;

    AuditSealer(AuditTrail trail, AuditKeys keys, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Seals every event that is at most this much older than the last seal, and returns how many. An event becomes
     * visible when its transaction commits, which is shortly after its time; only a process that stood still in between
     * leaves an older one, which a longer look back finds.
     */
    int seal(Duration lookBack) {
        int sealed = 0;
        int batch;
        do {
            batch = transaction.execute(_ -> sealOneBatch(lookBack));
            sealed += batch;
        } while (batch == AT_ONCE);
        return sealed;
    }

    private int sealOneBatch(Duration lookBack) {
        trail.lockForSealing();
        var now = trail.now();
        var last = trail.last();
        var events = trail.unsealed(
                last.filter(_ -> !lookBack.equals(EVERYTHING))
                        .map(seal -> earlier(seal.sealedAt(), now).minus(lookBack))
                        .orElse(BEGINNING),
                AT_ONCE);
        long seq = last.map(AuditSeal::seq).orElse(0L);
        var prev = last.map(AuditSeal::mac);
        var seals = new ArrayList<AuditSeal>();
        for (var event : events) {
            seq++;
            var seal = AuditSeal.of(event, seq, now, prev.orElseGet(() -> AuditSeal.genesis(event.council())), keys);
            seals.add(seal);
            prev = java.util.Optional.of(seal.mac());
        }
        trail.insert(seals);
        trail.insertSubjects(events);
        return events.size();
    }

    /** A clock that was put back gives new events an earlier time than the last seal. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
