package uk.alongside.localstack.servers;

import java.util.Locale;
import java.util.Map;
import uk.alongside.localstack.machine.LocalStackException;

/** Where PostgreSQL and Redis come from. Always said, never found out: an engine that answers may serve nothing. */
public enum ServerSource {
    /** Our own processes, from Maven artifacts. */
    EMBEDDED,
    /** Containers, for tests. */
    CONTAINERS,
    /** Servers that somebody else runs. */
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
