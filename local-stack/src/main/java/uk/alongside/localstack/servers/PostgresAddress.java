package uk.alongside.localstack.servers;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The address of a PostgreSQL server, with its superuser. */
public record PostgresAddress(String host, int port, String superuser, String password) {

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Returns the superuser's connections to this database. */
    public DataSource superuserOf(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(superuser);
        source.setPassword(password);
        return source;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
