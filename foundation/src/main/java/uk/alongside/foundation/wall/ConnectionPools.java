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
}
