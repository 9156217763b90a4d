package uk.alongside.localstack.servers;

/** Redis: where it answers, and its password. */
public final class Redis {

    private final String host;
    private final int port;
    private final String password;

    public Redis(String host, int port, String password) {
        this.host = host;
        this.port = port;
        this.password = password;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }
}
