package uk.alongside.foundation.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilContext;

/** Verifies the bound council's audit chain and reports where it differs from what was appended. */
public class AuditChain {

    private static final int AT_ONCE = 2_000;
    private static final int MOST_FINDINGS = 100;

    /** The largest step back that a correction of the database's clock may take. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

    private final AuditTrail trail;

    AuditChain(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * The end of a chain at some point in time. An anchor that is kept elsewhere shows later whether the chain was cut
     * or rewritten.
     */
    public record Anchor(long seq, Digest hash) {}

    /** The kinds of damage that verification can find. */
    public enum Wrong {
        /** The event's content does not match its hash. */
        ALTERED,
        /** One or more events before this one are missing. */
        MISSING,
        /** The event follows a different event than when it was appended. */
        REORDERED,
        /** The event is earlier than the event before it. */
        CLOCK,
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

    /** The number of events that were read, and the damage found. An empty list means that the chain is intact. */
    public record Verdict(long events, List<Finding> findings) {}

    /** Returns the end of the chain, or empty if the chain has no event. */
    @Transactional(readOnly = true)
    public Optional<Anchor> end() {
        return trail.last().map(event -> new Anchor(event.seq(), event.hash()));
    }

    /** Returns true if the chain still holds the event that this anchor recorded. */
    @Transactional(readOnly = true)
    public boolean holds(Anchor anchor) {
        return trail.find(anchor.seq())
                .filter(event -> event.hash().equals(anchor.hash()))
                .isPresent();
    }

    /**
     * Reads the whole chain. Only an anchor can show that the end was cut, or that the chain was rewritten with correct
     * hashes.
     *
     * <p>The timeout is shorter than the gateway's. Each council can run one verification at a time, because repeated
     * requests would otherwise each hold a database connection.
     */
    @Transactional(readOnly = true, timeout = 50)
    public Verdict verify(Collection<Anchor> anchors) {
        if (!trail.isForOneVerification()) {
            throw new VerificationUnderWay().refused();
        }
        var findings = new ArrayList<Finding>();
        var hash = AuditEvent.genesis(CouncilContext.council());
        var at = Instant.MIN;
        long seq = 0;
        for (var events = trail.after(seq, AT_ONCE); !events.isEmpty(); events = trail.after(seq, AT_ONCE)) {
            for (var event : events) {
                if (event.seq() != seq + 1) {
                    findings.add(new Finding(seq + 1, Wrong.MISSING));
                } else if (!event.prev().equals(hash)) {
                    findings.add(new Finding(
                            event.seq(), trail.isElsewhere(event.prev(), seq) ? Wrong.REORDERED : Wrong.ALTERED));
                }
                if (!event.computedHash().equals(event.hash())) {
                    findings.add(new Finding(event.seq(), Wrong.ALTERED));
                }
                if (event.at().plus(CLOCK_CORRECTION).isBefore(at)) {
                    findings.add(new Finding(event.seq(), Wrong.CLOCK));
                }
                seq = event.seq();
                hash = event.hash();
                at = event.at();
            }
        }
        long end = seq;
        anchors.stream().flatMap(anchor -> compare(anchor, end).stream()).forEach(findings::add);
        return new Verdict(
                end,
                findings.stream()
                        .distinct()
                        .sorted(Comparator.comparingLong(Finding::seq))
                        .limit(MOST_FINDINGS)
                        .toList());
    }

    private Optional<Finding> compare(Anchor anchor, long end) {
        if (anchor.seq() > end) {
            return Optional.of(new Finding(end + 1, Wrong.CUT));
        }
        return trail.find(anchor.seq())
                        .filter(event -> event.hash().equals(anchor.hash()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new Finding(anchor.seq(), Wrong.REWRITTEN));
    }
}
