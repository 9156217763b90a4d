package uk.alongside.localstack.servers;

import java.util.Map;
import uk.alongside.localstack.machine.LocalStackException;

/** Servers that run outside this stack, at addresses from the environment. This stack never starts or stops them. */
public final class OutsideServers {

    private final Map<String, String> environment;

    public OutsideServers(Map<String, String> environment) {
        this.environment = environment;
    }

    public PostgresAddress postgres() {
        return new PostgresAddress(
                value("ALONGSIDE_POSTGRES_HOST"),
                port("ALONGSIDE_POSTGRES_PORT"),
                value("ALONGSIDE_POSTGRES_SUPERUSER"),
                value("ALONGSIDE_POSTGRES_PASSWORD"));
    }

    public Redis redis() {
        var password = value("ALONGSIDE_REDIS_PASSWORD");
        var account = new Redis.Account(
                environment.getOrDefault("ALONGSIDE_REDIS_GATEWAY_USERNAME", Redis.DEFAULT_ACCOUNT),
                environment.getOrDefault("ALONGSIDE_REDIS_GATEWAY_PASSWORD", password));
        return new Redis(value("ALONGSIDE_REDIS_HOST"), port("ALONGSIDE_REDIS_PORT"), password, account);
    }

    private int port(String name) {
        var value = value(name);
        if (!value.matches("\\d{1,5}")) {
            throw new LocalStackException(name + " is not the number of a port: " + value);
        }
        return Integer.parseInt(value);
    }

    private String value(String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new LocalStackException("ALONGSIDE_STACK=outside needs the environment variable " + name + ".");
        }
        return value;
    }
}
