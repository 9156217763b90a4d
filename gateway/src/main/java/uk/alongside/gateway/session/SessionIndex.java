package uk.alongside.gateway.session;

import java.time.Duration;
import java.util.Map;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.memory.Digest;

/**
 * The ids of each person's sessions, so that they are found without a search through all keys. The key is a digest of the
 * person's subject, and expires with the person's last session. An id can outlive its session, so a reader checks each.
 *
 * <p>It is a hash whose values are empty, not a set, because the gateway's account in Redis may already use hashes
 * (docs/adr/0054).
 */
final class SessionIndex {

    private static final String KEYS = "alongside:sign-ins:";

    private final ReactiveStringRedisTemplate redis;
    private final Duration life;

    /** Keeps a person's ids for this long after the last {@link #add}. */
    SessionIndex(ReactiveStringRedisTemplate redis, Duration life) {
        this.redis = redis;
        this.life = life;
    }

    Mono<Void> add(String subject, String session) {
        var key = key(subject);
        return redis.opsForHash()
                .putAll(key, Map.of(session, ""))
                .then(redis.expire(key, life))
                .then();
    }

    Mono<Void> remove(String subject, String session) {
        return redis.opsForHash().remove(key(subject), session).then();
    }

    Flux<String> sessions(String subject) {
        return redis.<String, String>opsForHash().entries(key(subject)).map(Map.Entry::getKey);
    }

    private static String key(String subject) {
        return KEYS + Digest.of(subject);
    }
}
