package uk.alongside.foundation.wall;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/** Creates the connection pools of a service, one for each database role that it uses. */
public final class ConnectionPools {

    private ConnectionPools() {}

    /** Creates a pool for one database role. Exceptions from it do not include the server's error details. */
    public static HikariDataSource create(DataSourceProperties properties, String username, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(properties.determineUrl());
        pool.setUsername(username);
        pool.setPassword(password);
        // The server's DETAIL quotes the row, and a row may hold personal data.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    /**
     * Gives the pool's connections a name in the database. The driver sends it when it connects, if it may assume a server
     * that knows the name then. A name that it sets later is lost when {@code app.bind} resets the session.
     */
    static void name(HikariDataSource pool, String name) {
        pool.addDataSourceProperty("ApplicationName", name);
        pool.addDataSourceProperty("assumeMinServerVersion", "15");
    }
}
