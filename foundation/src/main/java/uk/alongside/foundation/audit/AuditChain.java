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

/** Goes over the bound council's chain and says where it is not what was appended. */
public class AuditChain {

    private static final int AT_ONCE = 2_000;
    private static final int MOST_FINDINGS = 100;

    /** By so much the database's clock may be put back, and no more. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

    private final AuditTrail trail;

    AuditChain(AuditTrail trail) {
        this.trail = trail;
    }

    /** The end of a chain at some time. Kept elsewhere, it shows whether the chain was cut or written anew since. */
    public record Anchor(long seq, Digest hash) {}

    /** What may be wrong. */
    public enum Wrong {
        /** The event is not the one that was hashed. */
        ALTERED,
        /** Events before this one are not there. */
        MISSING,
        /** The event follows another one than it did. */
        REORDERED,
        /** The event is earlier than the one before it. */
        CLOCK,
        /** From here on, up to an anchor, there is nothing any more. */
        CUT,
        /** An anchor says that another event was here. */
        REWRITTEN;

        /** The word for it in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is wrong, and at which number. */
    public record Finding(long seq, Wrong what) {}

    /** How far was looked, and what was found; nothing found is a chain in order. */
    public record Verdict(long events, List<Finding> findings) {}

    /** The end of the chain, if there is an event. */
    @Transactional(readOnly = true)
    public Optional<Anchor> end() {
        return trail.last().map(event -> new Anchor(event.seq(), event.hash()));
    }

    /** Whether this event is in the chain as it was. */
    @Transactional(readOnly = true)
    public boolean holds(Anchor anchor) {
        return trail.find(anchor.seq())
                .filter(event -> event.hash().equals(anchor.hash()))
                .isPresent();
    }

    /**
     * Reads the whole chain. A cut end, and a chain that was written anew with good hashes, show by an anchor only.
     *
     * <p>It ends before the gateway gives up on it, and there is one at a time for each council: otherwise those who ask
     * again and again hold one connection after the other.
     */
    @Transactional(readOnly = true, timeout = 50)
    public Verdict verify(Collection<Anchor> anchors) {
        if (!trail.isForOneVerification()) {
            throw new VerificationUnderWay();
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
