package uk.alongside.foundation.encryption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.encryption.DataKey.Purpose;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * The data keys of the transaction's council. Each transaction reads the wrapped keys once and forgets them at its end,
 * so no key is kept for another council or after it was destroyed. A key is in the clear only while it is used.
 */
public class DataKeys {

    private static final String KIND = "data-key";

    private final CouncilSql sql;
    private final KeyEncryptionKeys keks;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DataKeys(CouncilSql sql, KeyEncryptionKeys keks, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.keks = keks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The council has a new data key. */
    record DataKeyCreated(UUID council) {}

    /**
     * Replaces the key that encrypts the council's texts. The earlier keys still decrypt; the nightly task encrypts their
     * texts again, and begins at once.
     */
    @Transactional
    public void rotate() {
        requireKeys();
        sql.sql("""
                        update app.data_key set retired_at = :now
                        where tenant_id = :council and purpose = :purpose and retired_at is null""").param("purpose", Purpose.TEXT.word()).param("now", now()).update();
        ring().forget();
        audit.changed(KIND, create(Purpose.TEXT).id(), "rotated");
    }

    /**
     * Destroys every key of the council. Its texts, and the words that its devices have not sent, can never be read again.
     * Nothing else of the council changes.
     */
    @Transactional
    public void destroy() {
        requireKeys();
        var destroyed = sql.sql("""
                        update app.data_key
                        set wrapped = null, destroyed_at = :now, retired_at = coalesce(retired_at, :now)
                        where tenant_id = :council and destroyed_at is null
                        returning id""")
                .param("now", now())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        ring().forget();
        audit.changed(KIND, destroyed, "destroyed");
    }

    /** Refuses a council without keys, because its id is probably mistyped. */
    private void requireKeys() {
        if (ring().all().isEmpty()) {
            throw new IllegalStateException("This council has no keys: it has no encrypted text, or its id is wrong.");
        }
    }

    /** Returns the key that encrypts for this purpose, and creates the council's first one. */
    @Transactional(propagation = Propagation.MANDATORY)
    DataKey current(Purpose purpose) {
        return ring().current(purpose).orElseGet(() -> create(purpose));
    }

    /** Returns the key with this id. A caller may go on without a text whose key the council does not have. */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = CiphertextInvalid.class)
    DataKey find(UUID id) {
        return ring().find(id)
                .orElseThrow(() -> new CiphertextInvalid("The council has no data key with the id that it names."));
    }

    /** Returns the ids of the keys that still decrypt texts and no longer encrypt them. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<UUID> retired() {
        return ring().all().stream()
                .filter(key -> key.purpose() == Purpose.TEXT && key.isRetired() && !key.isDestroyed())
                .map(DataKey::id)
                .toList();
    }

    /** Returns the key in the clear, or refuses if it was destroyed. */
    byte[] unwrap(DataKey key) {
        return keks.unwrap(CouncilContext.council(), key);
    }

    /** Wraps each key of the council that an earlier key encryption key wraps with the current one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void wrapAgain() {
        for (var key : ring().all()) {
            if (!key.isDestroyed() && !key.kekId().equals(keks.current())) {
                sql.sql("""
                                update app.data_key set wrapped = :wrapped, kek_id = :kek
                                where tenant_id = :council and id = :id and kek_id = :earlier and destroyed_at is null""")
                        .param("wrapped", wrap(key.id(), key.purpose(), unwrap(key)))
                        .param("kek", keks.current())
                        .param("id", key.id())
                        .param("earlier", key.kekId())
                        .update();
            }
        }
        ring().forget();
    }

    /** Creates a key, unless another transaction has just created it. */
    private DataKey create(Purpose purpose) {
        var id = UUID.randomUUID();
        int created = sql.sql("""
                        insert into app.data_key (tenant_id, id, purpose, wrapped, kek_id, created_at)
                        values (:council, :id, :purpose, :wrapped, :kek, :now)
                        on conflict do nothing""")
                .param("id", id)
                .param("purpose", purpose.word())
                .param("wrapped", wrap(id, purpose, AesGcm.newKey()))
                .param("kek", keks.current())
                .param("now", now())
                .update();
        if (created == 1) {
            events.publishEvent(new DataKeyCreated(CouncilContext.council()));
        }
        ring().forget();
        return ring().current(purpose)
                .orElseThrow(() -> new IllegalStateException("The council's new data key cannot be seen."));
    }

    private byte[] wrap(UUID id, Purpose purpose, byte[] key) {
        return keks.wrap(CouncilContext.council(), id, purpose, key);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Ring ring() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Ring ring) {
                return ring;
            }
        }
        var ring = new Ring();
        TransactionSynchronizationManager.registerSynchronization(ring);
        return ring;
    }

    /** The wrapped keys of the transaction's council. It ends with the transaction. */
    private final class Ring implements TransactionSynchronization {

        private Map<UUID, DataKey> keys = Map.of();

        Collection<DataKey> all() {
            if (keys.isEmpty()) {
                read();
            }
            return keys.values();
        }

        Optional<DataKey> current(Purpose purpose) {
            return all().stream()
                    .filter(key -> key.purpose() == purpose && !key.isRetired())
                    .findFirst();
        }

        /** Reads again for an id that it does not know, because another transaction may have created the key since. */
        Optional<DataKey> find(UUID id) {
            all();
            if (!keys.containsKey(id)) {
                read();
            }
            return Optional.ofNullable(keys.get(id));
        }

        void forget() {
            keys = Map.of();
        }

        private void read() {
            keys = sql.sql("""
                            select id, purpose, wrapped, kek_id, retired_at is not null as retired
                            from app.data_key where tenant_id = :council""").query((row, _) -> key(row)).list().stream()
                    .collect(Collectors.toMap(DataKey::id, Function.identity()));
        }

        private static DataKey key(ResultSet row) throws SQLException {
            return new DataKey(
                    row.getObject("id", UUID.class),
                    EnumWords.find(Purpose.class, row.getString("purpose")),
                    row.getBytes("wrapped"),
                    row.getString("kek_id"),
                    row.getBoolean("retired"));
        }
    }
}
