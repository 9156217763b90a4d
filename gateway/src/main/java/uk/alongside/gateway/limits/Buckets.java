package uk.alongside.gateway.limits;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.memory.BoundedMap;
import uk.alongside.gateway.settings.GatewaySettings;

/**
 * Token buckets in Redis, which all gateways share. A caller whose bucket is empty is remembered until its next token, and
 * refused without Redis until then. While Redis does not answer or is full, each gateway keeps buckets of its own.
 */
@Component
class Buckets {

    private static final Logger log = LoggerFactory.getLogger(Buckets.class);
    private static final int MOST_REMEMBERED = 20_000;

    /** Takes one token, and returns the milliseconds until the next one if there is none. Only a taken token is written. */
    private static final RedisScript<Long> TAKE = RedisScript.of("""
            local rate = tonumber(ARGV[1])
            local burst = tonumber(ARGV[2])
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local stored = redis.call('HMGET', KEYS[1], 'tokens', 'at')
            local tokens = tonumber(stored[1]) or burst
            local at = tonumber(stored[2]) or now
            tokens = math.min(burst, tokens + math.max(0, now - at) * rate / 1000)
            if tokens < 1 then
              return math.ceil((1 - tokens) * 1000 / rate)
            end
            redis.call('HSET', KEYS[1], 'tokens', tokens - 1, 'at', now)
            redis.call('PEXPIRE', KEYS[1], math.ceil(burst * 1000 / rate) + 1000)
            return 0""", Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final BoundedMap<String, Long> emptyUntil = new BoundedMap<>(MOST_REMEMBERED);
    private final BoundedMap<String, Own> own = new BoundedMap<>(MOST_REMEMBERED);

    Buckets(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * A bucket in this gateway's memory.
     *
     * @param taken whether the last request got a token
     */
    private record Own(double tokens, long at, boolean taken) {

        static Own full(GatewaySettings.Limit limit, long now) {
            return new Own(limit.mostAtOnce(), now, false);
        }

        Own take(GatewaySettings.Limit limit, long now) {
            double filled = tokens + Math.max(0, now - at) * limit.perSecond() / 1000.0;
            double there = Math.min(limit.mostAtOnce(), filled);
            return there < 1 ? new Own(there, now, false) : new Own(there - 1, now, true);
        }
    }

    /** Takes a token of this caller's bucket, and returns false if there is none. */
    Mono<Boolean> take(String bucket, String caller, GatewaySettings.Limit limit) {
        return takeShared(bucket, caller, limit).onErrorResume(away -> {
            log.debug("Redis keeps no buckets: {}", away.getClass().getName());
            return Mono.fromSupplier(() -> takeOwn(key(bucket, caller), limit));
        });
    }

    /** Takes a token like {@link #take}, but fails if Redis cannot write. */
    Mono<Boolean> takeShared(String bucket, String caller, GatewaySettings.Limit limit) {
        var key = key(bucket, caller);
        if (isEmpty(key)) {
            return Mono.just(false);
        }
        return redis.execute(
                        TAKE,
                        List.of("alongside:limit:" + key),
                        List.of(String.valueOf(limit.perSecond()), String.valueOf(limit.mostAtOnce())))
                .next()
                .map(wait -> {
                    if (wait > 0) {
                        emptyUntil.put(key, clock.millis() + wait);
                    }
                    return wait == 0;
                });
    }

    /** Returns true if this caller is known to have no token left. */
    boolean isEmpty(String bucket, String caller) {
        return isEmpty(key(bucket, caller));
    }

    private boolean isEmpty(String key) {
        var until = emptyUntil.get(key);
        return until != null && clock.millis() < until;
    }

    private boolean takeOwn(String key, GatewaySettings.Limit limit) {
        long now = clock.millis();
        return own.compute(key, before -> (before == null ? Own.full(limit, now) : before).take(limit, now))
                .taken();
    }

    private static String key(String bucket, String caller) {
        return bucket + ":" + caller;
    }
}
