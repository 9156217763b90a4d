package uk.alongside.localstack;

/** Where a PostgreSQL answers, and as whom everything may be done there. */
record PostgresAddress(String host, int port, String superuser, String password) {

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
