package uk.alongside.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The address of Redis, and its accounts.
 *
 * @param password of Redis's default account, which may do everything and which no service has
 * @param gateway the gateway's account, which may run a few commands on the gateway's own keys
 */
public record Redis(String host, int port, String password, Account gateway) {

    /** The account that may do everything. */
    static final String DEFAULT_ACCOUNT = "default";

    static final String GATEWAY_ACCOUNT = "gateway";

    public record Account(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }

    /** Returns the rules of the gateway's account, as Redis writes them, without name and password. */
    static String rulesOfGateway() {
        try (var in = Objects.requireNonNull(Redis.class.getResourceAsStream("redis-gateway.acl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
