package uk.alongside.localstack.servers;

import java.util.Locale;
import java.util.Map;
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
    OUTSIDE;

    public static ServerSource of(Map<String, String> environment) {
        var asked = environment.getOrDefault("ALONGSIDE_STACK", "embedded");
        try {
            return valueOf(asked.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new LocalStackException(
                    "ALONGSIDE_STACK is " + asked + "; it may be embedded, containers or outside.");
        }
    }
}
