package uk.alongside.foundation.encryption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Brings one council's ciphertexts to its current keys: wraps its data keys with the current key encryption key, then
 * encrypts the texts of retired data keys again, in small batches. Each batch is one transaction, so a run that ended
 * early is continued by the next.
 *
 * <p>A batch locks its rows and leaves out rows that another transaction has locked. It changes neither a version nor a
 * time, so a member who is editing the text notices nothing, and what they save is never overwritten.
 */
final class Reencryption {

    private static final Logger LOG = LoggerFactory.getLogger(Reencryption.class);
    private static final int BATCH = 100;

    private final CouncilSql sql;
    private final DataKeys keys;
    private final TextEncryption texts;
    private final Set<EncryptedColumn> columns;
    private final TransactionTemplate transaction;

    Reencryption(
            CouncilSql sql,
            DataKeys keys,
            TextEncryption texts,
            Set<EncryptedColumn> columns,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.keys = keys;
        this.texts = texts;
        this.columns = Set.copyOf(columns);
        this.transaction = new TransactionTemplate(transactions);
    }

    private static final class Row {
        private final UUID id;
        private final byte[] ciphertext;

        Row(ResultSet row) throws SQLException {
            id = row.getObject("id", UUID.class);
            ciphertext = row.getBytes("ciphertext");
        }
    }

    void run() {
        transaction.executeWithoutResult(_ -> keys.wrapAgain());
        for (var column : columns) {
            var after = new UUID(0, 0);
            List<Row> rows;
            do {
                var from = after;
                rows = Objects.requireNonNull(transaction.execute(_ -> batch(column, from)));
                after = rows.isEmpty() ? after : rows.getLast().id;
            } while (rows.size() == BATCH);
        }
    }

    private List<Row> batch(EncryptedColumn column, UUID after) {
        var retired = keys.retired();
        if (retired.isEmpty()) {
            return List.of();
        }
        var rows = sql.sql("""
                        select id, %2$s as ciphertext from %1$s
                        where tenant_id = :council and id > :after and substring(%2$s from 2 for 16) in (:retired)
                        order by id limit :batch
                        for update skip locked""".formatted(column.table(), column.column()))
                .param("after", after)
                .param("retired", retired.stream().map(AesGcm::bytes).toList())
                .param("batch", BATCH)
                .query((row, _) -> new Row(row))
                .list();
        rows.forEach(row -> encryptAgain(column, row));
        return rows;
    }

    private void encryptAgain(EncryptedColumn column, Row row) {
        try {
            var text = texts.decrypt(column, row.id, row.ciphertext);
            sql.sql("update %s set %s = :ciphertext where tenant_id = :council and id = :id"
                            .formatted(column.table(), column.column()))
                    .param("ciphertext", texts.encrypt(column, row.id, text))
                    .param("id", row.id)
                    .update();
        } catch (CiphertextInvalid e) {
            // One damaged row must not keep the others at their retired keys.
            LOG.error(
                    "Row {} of {} of council {}: {}", row.id, column.name(), CouncilContext.council(), e.getMessage());
        }
    }
}
