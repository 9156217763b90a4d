package uk.alongside.gateway.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Warns before Redis is full, once until there is room again, and measures how full it is. */
@Component
public class RedisMemory implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisMemory.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final double ALARM = 0.8;

    private final ReactiveRedisConnectionFactory redis;
    private Disposable watch = Disposables.disposed();
    private volatile double used;
    private volatile boolean warned;

    RedisMemory(ReactiveRedisConnectionFactory redis, MeterRegistry meters) {
        this.redis = redis;
        meters.gauge("alongside.redis.memory.used", this, memory -> memory.used);
    }

    /** Returns true if Redis answers but does not write, because it is full or may not write. */
    public static boolean refusesToWrite(Throwable failure) {
        return answers(failure, "OOM ", "READONLY ", "MISCONF ", "NOREPLICAS ");
    }

    /** Returns true if Redis answered with one of these codes. */
    static boolean answers(Throwable failure, String... codes) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .filter(RedisCommandExecutionException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> Stream.of(codes).anyMatch(message::contains));
    }

    /** Returns the used part of Redis's memory, from 0 to 1 and a little more, or 0 if there is no limit. */
    public Mono<Double> measure() {
        return Mono.usingWhen(
                        Mono.fromSupplier(redis::getReactiveConnection),
                        connection -> connection.serverCommands().info("memory"),
                        connection -> connection.closeLater())
                .map(RedisMemory::ratio)
                .doOnNext(this::note);
    }

    private static double ratio(Properties memory) {
        double limit = Double.parseDouble(memory.getProperty("maxmemory", "0"));
        return limit <= 0 ? 0 : Double.parseDouble(memory.getProperty("used_memory", "0")) / limit;
    }

    private void note(double ratio) {
        used = ratio;
        if (ratio >= ALARM && !warned) {
            log.warn("Redis has used {}% of its memory. When it is full, no one can sign in.", Math.round(ratio * 100));
        }
        warned = ratio >= ALARM;
    }

    @Override
    public void start() {
        watch = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> measure().onErrorResume(_ -> Mono.empty()))
                .subscribe();
    }

    @Override
    public void stop() {
        watch.dispose();
    }

    @Override
    public boolean isRunning() {
        return !watch.isDisposed();
    }
}
