package uk.alongside.localstack.servers;

/** Where a PostgreSQL answers, and as whom everything may be done there. */
public record PostgresAddress(String host, int port, String superuser, String password) {

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
