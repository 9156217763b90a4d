package uk.alongside.gateway.session;

import java.time.Instant;
import java.util.Objects;

/**
 * The time and the kind of browser of a sign-in, by which its owner recognises it.
 *
 * @param browser a word of {@link Device}
 * @param system a word of {@link Device}
 */
public record SignIn(Instant at, String browser, String system) {

    public SignIn {
        Objects.requireNonNull(at);
        Objects.requireNonNull(browser);
        Objects.requireNonNull(system);
    }
}
