package uk.alongside.foundation.audit;

import static java.util.stream.Collectors.toSet;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.audit.AuditTrail.Appended;
import uk.alongside.foundation.audit.AuditTrail.Link;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Chains the bound council's events that have no seal yet, in batches. An advisory lock admits one sealer at a time, and
 * two unique keys refuse a second place for an event and a second event for a place. A batch is one transaction, so a
 * sealer that is killed leaves no half of one.
 *
 * <p>The sealer looks for tampering before an event was sealed. An event without a genuine code was changed or invented.
 * An event that this process appended, and that is not there with its time, was removed or given another time: the sealer
 * records its id in the chain. Both are an error in the log and count in the metric of damage.
 */
final class AuditSealer {

    /** Looks through all events. */
    static final Duration EVERYTHING = Duration.ZERO;

    /** The metric that counts damage, for an alarm. */
    static final String DAMAGED = "alongside.audit.damaged";

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final int AT_ONCE = 500;

    /** The number of events that may wait. Beyond it, the exchange of anchors finds them, and a loss is not noticed. */
    private static final int MOST_EXPECTED = 500_000;

    private static final Instant BEGINNING = Instant.EPOCH;
    private static final UUID FIRST_ID = new UUID(0, 0);

    private final AuditTrail trail;
    private final AuditKeys keys;
    private final TransactionTemplate transaction;
    private final ObjectProvider<MeterRegistry> metrics;

    /** The events that this process has appended, until it has seen them sealed. */
    private final Set<Appended> expected = ConcurrentHashMap.newKeySet();

    /** The seals that no service made, as far as this process has reported them. */
    private final Set<AuditSeal> reported = ConcurrentHashMap.newKeySet();

    AuditSealer(
            AuditTrail trail,
            AuditKeys keys,
            PlatformTransactionManager transactions,
            ObjectProvider<MeterRegistry> metrics) {
        this.trail = trail;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.metrics = metrics;
    }

    /** Remembers an event that this process has committed, so that it is sealed and its loss is noticed. */
    void expect(Appended event) {
        if (expected.size() < MOST_EXPECTED) {
            expected.add(event);
        }
    }

    /** Returns the councils of which this process has not yet seen all its events sealed. */
    Set<UUID> waitingCouncils() {
        return expected.stream().map(Appended::council).collect(toSet());
    }

    /** Returns the number of events that this process has appended and has not yet seen sealed. */
    int waiting() {
        return expected.size();
    }

    /** Returns the time for which the oldest of these events has waited. */
    Duration waitingFor(Instant now) {
        return expected.stream()
                .map(Appended::at)
                .min(Comparator.naturalOrder())
                .map(oldest -> Duration.between(oldest, now))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private Stream<Appended> expectedHere() {
        return expected.stream().filter(event -> event.council().equals(CouncilContext.council()));
    }

    /** The result of one batch: events sealed, events that need not be expected any more, and the record of a loss. */
    private record Batch(int sealed, Set<Appended> settled, Optional<Appended> loss) {}

    /** Seals the events that this process expects, as far as they have no seal yet, and returns how many. */
    int sealExpected() {
        return seal(expectedHere()
                .sorted(Comparator.comparing(Appended::at))
                .map(Appended::id)
                .toList());
    }

    /** Seals these events as far as they have no seal yet, and returns how many. */
    int seal(Collection<UUID> events) {
        int sealed = 0;
        var ids = List.copyOf(events);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            var wanted = Set.copyOf(some);
            sealed += sealOneBatch((_, _) -> without(trail.sealed(some), some), event -> wanted.contains(event.id()));
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
            batch = sealOneBatch(
                    (end, now) -> unsealed(end.last()
                            .filter(_ -> !lookBack.equals(EVERYTHING))
                            .map(link -> earlier(
                                            Objects.requireNonNull(link.event()).at(), now)
                                    .minus(lookBack))
                            .orElse(BEGINNING)),
                    _ -> true);
            sealed += batch;
        } while (batch == AT_ONCE);
        return sealed;
    }

    /** Seals the chosen events, and looks for those of the expected events that this predicate names. */
    private int sealOneBatch(BiFunction<End, Instant, List<UUID>> choice, Predicate<Appended> looksFor) {
        var batch = Objects.requireNonNull(transaction.execute(_ -> {
            trail.lockForSealing();
            var now = trail.now();
            var end = end();
            var events = trail.events(choice.apply(end, now));
            chain(events, now, end);
            return settle(events, expectedHere().filter(looksFor).collect(toSet()));
        }));
        expected.removeAll(batch.settled());
        batch.loss().ifPresent(this::expect);
        return batch.sealed();
    }

    private void chain(List<AuditEvent> events, Instant now, End end) {
        long seq = end.last().map(link -> link.seal().seq()).orElse(0L);
        var prev = end.last().map(link -> link.seal().mac());
        var seals = new ArrayList<AuditSeal>();
        for (var event : events) {
            do {
                seq++;
            } while (end.taken().contains(seq));
            var seal = AuditSeal.of(event, seq, now, prev.orElseGet(() -> AuditSeal.genesis(event.council())), keys);
            seals.add(seal);
            prev = Optional.of(seal.mac());
        }
        trail.insert(seals);
        trail.insertSubjects(events);
        reportForged(events);
    }

    /** The last link that a service made, and the numbers after it that other seals have taken. */
    record End(Optional<Link> last, Set<Long> taken) {}

    /**
     * Returns the end of the chain. It passes over seals that no service made, and seals whose event was altered: a forged
     * seal with the highest possible number would otherwise stop the chain for ever.
     */
    End end() {
        var taken = new TreeSet<Long>();
        for (var links = trail.upTo(Long.MAX_VALUE, 1);
                !links.isEmpty();
                links = trail.upTo(links.getLast().seal().seq() - 1, AT_ONCE)) {
            for (var link : links) {
                if (link.isGenuine(keys)) {
                    return new End(Optional.of(link), taken);
                }
                taken.add(link.seal().seq());
                if (reported.add(link.seal())) {
                    alarm(
                            "The audit of council {} has a damaged seal with the number {}",
                            link.seal().seq());
                }
            }
        }
        return new End(Optional.empty(), taken);
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

    private void reportForged(List<AuditEvent> sealed) {
        var forged = sealed.stream()
                .filter(event -> !event.isGenuine(keys))
                .map(AuditEvent::id)
                .toList();
        if (!forged.isEmpty()) {
            alarm(
                    "The audit of council {} has events that were changed or invented before they were sealed: {}",
                    forged);
        }
    }

    /** Compares expected events with those that are there, and records the loss of the others. */
    private Batch settle(List<AuditEvent> sealed, Set<Appended> expectedEvents) {
        var found = sealed.stream()
                .map(event -> new Appended(event.council(), event.id(), event.at()))
                .collect(toSet());
        var settled = new HashSet<Appended>();
        var others = new HashSet<Appended>();
        expectedEvents.forEach(event -> (found.contains(event) ? settled : others).add(event));
        if (others.isEmpty()) {
            return new Batch(sealed.size(), settled, Optional.empty());
        }
        var unchanged = trail.unchanged(others);
        var chained = trail.sealed(unchanged);
        others.stream().filter(event -> chained.contains(event.id())).forEach(settled::add);
        var lost = new TreeSet<UUID>();
        for (var event : others) {
            if (!unchanged.contains(event.id())) {
                settled.add(event);
                lost.add(event.id());
            }
        }
        if (lost.isEmpty()) {
            return new Batch(sealed.size(), settled, Optional.empty());
        }
        alarm("The audit of council {} has lost events, or their times, before they were sealed: {}", lost);
        return new Batch(
                sealed.size(),
                settled,
                Optional.of(trail.append(AuditTrail.LOST, Map.of(AuditTrail.LOST, lost), List.of())));
    }

    /** Reports damage of the bound council's audit: an error in the log, and one more in the metric of damage. */
    void alarm(String message, Object what) {
        metrics.ifAvailable(registry -> registry.counter(DAMAGED).increment());
        LOG.error(message, CouncilContext.council(), what);
    }

    /** A clock that was put back gives new events an earlier time than the last seal. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
