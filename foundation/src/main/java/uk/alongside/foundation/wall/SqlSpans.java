package uk.alongside.foundation.wall;

import io.micrometer.tracing.Tracer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Adds a span for each SQL statement of a request that is traced. A span holds the statement with its placeholders, and
 * never their values. Without a tracer, connections stay as they are.
 */
final class SqlSpans {

    private final Supplier<Optional<Tracer>> tracer;

    SqlSpans(Supplier<Optional<Tracer>> tracer) {
        // Looked up once, when the first connection is used.
        this.tracer = SingletonSupplier.of(tracer);
    }

    /** Returns a data source whose connections are traced while a traced request uses them. */
    DataSource trace(DataSource pool) {
        return new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                return trace(pool.getConnection());
            }
        };
    }

    private Connection trace(Connection connection) {
        var active = tracer.get().filter(it -> it.currentSpan() != null).orElse(null);
        if (active == null) {
            return connection;
        }
        return proxy(Connection.class, (_, method, args) -> {
            var answer = call(connection, method, args);
            return answer instanceof Statement statement ? trace(active, statement, sqlOf(args)) : answer;
        });
    }

    private static Statement trace(Tracer active, Statement statement, String prepared) {
        var type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, (_, method, args) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, args);
            }
            var sql = prepared.isEmpty() ? sqlOf(args) : prepared;
            var span = active.nextSpan()
                    .name("sql " + firstWord(sql))
                    .tag("db.system.name", "postgresql")
                    .tag("db.query.text", sql)
                    .start();
            try {
                return call(statement, method, args);
            } finally {
                span.end();
            }
        });
    }

    private static String sqlOf(@Nullable Object @Nullable [] args) {
        return args != null && args.length > 0 && args[0] instanceof String sql ? sql : "";
    }

    private static String firstWord(String sql) {
        return sql.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private interface Call {

        @Nullable
        Object of(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(SqlSpans.class.getClassLoader(), new Class<?>[] {type}, call::of));
    }
}
