package uk.alongside.gateway.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.memory.BoundedMap;
import uk.alongside.gateway.settings.GatewaySettings;

/**
 * The token buckets of callers. A gateway takes tokens from buckets of its own, so that no request waits for Redis. Ten
 * times a second it takes what was spent from the buckets that all gateways share, and goes on with what is left there. So
 * a caller who uses several gateways can spend more in the first tenth of a second, and has to wait for it afterwards.
 * While Redis does not answer or is full, each gateway limits its callers alone.
 *
 * <p>A caller whose bucket is empty is remembered until its next token.
 */
@Component
class Buckets implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Buckets.class);
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final int MOST_REMEMBERED = 20_000;

    /** As many are counted by one call of Redis, which does nothing else in that time. */
    private static final int MOST_COUNTED = 500;

    private final SharedBuckets shared;
    private final Clock clock;
    private final BoundedMap<String, Empty> empty = new BoundedMap<>(MOST_REMEMBERED);
    private final BoundedMap<String, Own> own = new BoundedMap<>(MOST_REMEMBERED);

    /** The buckets from which a token was taken that is not yet counted in Redis. */
    private final Set<String> uncounted = ConcurrentHashMap.newKeySet();

    private Disposable counting = Disposables.disposed();

    Buckets(SharedBuckets shared, Clock clock) {
        this.shared = shared;
        this.clock = clock;
    }

    /** The time in which a bucket has no token. A clock that was set back is before it. */
    private record Empty(long since, long until) {

        boolean at(long moment) {
            return since <= moment && moment < until;
        }
    }

    /**
     * A bucket in this gateway's memory.
     *
     * @param tokens at this moment; below zero if several gateways gave out more than there were
     * @param at the moment in milliseconds
     * @param uncounted how many tokens were taken that Redis does not know of
     * @param taken whether the last request got a token
     */
    private record Own(GatewaySettings.Limit limit, double tokens, long at, int uncounted, boolean taken) {

        static Own full(GatewaySettings.Limit limit, long now) {
            return new Own(limit, limit.mostAtOnce(), now, 0, false);
        }

        Own take(long now) {
            double filled = tokens + Math.max(0, now - at) * limit.perSecond() / 1000.0;
            double there = Math.min(limit.mostAtOnce(), filled);
            return there < 1
                    ? new Own(limit, there, now, uncounted, false)
                    : new Own(limit, there - 1, now, uncounted + 1, true);
        }

        Own counted(int spent, double left, long now) {
            int since = uncounted - spent;
            return new Own(limit, left - since, now, since, taken);
        }

        long millisToNext() {
            return (long) Math.ceil((1 - tokens) * 1000 / limit.perSecond());
        }
    }

    /** Takes a token of this caller's bucket, and returns false if there is none. */
    boolean take(String bucket, String caller, GatewaySettings.Limit limit) {
        var key = key(bucket, caller);
        if (isEmpty(key)) {
            return false;
        }
        long now = clock.millis();
        var after = own.compute(key, before -> (before == null ? Own.full(limit, now) : before).take(now));
        if (!after.taken()) {
            empty.put(key, new Empty(now, now + after.millisToNext()));
        } else if (uncounted.size() < MOST_REMEMBERED) {
            uncounted.add(key);
        }
        return after.taken();
    }

    /** Takes a token of the bucket that all gateways share, and fails if Redis cannot write. */
    Mono<Boolean> takeShared(String bucket, String caller, GatewaySettings.Limit limit) {
        var key = key(bucket, caller);
        if (isEmpty(key)) {
            return Mono.just(false);
        }
        return shared.take(key, limit).map(wait -> {
            if (wait > 0) {
                long now = clock.millis();
                empty.put(key, new Empty(now, now + wait));
            }
            return wait == 0;
        });
    }

    /** Returns true if this caller is known to have no token left. */
    boolean isEmpty(String bucket, String caller) {
        return isEmpty(key(bucket, caller));
    }

    private boolean isEmpty(String key) {
        var known = empty.get(key);
        return known != null && known.at(clock.millis());
    }

    /** Counts in Redis what was taken here, and takes over what is left there. */
    Mono<Void> count() {
        var keys = uncounted.stream().limit(MOST_COUNTED).toList();
        keys.forEach(uncounted::remove);
        var spent = keys.stream().map(this::spent).filter(Objects::nonNull).toList();
        if (spent.isEmpty()) {
            return Mono.empty();
        }
        return shared.spend(spent)
                .doOnNext(left -> takeOver(spent, left))
                .then()
                .onErrorResume(away -> {
                    log.debug("Redis keeps no buckets: {}", away.getClass().getName());
                    uncounted.addAll(keys);
                    return Mono.empty();
                });
    }

    private SharedBuckets.@Nullable Spent spent(String key) {
        var bucket = own.get(key);
        return bucket == null || bucket.uncounted() == 0
                ? null
                : new SharedBuckets.Spent(key, bucket.limit(), bucket.uncounted());
    }

    private void takeOver(List<SharedBuckets.Spent> spent, List<Double> left) {
        for (int nth = 0; nth < spent.size(); nth++) {
            var counted = spent.get(nth);
            double there = left.get(nth);
            own.compute(
                    counted.key(),
                    before -> (before == null ? Own.full(counted.limit(), clock.millis()) : before)
                            .counted(before == null ? 0 : counted.tokens(), there, clock.millis()));
        }
    }

    @Override
    public void start() {
        counting = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> count())
                .subscribe();
    }

    @Override
    public void stop() {
        counting.dispose();
    }

    @Override
    public boolean isRunning() {
        return !counting.isDisposed();
    }

    private static String key(String bucket, String caller) {
        return bucket + ":" + caller;
    }
}
