package uk.alongside.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import uk.alongside.gateway.settings.GatewaySettings;
import uk.alongside.localstack.LocalStack;

/** Tests two gateways that share the buckets of one Redis. A bucket is so large that what a slow test refills is little. */
@Tag("slow")
class BucketsTest {

    private static final int ALL = 10_000;
    private static final GatewaySettings.Limit LIMIT = new GatewaySettings.Limit(1, ALL);
    private static final int LITTLE = 1_000;

    private static LettuceConnectionFactory connections;

    private final String caller = UUID.randomUUID().toString();
    private final Clock stopped =
            Clock.fixed(Clock.systemUTC().instant(), Clock.systemUTC().getZone());
    private final Buckets one = buckets(stopped);
    private final Buckets other = buckets(stopped);

    @BeforeAll
    static void connect() {
        var redis = LocalStack.forTests().redis();
        var address = new RedisStandaloneConfiguration(redis.host(), redis.port());
        address.setPassword(redis.password());
        connections = new LettuceConnectionFactory(address);
        connections.afterPropertiesSet();
        connections.start();
    }

    @AfterAll
    static void disconnect() {
        connections.destroy();
    }

    @Test
    void whatOneGatewayGaveOutIsGoneAtTheOther() {
        assertThat(taken(one)).isEqualTo(ALL);
        one.count().block();

        assertThat(take(other)).isTrue();
        other.count().block();

        assertThat(taken(other)).isLessThan(LITTLE);
        assertThat(other.isEmpty("person", caller)).isTrue();
    }

    @Test
    void whatBothGaveOutAtTheSameMomentIsWaitedForAfterwards() {
        assertThat(taken(one)).isEqualTo(ALL);
        assertThat(taken(other)).isEqualTo(ALL);
        one.count().block();
        other.count().block();
        other.count().block();

        assertThat(left()).isBetween(-1.0 * ALL, -1.0 * ALL + LITTLE);
        // A gateway that does not know the caller learns what is left at the first request.
        var third = buckets(stopped);
        assertThat(take(third)).isTrue();
        third.count().block();
        assertThat(take(third)).isFalse();
    }

    /** While Redis is away, a bucket fills again and again in each gateway. */
    @Test
    void nobodyWaitsForAllThatWasGivenOutWhileRedisWasAway() {
        for (int refill = 0; refill < 5; refill++) {
            var away = buckets(stopped);
            assertThat(taken(away)).isEqualTo(ALL);
            away.count().block();
        }

        assertThat(left()).isGreaterThanOrEqualTo(-1.0 * ALL);
    }

    @Test
    void whatWasTakenWhileItWasCountedIsKept() {
        assertThat(take(one)).isTrue();
        var counting = one.count();
        for (int nth = 0; nth < 2 * LITTLE; nth++) {
            assertThat(take(one)).isTrue();
        }
        counting.block();
        one.count().block();

        assertThat(left()).isLessThan(ALL - LITTLE);
    }

    @Test
    void aGatewayWhoseClockIsSetBackGivesTheNextTokenInTime() {
        var now = new AtomicReference<>(Instant.now());
        InstantSource moved = now::get;
        var buckets = buckets(moved.withZone(ZoneOffset.UTC));
        assertThat(taken(buckets)).isEqualTo(ALL);

        now.updateAndGet(instant -> instant.minus(Duration.ofHours(1)));
        assertThat(take(buckets)).isFalse();
        now.updateAndGet(instant -> instant.plusSeconds(2));

        assertThat(take(buckets)).isTrue();
    }

    @Test
    void aRedisWhoseClockIsSetBackGivesTheNextTokenInTime() {
        var inAnHour = Instant.now().plus(Duration.ofHours(1)).toEpochMilli();
        redis().opsForHash()
                .putAll(
                        "alongside:limit:person:" + caller,
                        Map.of("tokens", String.valueOf(-ALL), "at", String.valueOf(inAnHour)))
                .block();

        assertThat(one.takeShared("person", caller, LIMIT).block()).isTrue();
    }

    private double left() {
        return Double.parseDouble(String.valueOf(redis().opsForHash()
                .get("alongside:limit:person:" + caller, "tokens")
                .block()));
    }

    private int taken(Buckets buckets) {
        return (int) IntStream.range(0, 2 * ALL).takeWhile(_ -> take(buckets)).count();
    }

    private boolean take(Buckets buckets) {
        return buckets.take("person", caller, LIMIT);
    }

    private static Buckets buckets(Clock clock) {
        return new Buckets(new SharedBuckets(redis()), clock);
    }

    private static ReactiveStringRedisTemplate redis() {
        return new ReactiveStringRedisTemplate(connections);
    }
}
