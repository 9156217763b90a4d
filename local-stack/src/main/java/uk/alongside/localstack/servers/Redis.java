package uk.alongside.localstack.servers;

/** The address and the password of Redis. */
public record Redis(String host, int port, String password) {

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
