package uk.alongside.foundation.wall;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * SQL by hand for the council of this work. It binds the named parameter {@code :council}, which every statement on a
 * fenced table must use; all other parameters are named as well.
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
