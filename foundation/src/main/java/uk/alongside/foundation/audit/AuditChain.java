package uk.alongside.foundation.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.audit.AuditTrail.Link;
import uk.alongside.foundation.wall.CouncilContext;

/** Verifies the bound council's audit chain and reports where it differs from what was appended. */
public class AuditChain {

    private static final int AT_ONCE = 2_000;
    private static final int MOST_FINDINGS = 100;

    /** The largest step back that a correction of the database's clock may take. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

    /** The time for which an event may have no seal before verification reports it. */
    private static final Duration LATE = Duration.ofSeconds(60);

    /** The look back of a sealing before the end is read: longer than a process may have stood still. */
    private static final Duration LOOK_BACK = Duration.ofHours(1);

    private final AuditTrail trail;
    private final AuditSealer sealer;
    private final AuditKeys keys;
    private final TransactionTemplate reading;

    AuditChain(AuditTrail trail, AuditSealer sealer, AuditKeys keys, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.sealer = sealer;
        this.keys = keys;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * The end of a chain at some point in time. An anchor that is kept elsewhere shows later whether the chain was cut
     * or rewritten.
     */
    public record Anchor(long seq, Digest hash) {}

    /** The kinds of damage that verification can find. */
    public enum Wrong {
        /** The event does not match its seal. */
        ALTERED,
        /** The event was changed before it was sealed, or no service wrote it. */
        FORGED,
        /** Other events were removed, or given another time, before they were sealed. The event records this. */
        LOST,
        /** One or more events before this one are missing. */
        MISSING,
        /** The event follows a different event than when it was appended. */
        REORDERED,
        /** The event was sealed before the event before it, or is later than its own seal. */
        CLOCK,
        /** The index of records does not name the same records as the event. */
        SUBJECTS,
        /** Events have waited for a seal for more than a minute. */
        UNSEALED,
        /** All events from this number up to an anchor are missing. */
        CUT,
        /** An anchor recorded a different event at this number. */
        REWRITTEN;

        /** Returns the word for this kind in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One kind of damage and the number of the event where it was found. */
    public record Finding(long seq, Wrong what) {}

    /**
     * The number of sealed events that were read, the number that have no seal yet, and the damage found. An empty list
     * means that the chain is intact.
     */
    public record Verdict(long events, long unsealed, List<Finding> findings) {}

    /** Seals what is waiting, and returns the end of the chain, or empty if the chain has no event. */
    public Optional<Anchor> end() {
        sealer.seal(LOOK_BACK);
        return Objects.requireNonNull(reading.execute(_ -> sealer.end()
                .last()
                .map(link -> new Anchor(link.seal().seq(), link.seal().mac()))));
    }

    /**
     * Compares the chain with an anchor that the other service holds. If the chain no longer has the seal that the anchor
     * recorded, this is damage: it is reported, and the method returns false.
     */
    @Transactional(readOnly = true)
    public boolean matches(Anchor anchor) {
        if (holds(anchor)) {
            return true;
        }
        sealer.alarm(
                "The audit of council {} was cut or rewritten. It no longer has the entry that the other service keeps: {}",
                anchor);
        return false;
    }

    private boolean holds(Anchor anchor) {
        return trail.find(anchor.seq())
                .filter(seal -> seal.mac().equals(anchor.hash()))
                .isPresent();
    }

    /**
     * Reads the whole chain. Only an anchor can show that the end was cut, or that the chain was rewritten by a
     * holder of the key.
     *
     * <p>The timeout is shorter than the gateway's. Each council can run one verification at a time, because repeated
     * requests would otherwise each hold a database connection.
     */
    @Transactional(readOnly = true, timeout = 50)
    public Verdict verify(Collection<Anchor> anchors) {
        return verdict(anchors);
    }

    /** Reads the whole chain without anchors, and may take longer than a person waits. */
    @Transactional(readOnly = true, timeout = 600)
    Verdict verifyAtNight() {
        return verdict(List.of());
    }

    private Verdict verdict(Collection<Anchor> anchors) {
        if (!trail.isForOneVerification()) {
            throw new VerificationUnderWay().refused();
        }
        var findings = new ArrayList<Finding>();
        var genesis = AuditSeal.genesis(CouncilContext.council());
        var before = new Before(0, genesis, genesis, Instant.MIN);
        for (var links = trail.after(0, AT_ONCE);
                !links.isEmpty();
                links = trail.after(links.getLast().seal().seq(), AT_ONCE)) {
            for (var link : links) {
                boolean genuine = link.isGenuine(keys);
                findings.addAll(compare(link, genuine, before));
                before = before.then(link.seal(), genuine);
            }
        }
        long end = before.seq();
        anchors.stream().flatMap(anchor -> compare(anchor, end).stream()).forEach(findings::add);
        if (trail.hasSubjectsWithoutSeal()) {
            findings.add(new Finding(end + 1, Wrong.SUBJECTS));
        }
        var unsealed = trail.countUnsealed(LATE);
        if (unsealed.late() > 0) {
            findings.add(new Finding(end + 1, Wrong.UNSEALED));
        }
        return new Verdict(
                end,
                unsealed.all(),
                findings.stream()
                        .distinct()
                        .sorted(Comparator.comparingLong(Finding::seq))
                        .limit(MOST_FINDINGS)
                        .toList());
    }

    /**
     * The part of the chain before a link. A seal that is not genuine and follows a gap is no part of the chain, because
     * such a seal can have any number.
     *
     * @param genuine the code of the last seal that a service made. The next genuine seal follows it if the seals between
     *     were damaged already when the next one was made
     * @param at the time of the last seal that a service made
     */
    private record Before(long seq, Digest mac, Digest genuine, Instant at) {

        boolean isDirectlyBefore(AuditSeal seal) {
            return seal.seq() == seq + 1;
        }

        Before then(AuditSeal seal, boolean isGenuine) {
            if (isGenuine) {
                return new Before(seal.seq(), seal.mac(), seal.mac(), seal.sealedAt());
            }
            return isDirectlyBefore(seal) ? new Before(seal.seq(), seal.mac(), genuine, at) : this;
        }
    }

    /** Compares a link with its event, with the part of the chain before it, and with the index of records. */
    private List<Finding> compare(Link link, boolean genuine, Before before) {
        var findings = new ArrayList<Finding>();
        var seal = link.seal();
        var event = link.event();
        if (!before.isDirectlyBefore(seal)) {
            if (genuine) {
                findings.add(new Finding(before.seq() + 1, Wrong.MISSING));
            }
        } else if (!seal.prev().equals(before.mac()) && !(genuine && seal.prev().equals(before.genuine()))) {
            findings.add(new Finding(
                    seal.seq(), trail.isElsewhere(seal.prev(), before.seq()) ? Wrong.REORDERED : Wrong.ALTERED));
        }
        if (seal.sealedAt().plus(CLOCK_CORRECTION).isBefore(before.at())) {
            findings.add(new Finding(seal.seq(), Wrong.CLOCK));
        }
        if (event == null) {
            findings.add(new Finding(seal.seq(), Wrong.MISSING));
            return findings;
        }
        if (!genuine) {
            findings.add(new Finding(seal.seq(), Wrong.ALTERED));
        } else if (!event.isGenuine(keys)) {
            findings.add(new Finding(seal.seq(), Wrong.FORGED));
        } else if (event.recordsALoss()) {
            findings.add(new Finding(seal.seq(), Wrong.LOST));
        }
        if (seal.sealedAt().plus(CLOCK_CORRECTION).isBefore(event.at())) {
            findings.add(new Finding(seal.seq(), Wrong.CLOCK));
        }
        if (!event.ids().equals(link.indexed())) {
            findings.add(new Finding(seal.seq(), Wrong.SUBJECTS));
        }
        return findings;
    }

    private Optional<Finding> compare(Anchor anchor, long end) {
        if (anchor.seq() > end) {
            return Optional.of(new Finding(end + 1, Wrong.CUT));
        }
        return holds(anchor) ? Optional.empty() : Optional.of(new Finding(anchor.seq(), Wrong.REWRITTEN));
    }
}
