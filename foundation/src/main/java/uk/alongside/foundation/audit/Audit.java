package uk.alongside.foundation.audit;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Records what a use case read or changed, inside its transaction. All records of one transaction become one event. If
 * the event cannot be written, the transaction fails, even when it only read.
 *
 * <p>A transaction that reads a person is therefore not {@code readOnly}: PostgreSQL lets a read-only transaction write
 * nothing. An event written through a second connection could record a read that never answered, or be missing for one
 * that did.
 */
public final class Audit {

    private static final String READ = "read";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,39}");

    private final AuditTrail trail;
    private final EntityManager entities;
    private final ObjectProvider<AuditSealing> sealing;

    Audit(AuditTrail trail, EntityManager entities, ObjectProvider<AuditSealing> sealing) {
        this.trail = trail;
        this.entities = entities;
        this.sealing = sealing;
    }

    /** Records that these were read. An empty collection records a search that found no match. */
    public void read(String kind, Collection<UUID> ids) {
        record(READ, kind, ids);
    }

    /** Records one change. {@code what} is a word such as {@code checked-in}, never a value. */
    public void changed(String kind, UUID id, String what) {
        changed(kind, List.of(id), what);
    }

    /** Records the same change to each of these ids. */
    public void changed(String kind, Collection<UUID> ids, String what) {
        if (what.equals(READ)) {
            throw new IllegalArgumentException("Use read() for a read.");
        }
        record(what, kind, ids);
    }

    private void record(String what, String kind, Collection<UUID> ids) {
        if (!WORD.matcher(what).matches() || !WORD.matcher(kind).matches()) {
            throw new IllegalArgumentException("An audited action and kind must each be one word.");
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An audited use case needs a transaction.");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("An audited transaction writes an event, so it cannot be read-only.");
        }
        currentRequest().add(new Deed(what, kind), ids);
    }

    private Request currentRequest() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Request request) {
                return request;
            }
        }
        var request = new Request();
        TransactionSynchronizationManager.registerSynchronization(request);
        return request;
    }

    /** A kind of action on a kind of record, such as {@code checked-in} on {@code booking}. */
    record Deed(String what, String kind) {}

    /**
     * Collects the records of one transaction. Runs last, so that other synchronisations can still write before the
     * commit.
     */
    private final class Request implements TransactionSynchronization, Ordered {

        private final Map<Deed, Set<UUID>> deeds = new LinkedHashMap<>();

        void add(Deed deed, Collection<UUID> ids) {
            deeds.computeIfAbsent(deed, _ -> new TreeSet<>()).addAll(ids);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        /** Writes the event as the last act before the commit, so that it names everything that the request did. */
        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            trail.append(main(), deeds);
        }

        @Override
        public void afterCommit() {
            sealing.ifAvailable(sealer -> sealer.ask(CouncilContext.council()));
        }

        /** Returns the first change, or the first read if nothing was changed. */
        private Deed main() {
            @Nullable Deed first = null;
            for (var deed : deeds.keySet()) {
                if (!deed.what().equals(READ)) {
                    return deed;
                }
                first = first == null ? deed : first;
            }
            if (first == null) {
                throw new IllegalStateException("Nothing was recorded.");
            }
            return first;
        }
    }
}
