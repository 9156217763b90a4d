package uk.alongside.localstack.servers;

import java.util.Map;
import java.util.regex.Pattern;
import uk.alongside.localstack.machine.LocalStackException;

/** Servers that run outside this stack, at addresses from the environment. This stack never starts or stops them. */
public final class OutsideServers {

    private static final Pattern ADDRESS = Pattern.compile("postgresql://([A-Za-z0-9.-]+)(?::(\\d{1,5}))?/?");

    private final Map<String, String> environment;

    public OutsideServers(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The PostgreSQL server, one or the coordinator of a cluster, whose address {@code ALONGSIDE_STACK} is. A password in an
     * address would be shown where addresses are, so it is refused there.
     */
    public PostgresAddress postgresOfTheAddress() {
        var asked = value("ALONGSIDE_STACK");
        var address = ADDRESS.matcher(asked);
        if (!address.matches()) {
            throw new LocalStackException("ALONGSIDE_STACK must be like postgresql://127.0.0.1:5432, without a user, a"
                    + " password and a database.");
        }
        var port = address.group(2);
        return new PostgresAddress(
                address.group(1),
                port == null ? 5432 : Integer.parseInt(port),
                environment.getOrDefault("ALONGSIDE_POSTGRES_SUPERUSER", "postgres"),
                value("ALONGSIDE_POSTGRES_PASSWORD"));
    }

    /** The beginning of the names of all databases that tests make there. */
    public String prefix() {
        var prefix = environment.getOrDefault("ALONGSIDE_POSTGRES_PREFIX", "alongside_");
        if (!prefix.matches("[a-z][a-z0-9_]{0,15}_")) {
            throw new LocalStackException(
                    "ALONGSIDE_POSTGRES_PREFIX must be a few small letters and digits with _ at the end, and is "
                            + prefix);
        }
        return prefix;
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
            throw new LocalStackException(
                    "ALONGSIDE_STACK with outside servers needs the environment variable " + name + ".");
        }
        return value;
    }
}
