package uk.alongside.gateway;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** The narrow tokens of one choice, in the Redis session only. The client's secret is not kept beside them. */
record Tokens(String access, Instant expiresAt, @Nullable String refresh) implements Serializable {

    /** A token that ends while a request is on its way is refused by the service: refresh a little before. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    static Tokens of(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh) {
        return new Tokens(
                access.getTokenValue(),
                Objects.requireNonNull(access.getExpiresAt()),
                refresh == null ? null : refresh.getTokenValue());
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt.minus(MARGIN));
    }

    @Override
    public String toString() {
        return "Tokens[expiresAt=" + expiresAt + "]";
    }
}
