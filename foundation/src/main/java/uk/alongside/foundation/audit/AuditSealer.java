package uk.alongside.foundation.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private static final UUID FIRST_ID = new UUID(0, 0);

    private final AuditTrail trail;
    private final AuditKeys keys;
    private final TransactionTemplate transaction;

    AuditSealer(AuditTrail trail, AuditKeys keys, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Seals every event that is at most this much older than the last sealed event, and returns how many. An event becomes
     * visible when its transaction commits, which is shortly after its time; only a process that was paused in between
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
        var events = unsealed(last.filter(_ -> !lookBack.equals(EVERYTHING))
                .map(seal -> earlier(trail.timeOf(seal.event()).orElse(seal.sealedAt()), now)
                        .minus(lookBack))
                .orElse(BEGINNING));
        long seq = last.map(AuditSeal::seq).orElse(0L);
        var prev = last.map(AuditSeal::mac);
        var seals = new ArrayList<AuditSeal>();
        for (var event : events) {
            seq++;
            var seal = AuditSeal.of(event, seq, now, prev.orElseGet(() -> AuditSeal.genesis(event.council())), keys);
            seals.add(seal);
            prev = Optional.of(seal.mac());
        }
        trail.insert(seals);
        trail.insertSubjects(events);
        return events.size();
    }

    private List<AuditEvent> unsealed(Instant since) {
        var unsealed = new ArrayList<AuditEvent>();
        var page = trail.events(since, FIRST_ID, AT_ONCE);
        while (!page.isEmpty()) {
            var sealed = trail.sealed(page);
            page.stream()
                    .filter(event -> !sealed.contains(event.id()))
                    .limit(AT_ONCE - unsealed.size())
                    .forEach(unsealed::add);
            var last = page.getLast();
            page = page.size() < AT_ONCE || unsealed.size() == AT_ONCE
                    ? List.of()
                    : trail.events(last.at(), last.id(), AT_ONCE);
        }
        return unsealed;
    }

    /** A clock that was put back gives new events an earlier time than the last seal. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
