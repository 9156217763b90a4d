package uk.alongside.localstack.servers;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import uk.alongside.localstack.machine.LocalStackException;

/**
 * The source of PostgreSQL and Redis. A setting names it, because a container engine that answers may have no images.
 */
public enum ServerSource {
    /** Processes of this stack, from Maven artifacts. */
    EMBEDDED,
    /** Containers, for tests. */
    CONTAINERS,
    /** Servers that run outside this stack. */
    OUTSIDE,
    /** A PostgreSQL server that runs outside this stack, for tests. Redis is a process of this stack. */
    OUTSIDE_POSTGRES;

    private static final String URL = "postgresql://";

    public static ServerSource of(Map<String, String> environment) {
        var asked = environment.getOrDefault("ALONGSIDE_STACK", "embedded");
        return asked.startsWith(URL)
                ? OUTSIDE_POSTGRES
                : Stream.of(EMBEDDED, CONTAINERS, OUTSIDE)
                        .filter(source -> source.name().equals(asked.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new LocalStackException("ALONGSIDE_STACK is " + asked
                                + "; it may be embedded, containers, outside, or the address of a PostgreSQL server"
                                + " such as postgresql://127.0.0.1:5432."));
    }

    /** Returns whether these servers serve tests only. Their data is gone after the tests. */
    public boolean isForTestsOnly() {
        return this == CONTAINERS || this == OUTSIDE_POSTGRES;
    }
}
