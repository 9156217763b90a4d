package uk.alongside.foundation.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Seals these events as far as they have no seal yet, and returns how many. */
    int seal(Collection<UUID> events) {
        int sealed = 0;
        var ids = List.copyOf(events);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            sealed += transaction.execute(_ -> {
                trail.lockForSealing();
                return chain(without(trail.sealed(some), some), trail.now(), trail.last());
            });
        }
        return sealed;
    }

    /**
     * Seals every event that is at most this much older than the last sealed event, and returns how many. It finds the
     * events that a stopped process left; a longer look back finds those of a process that was paused for longer between
     * an event and its commit.
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
        var since = last.filter(_ -> !lookBack.equals(EVERYTHING))
                .map(seal -> earlier(trail.timeOf(seal.event()).orElse(seal.sealedAt()), now)
                        .minus(lookBack))
                .orElse(BEGINNING);
        return chain(unsealed(since), now, last);
    }

    private int chain(List<UUID> ids, Instant now, Optional<AuditSeal> last) {
        var events = trail.events(ids);
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

    private List<UUID> unsealed(Instant since) {
        var unsealed = new ArrayList<UUID>();
        var page = trail.places(since, FIRST_ID, AT_ONCE);
        while (!page.isEmpty()) {
            var ids = page.stream().map(AuditTrail.Place::event).toList();
            without(trail.sealed(ids), ids).stream()
                    .limit(AT_ONCE - unsealed.size())
                    .forEach(unsealed::add);
            var last = page.getLast();
            page = page.size() < AT_ONCE || unsealed.size() == AT_ONCE
                    ? List.of()
                    : trail.places(last.at(), last.event(), AT_ONCE);
        }
        return unsealed;
    }

    private static List<UUID> without(Set<UUID> sealed, List<UUID> events) {
        return events.stream().filter(event -> !sealed.contains(event)).toList();
    }

    /** A clock that was put back gives new events an earlier time than the last seal. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
