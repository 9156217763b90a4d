package uk.alongside.foundation.wall;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The only access of a service to its database. A connection runs no statement until its transaction is bound to a
 * council. Without a council, row level security would return no rows, and an empty result looks like a valid answer.
 */
final class GuardedDataSource extends AbstractDataSource implements AutoCloseable, MeterBinder {

    /**
     * Lists the state that a borrower left on a connection. {@code app.bind} resets it; this query finds the borrower
     * that left it.
     */
    private static final String LEFT_BEHIND = """
            select concat_ws(', ',
              (select 'a cursor' from pg_cursors where is_holdable limit 1),
              (select 'a channel' from pg_listening_channels() limit 1),
              (select 'an advisory lock' from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() limit 1),
              (select 'a prepared statement' from pg_prepared_statements where from_sql limit 1),
              case when pg_my_temp_schema() <> 0 then 'a temporary table' end,
              case when current_setting('app.ctx', true) <> '' then 'a context' end)""";

    /** The database compares the expiry of a context with its own clock, so a clock that a test moves is not for this. */
    private static final Clock DATABASE_TIME = Clock.systemUTC();

    private final HikariDataSource pool;
    private final DataSource connections;
    private final ContextKey key;
    private final boolean checkedOnReturn;
    private final Shares shares;

    GuardedDataSource(HikariDataSource pool, ContextKey key, boolean checkedOnReturn, SqlSpans spans) {
        this.pool = pool;
        this.connections = spans.trace(pool);
        this.key = key;
        this.checkedOnReturn = checkedOnReturn;
        this.shares = new Shares(pool.getMaximumPoolSize());
    }

    @Override
    public Connection getConnection() throws SQLException {
        var council = CouncilContext.ifBound().orElse(null);
        shares.take(council, pool.getConnectionTimeout());
        try {
            return (Connection) Proxy.newProxyInstance(
                    Guard.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    new Guard(connections.getConnection(), pool.getUsername(), council));
        } catch (SQLException | RuntimeException e) {
            shares.giveBack(council);
            throw e;
        }
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("Connections use the service's own role only.");
    }

    /** Measures how the pool is used. */
    @Override
    public void bindTo(MeterRegistry registry) {
        pool.setMetricRegistry(registry);
    }

    /** Returns the pool for the proofs, which read the catalogue and no council's tables. */
    DataSource unguarded() {
        return pool;
    }

    /** Binds once, so that an unknown key fails the start of the service instead of the first request. */
    void proveThatItCanBind() {
        try (var connection = getConnection()) {
            connection.setAutoCommit(false);
            bind(connection, 10);
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be bound to a council.", e);
        }
    }

    /**
     * Finds the active member of the bound council with this sign-in. One call binds, reads and ends, because it runs
     * before every request.
     */
    <T> Optional<T> findMember(String issuer, String subject, Instant now, RowMapper<T> mapper) {
        return inOneCall(
                "select id, name, roles from app.member_of(?, ?, ?, ?)",
                mapper,
                issuer,
                subject,
                now.atOffset(ZoneOffset.UTC));
    }

    /** Returns whether the bound council is suspended. One call binds, reads and ends, as for a member. */
    boolean isCouncilSuspended() {
        return inOneCall("select app.council_is_suspended(?)", (row, _) -> row.getBoolean(1))
                .orElseThrow();
    }

    /**
     * Runs a statement that binds by its first parameter. The driver sends BEGIN with it and COMMIT stands beside it, so that
     * all is one call. Citus takes the context to its nodes only in such a block, and not for a statement alone.
     */
    private <T> Optional<T> inOneCall(String statement, RowMapper<T> mapper, Object... parameters) {
        var context = key.sign(CouncilContext.council(), pool.getUsername(), DATABASE_TIME);
        ConnectionCallback<Optional<T>> work = connection -> {
            connection.setAutoCommit(false);
            try (var call = connection.prepareStatement(statement + "; commit")) {
                call.setString(1, context);
                for (int i = 0; i < parameters.length; i++) {
                    call.setObject(i + 2, parameters[i]);
                }
                call.execute();
                try (var rows = call.getResultSet()) {
                    return rows.next() ? Optional.ofNullable(mapper.mapRow(rows, 1)) : Optional.empty();
                }
            }
        };
        return Objects.requireNonNull(new JdbcTemplate(connections).execute(work));
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Binds the connection's transaction to the council of the current work. */
    static void bind(Connection connection, int seconds) throws SQLException {
        connection.unwrap(Guard.class).bind(seconds);
    }

    /**
     * Lends one council at most a quarter of the pool's connections at a time, so that a council with many requests leaves
     * room for the others. The rest of its requests wait in order of arrival, as they would for the pool.
     */
    @KeptAcrossCouncils("numbers of borrowed connections, each under its council's id, and no row of a council")
    private static final class Shares {

        private final int share;

        /** The councils that hold connections or wait for one. */
        private final ConcurrentMap<UUID, Share> inUse = new ConcurrentHashMap<>();

        Shares(int connections) {
            this.share = Math.max(2, connections / 4);
        }

        private record Share(Semaphore free, int borrowers) {

            Share with(int more) {
                return new Share(free, borrowers + more);
            }
        }

        void take(@Nullable UUID council, long timeoutMillis) throws SQLException {
            if (council == null) {
                return;
            }
            var free = inUse.compute(
                            council,
                            (_, share) -> share == null ? new Share(new Semaphore(this.share, true), 1) : share.with(1))
                    .free();
            boolean taken = false;
            try {
                taken = free.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                if (!taken) {
                    leave(council);
                }
            }
            if (!taken) {
                throw new SQLTransientConnectionException(
                        "The council's share of connections was in use for too long.");
            }
        }

        void giveBack(@Nullable UUID council) {
            if (council != null) {
                leave(council).release();
            }
        }

        private Semaphore leave(UUID council) {
            var share = Objects.requireNonNull(inUse.get(council));
            inUse.computeIfPresent(council, (_, now) -> now.borrowers() == 1 ? null : now.with(-1));
            return share.free();
        }
    }

    /** Guards one connection while it is lent out. */
    private final class Guard implements InvocationHandler {

        private final Connection connection;
        private final String databaseRole;
        private final @Nullable UUID borrower;
        private boolean bound;
        private boolean givenBack;

        Guard(Connection connection, String databaseRole, @Nullable UUID borrower) {
            this.connection = connection;
            this.databaseRole = databaseRole;
            this.borrower = borrower;
        }

        private void bind(int seconds) throws SQLException {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("Binding a council needs an open transaction.");
            }
            var council = CouncilContext.isAcrossCouncils() ? null : CouncilContext.council();
            var context = council == null ? "" : key.sign(council, databaseRole, DATABASE_TIME);
            try (var bind = connection.prepareStatement("select app.bind(?, ?)")) {
                bind.setString(1, context);
                bind.setInt(2, seconds);
                try (var answer = bind.executeQuery()) {
                    answer.next();
                    if (!Objects.equals(council, answer.getObject(1, UUID.class))) {
                        throw new IllegalStateException(
                                "The database rejects this process's context: its key, role or clock differs.");
                    }
                }
            }
            bound = true;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            switch (method.getName()) {
                case "unwrap" -> {
                    if (args != null && args[0] == Guard.class) {
                        return this;
                    }
                    requireBound();
                }
                case "createStatement", "prepareStatement", "prepareCall" -> requireBound();
                case "setAutoCommit" -> bound = false;
                case "commit" -> bound = false;
                case "rollback" -> bound = bound && args != null;
                case "close" -> {
                    giveBack();
                    return null;
                }
                default -> {}
            }
            try {
                return method.invoke(connection, args);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }

        private void requireBound() {
            if (!bound) {
                throw new NoCouncilBound("A connection is used outside a transaction that is bound to a council.");
            }
        }

        private void giveBack() throws SQLException {
            String left = "";
            try {
                if (checkedOnReturn && !connection.isClosed()) {
                    left = leftBehind();
                }
            } finally {
                bound = false;
                if (!givenBack) {
                    givenBack = true;
                    shares.giveBack(borrower);
                }
                if (left.isEmpty()) {
                    connection.close();
                } else {
                    // The pool closes it in a thread of its own. Closing it here too would race
                    // with that thread.
                    pool.evictConnection(connection);
                }
            }
            if (!left.isEmpty()) {
                throw new IllegalStateException("A borrower left " + left + " on its connection.");
            }
        }

        private String leftBehind() throws SQLException {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            String left;
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery(LEFT_BEHIND)) {
                answer.next();
                left = answer.getString(1);
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            return left;
        }
    }
}
