package uk.alongside.foundation.audit;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.alongside.foundation.audit.AuditTrail.Appended;

/**
 * Records what a use case read or changed, inside its transaction. All records of one transaction become one event. If
 * the event cannot be written, the transaction fails, even when it only read.
 *
 * <p>A transaction that reads a person is therefore not {@code readOnly}: PostgreSQL lets a read-only transaction write
 * nothing. An event written through a second connection could record a read that never answered, or be missing for one
 * that did.
 */
public final class Audit {

    static final String READ = "read";
    private static final int MOST_VALUES = 40;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,39}");

    private final AuditTrail trail;
    private final EntityManager entities;
    private final AuditSealer sealer;

    Audit(AuditTrail trail, EntityManager entities, AuditSealer sealer) {
        this.trail = trail;
        this.entities = entities;
        this.sealer = sealer;
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

    /**
     * Keeps a value with this transaction's event, such as a setting before and after a change. Equal values are not
     * kept. The value must not be personal data: no name, no address of a person, no free text about a person.
     */
    public void value(String name, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            keep(new AuditValue(name, from, to));
        }
    }

    /** Keeps each value that differs, by its name. */
    public void values(Map<String, String> before, Map<String, String> after) {
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .forEach(name -> value(name, before.get(name), after.get(name)));
    }

    /** Keeps the name of a setting that was changed, without its values, which may be personal data. */
    public void setting(String name, boolean changed) {
        if (changed) {
            keep(new AuditValue(name, null, null));
        }
    }

    private void keep(AuditValue value) {
        if (!WORD.matcher(value.name()).matches()) {
            throw new IllegalArgumentException("The name of an audited value must be one word.");
        }
        requireWritableTransaction();
        currentRequest().add(value);
    }

    private void record(String what, String kind, Collection<UUID> ids) {
        if (!WORD.matcher(what).matches() || !WORD.matcher(kind).matches()) {
            throw new IllegalArgumentException("An audited action and kind must each be one word.");
        }
        requireWritableTransaction();
        currentRequest().add(new Deed(what, kind), ids);
    }

    private static void requireWritableTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An audited use case needs a transaction.");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("An audited transaction writes an event, so it cannot be read-only.");
        }
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
        private final List<AuditValue> values = new ArrayList<>();
        private @Nullable Appended appended;

        void add(Deed deed, Collection<UUID> ids) {
            deeds.computeIfAbsent(deed, _ -> new TreeSet<>()).addAll(ids);
        }

        void add(AuditValue value) {
            if (values.size() == MOST_VALUES) {
                throw new IllegalStateException("An event keeps at most " + MOST_VALUES + " values.");
            }
            values.add(value);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        /** Writes the event as the last act before the commit, so that it names everything that the request did. */
        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            appended = trail.append(main(), deeds, values);
        }

        @Override
        public void afterCommit() {
            sealer.expect(Objects.requireNonNull(appended));
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
