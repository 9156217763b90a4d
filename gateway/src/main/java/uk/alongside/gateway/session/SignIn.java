package uk.alongside.gateway.session;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time and the kind of browser of a sign-in, by which its owner recognises it.
 *
 * @param browser a word of {@link Device}
 * @param system a word of {@link Device}
 * @param namedByCouncil when a council's own provider named the person; null after a sign-in with a password
 */
public record SignIn(
        Instant at, String browser, String system, @Nullable Instant namedByCouncil) {

    public SignIn {
        Objects.requireNonNull(at);
        Objects.requireNonNull(browser);
        Objects.requireNonNull(system);
    }
}
