package uk.alongside.foundation.wall;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database as somebody sees it who is not signed in: through a small pool of its own, with a role that may read some
 * columns of some tables. The context is signed for that role, so one of a member's is worth nothing here, and the
 * other way round.
 */
public final class PublicDatabase implements AutoCloseable {

    private static final int SECONDS = 5;

    private final GuardedDataSource connections;

    PublicDatabase(HikariDataSource pool, ContextKey key, boolean checkedOnReturn) {
        this.connections = new GuardedDataSource(pool, key, checkedOnReturn);
    }

    /** Reads what this council shows everybody. */
    public <T extends @Nullable Object> T of(UUID council, Function<JdbcClient, T> work) {
        return CouncilContext.call(council, () -> read(work));
    }

    /** Reads without a council, so no row of any; for finding out which council an address means. */
    public <T extends @Nullable Object> T ofNone(Function<JdbcClient, T> work) {
        return CouncilContext.callAcrossCouncils(() -> read(work));
    }

    private <T extends @Nullable Object> T read(Function<JdbcClient, T> work) {
        try (var connection = connections.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            GuardedDataSource.bind(connection, SECONDS);
            return answer(connection, work);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("What is public could not be read.", e);
        }
    }

    private static <T extends @Nullable Object> T answer(Connection connection, Function<JdbcClient, T> work)
            throws SQLException {
        try {
            return work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } finally {
            connection.rollback();
        }
    }

    /** Binds once, so that a role or key that the database does not know is found at start. */
    void proveThatItCanBind() {
        connections.proveThatItCanBind();
    }

    @Override
    public void close() {
        connections.close();
    }
}
