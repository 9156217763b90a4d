package uk.alongside.foundation.wall;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Database access for visitors who are not signed in: a small separate pool whose role can read a few columns of a few
 * tables. The context is signed for that role, so a member's context is invalid here, and a visitor's is invalid for
 * members.
 */
public final class PublicDatabase implements AutoCloseable, MeterBinder {

    private static final int SECONDS = 5;

    private final GuardedDataSource connections;

    PublicDatabase(HikariDataSource pool, ContextKey key, boolean checkedOnReturn, SqlSpans spans) {
        this.connections = new GuardedDataSource(pool, key, checkedOnReturn, spans);
    }

    /** Reads what a council publishes. */
    public <T extends @Nullable Object> T of(UUID council, Function<CouncilSql, T> work) {
        return CouncilContext.call(
                council,
                () -> read(source ->
                        work.apply(new CouncilSql(JdbcClient.create(source), new NamedParameterJdbcTemplate(source)))));
    }

    /** Reads without a council, so it sees no council's rows. Use it to find out which council an address means. */
    public <T extends @Nullable Object> T ofNone(Function<JdbcClient, T> work) {
        return CouncilContext.callAcrossCouncils(() -> read(source -> work.apply(JdbcClient.create(source))));
    }

    private <T extends @Nullable Object> T read(Function<DataSource, T> work) {
        try (var connection = connections.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            GuardedDataSource.bind(connection, SECONDS);
            return answer(connection, work);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Public data could not be read.", e);
        }
    }

    private static <T extends @Nullable Object> T answer(Connection connection, Function<DataSource, T> work)
            throws SQLException {
        try {
            return work.apply(new SingleConnectionDataSource(connection, true));
        } finally {
            connection.rollback();
        }
    }

    /** Binds once, so that an unknown role or key fails the start of the service. */
    void proveThatItCanBind() {
        connections.proveThatItCanBind();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        connections.bindTo(registry);
    }

    @Override
    public void close() {
        connections.close();
    }
}
