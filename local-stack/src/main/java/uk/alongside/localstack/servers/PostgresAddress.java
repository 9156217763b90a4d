package uk.alongside.localstack.servers;

/** The address of a PostgreSQL server, with its superuser. */
public record PostgresAddress(String host, int port, String superuser, String password) {

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
