package uk.alongside.conversations.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Keeps what rows of a feature were before each change, encrypted for the council, and reads it again.
 *
 * @param <B> the state before a change, with its reason
 */
public final class History<B> {

    private final CouncilSql sql;
    private final TextEncryption encryption;
    private final JsonMapper json;
    private final Statements statements;
    private final EncryptedColumn column;
    private final Class<B> type;

    public History(
            CouncilSql sql,
            TextEncryption encryption,
            JsonMapper json,
            Statements statements,
            EncryptedColumn column,
            Class<B> type) {
        this.sql = sql;
        this.encryption = encryption;
        this.json = json;
        this.statements = statements;
        this.column = column;
        this.type = type;
    }

    /**
     * The statements of the feature, which owns the table.
     *
     * @param insert adds a row with the parameters id, of, before, at and by
     * @param select reads the rows of the parameter of in their order, with the columns id, of_id, before, at and by_id
     */
    public record Statements(String insert, String select) {}

    /** A change: the state before it, and when and by whom it was made. */
    public record Change<B>(B before, Instant at, MemberId by) {

        /** Leaves the state out, because records are written to logs. */
        @Override
        public String toString() {
            return "Change[at=" + at + "]";
        }
    }

    private record Row<B>(UUID of, Change<B> change) {}

    /** Keeps the state of a row before a change. */
    public void keep(UUID of, B before, Instant at, MemberId by) {
        var id = UUID.randomUUID();
        sql.sql(statements.insert())
                .param("id", id)
                .param("of", of)
                .param("before", encryption.encrypt(column, id, json.writeValueAsString(before)))
                .param("at", at(at))
                .param("by", by.value())
                .update();
    }

    /** Reads the changes of these rows by one statement, the first change of each first. */
    public Map<UUID, List<Change<B>>> of(Collection<UUID> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return sql.sql(statements.select()).param("of", rows).query(this::row).list().stream()
                .collect(groupingBy(Row::of, mapping(Row::change, toList())));
    }

    private Row<B> row(ResultSet row, int number) throws SQLException {
        return new Row<>(
                row.getObject("of_id", UUID.class),
                new Change<>(
                        json.readValue(encryption.decrypt(column, row), type),
                        instant(row, "at"),
                        new MemberId(row.getObject("by_id", UUID.class))));
    }
}
