package uk.alongside.foundation.wall;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Creates hand-written SQL statements for the current council. Binds the named parameter {@code :council}, which every
 * statement on a fenced table must use. All other parameters must be named too.
 */
public final class CouncilSql {

    private final JdbcClient jdbc;

    CouncilSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a statement with {@code :council} bound. */
    public StatementSpec sql(String sql) {
        return jdbc.sql(sql).param("council", CouncilContext.council());
    }
}
