package uk.alongside.foundation.wall;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Creates hand-written SQL statements for the current council. Binds the named parameter {@code :council}, which every
 * statement on a fenced table must use. All other parameters must be named too.
 */
public final class CouncilSql {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    CouncilSql(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Begins a statement with {@code :council} bound. */
    public StatementSpec sql(String sql) {
        return jdbc.sql(sql).param("council", CouncilContext.council());
    }

    /** Carries out one statement for each row of parameters, in one batch. */
    public void batch(String sql, Collection<Map<String, Object>> rows) {
        batches.batchUpdate(
                sql,
                rows.stream()
                        .map(row -> new MapSqlParameterSource(row).addValue("council", CouncilContext.council()))
                        .toArray(SqlParameterSource[]::new));
    }
}
