package uk.alongside.gateway.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.memory.BoundedMap;
import uk.alongside.gateway.memory.Digest;

/** Remembers the tokens that were verified, by digest, for a minute and never longer than they live. */
final class VerifiedTokens implements ReactiveJwtDecoder {

    /** A key that Keycloak has withdrawn verifies no token after this time. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final ReactiveJwtDecoder verification;
    private final Clock clock;
    private final BoundedMap<String, Verified> verified = new BoundedMap<>(MOST);

    VerifiedTokens(ReactiveJwtDecoder verification, Clock clock) {
        this.verification = verification;
        this.clock = clock;
    }

    private record Verified(Jwt token, Instant until) {}

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            var digest = Digest.of(token);
            var known = verified.get(digest);
            if (known != null && clock.instant().isBefore(known.until())) {
                return Mono.just(known.token());
            }
            return verification.decode(token).doOnNext(jwt -> remember(digest, jwt));
        });
    }

    private void remember(String digest, Jwt jwt) {
        var longest = clock.instant().plus(LONGEST);
        var expiry = jwt.getExpiresAt();
        if (expiry != null) {
            verified.put(digest, new Verified(jwt, expiry.isBefore(longest) ? expiry : longest));
        }
    }
}
