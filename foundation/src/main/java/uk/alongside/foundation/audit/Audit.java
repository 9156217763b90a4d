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
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a use case says about itself, inside its transaction. All that is said in one transaction becomes one event; if
 * that cannot be written, the transaction fails, also when it only read.
 *
 * <p>For that a transaction which reads a person is not {@code readOnly}: PostgreSQL lets a read-only one write nothing,
 * and an event from a second connection could stand for a read that never answered, or be missing for one that did.
 */
public final class Audit {

    private static final String READ = "read";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,39}");

    private final AuditTrail trail;
    private final EntityManager entities;

    Audit(AuditTrail trail, EntityManager entities) {
        this.trail = trail;
        this.entities = entities;
    }

    /** These were read, or nothing was found where somebody looked. */
    public void read(String kind, Collection<UUID> ids) {
        say(READ, kind, ids);
    }

    /** This was changed; {@code what} is a word such as {@code checked-in}, never a value. */
    public void changed(String kind, UUID id, String what) {
        changed(kind, List.of(id), what);
    }

    /** These were changed, all in the same way. */
    public void changed(String kind, Collection<UUID> ids, String what) {
        if (what.equals(READ)) {
            throw new IllegalArgumentException("A read is no change.");
        }
        say(what, kind, ids);
    }

    private void say(String what, String kind, Collection<UUID> ids) {
        if (!WORD.matcher(what).matches() || !WORD.matcher(kind).matches()) {
            throw new IllegalArgumentException("What is audited is said in a word.");
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("What is audited happens in a transaction.");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("A transaction that is audited writes its event: it cannot be read-only.");
        }
        ofThisTransaction().add(new Deed(what, kind), ids);
    }

    private Request ofThisTransaction() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Request request) {
                return request;
            }
        }
        var request = new Request();
        TransactionSynchronizationManager.registerSynchronization(request);
        return request;
    }

    /** What was done, to what kind of thing. */
    record Deed(String what, String kind) {}

    /** Everything said so far in one transaction. Last in order: what others write before the commit is written then. */
    private final class Request implements TransactionSynchronization, Ordered {

        private final Map<Deed, Set<UUID>> deeds = new LinkedHashMap<>();

        void add(Deed deed, Collection<UUID> ids) {
            deeds.computeIfAbsent(deed, _ -> new TreeSet<>()).addAll(ids);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        /**
         * Whoever appends keeps the council's other appenders waiting until the commit. So nothing may be left that
         * waits for a row, or two requests would wait for each other: Hibernate writes now.
         */
        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            trail.append(main(), deeds);
        }

        /** The first change, or the first read where nothing was changed. */
        private Deed main() {
            @Nullable Deed first = null;
            for (var deed : deeds.keySet()) {
                if (!deed.what().equals(READ)) {
                    return deed;
                }
                first = first == null ? deed : first;
            }
            if (first == null) {
                throw new IllegalStateException("Nothing was said.");
            }
            return first;
        }
    }
}
