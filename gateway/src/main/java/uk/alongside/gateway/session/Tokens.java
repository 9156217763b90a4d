package uk.alongside.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** The narrow tokens of one choice, kept in the Redis session only and without the client's secret. */
public record Tokens(
        String access, Instant expiresAt, @Nullable String refresh) implements SessionValue {

    /** Refreshes a little early, because a service rejects a token that expires while the request is on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    public Tokens {
        Objects.requireNonNull(access);
        Objects.requireNonNull(expiresAt);
    }

    public static Tokens of(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh) {
        return new Tokens(
                access.getTokenValue(),
                Objects.requireNonNull(access.getExpiresAt()),
                refresh == null ? null : refresh.getTokenValue());
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt.minus(MARGIN));
    }

    @Override
    public String toString() {
        return "Tokens[expiresAt=" + expiresAt + "]";
    }
}
