package uk.alongside.gateway.limits;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.settings.GatewaySettings;

/** Token buckets in Redis, which all gateways share. A bucket that was not used for as long as it takes to fill is gone. */
@Component
class SharedBuckets {

    /**
     * Reads what is in a bucket at this moment, and keeps what is left, until the bucket would be full again. After the clock
     * was set back a bucket is full: otherwise its caller would wait until the clock is there again.
     */
    private static final String BUCKET = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local function filled(key, rate, burst)
              local stored = redis.call('HMGET', key, 'tokens', 'at')
              local tokens = tonumber(stored[1]) or burst
              local at = tonumber(stored[2]) or now
              if at > now then
                return burst
              end
              return math.min(burst, tokens + math.max(0, now - at) * rate / 1000)
            end
            local function keep(key, rate, burst, tokens)
              redis.call('HSET', key, 'tokens', tokens, 'at', now)
              redis.call('PEXPIRE', key, math.ceil((burst - tokens) * 1000 / rate) + 1000)
            end
            """;

    /** Takes one token, and returns the milliseconds until the next one if there is none. Only a taken token is written. */
    private static final RedisScript<Long> TAKE = RedisScript.of(BUCKET + """
            local rate = tonumber(ARGV[1])
            local burst = tonumber(ARGV[2])
            local tokens = filled(KEYS[1], rate, burst)
            if tokens < 1 then
              return math.ceil((1 - tokens) * 1000 / rate)
            end
            keep(KEYS[1], rate, burst, tokens - 1)
            return 0""", Long.class);

    /**
     * Takes away tokens that were already spent, of many buckets at once, and returns what is left in each, below zero if
     * more were spent than there were. A bucket is never emptier than it can be full: after Redis was away for an hour, no
     * caller waits for what every gateway gave out in that hour.
     */
    private static final RedisScript<List<String>> SPEND = spend();

    private final ReactiveStringRedisTemplate redis;

    SharedBuckets(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** The tokens that one caller has spent at this gateway. */
    record Spent(String key, GatewaySettings.Limit limit, int tokens) {}

    /** Takes a token. Returns 0, or the milliseconds until there is one. */
    Mono<Long> take(String key, GatewaySettings.Limit limit) {
        return redis.execute(
                        TAKE,
                        List.of(inRedis(key)),
                        List.of(String.valueOf(limit.perSecond()), String.valueOf(limit.mostAtOnce())))
                .next();
    }

    /** Takes away what was spent, and returns what is left of each bucket, in the same order. */
    Mono<List<Double>> spend(List<Spent> spent) {
        var keys = spent.stream().map(it -> inRedis(it.key())).toList();
        var numbers = spent.stream()
                .flatMap(it -> Stream.of(it.limit().perSecond(), it.limit().mostAtOnce(), it.tokens()))
                .map(String::valueOf)
                .toList();
        return redis.execute(SPEND, keys, numbers)
                .next()
                .map(left -> left.stream().map(Double::valueOf).toList());
    }

    private static String inRedis(String key) {
        return "alongside:limit:" + key;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RedisScript<List<String>> spend() {
        return (RedisScript) RedisScript.of(BUCKET + """
                local left = {}
                for nth, key in ipairs(KEYS) do
                  local rate = tonumber(ARGV[3 * nth - 2])
                  local burst = tonumber(ARGV[3 * nth - 1])
                  local tokens = math.max(-burst, filled(key, rate, burst) - tonumber(ARGV[3 * nth]))
                  keep(key, rate, burst, tokens)
                  left[nth] = tostring(tokens)
                end
                return left""", List.class);
    }
}
