package uk.alongside.gateway.redis;

import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Refuses to start with a Redis whose version is too old. Known faults of old versions let a caller of scripts run code
 * in Redis. A gateway that starts while Redis is away does not know the version and says so in the log.
 */
@Component
class RedisVersion implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisVersion.class);

    private final ReactiveRedisConnectionFactory redis;
    private final RedisSettings settings;
    private volatile boolean running;

    RedisVersion(ReactiveRedisConnectionFactory redis, RedisSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    @Override
    public void start() {
        try {
            check(server());
        } catch (DataAccessException failure) {
            if (isRefusal(failure)) {
                throw new IllegalStateException(
                        "Redis refuses to say its version. The gateway's account needs the command INFO.", failure);
            }
            log.warn("Redis did not answer, so its version was not checked. It is checked at the next start.");
        }
        running = true;
    }

    /** Returns true if Redis answers, and does not let this account ask. */
    static boolean isRefusal(Throwable failure) {
        return RedisMemory.answers(failure, "NOPERM ");
    }

    private Properties server() {
        return Mono.usingWhen(
                        Mono.fromSupplier(redis::getReactiveConnection),
                        connection -> connection.serverCommands().info("server"),
                        connection -> connection.closeLater())
                .blockOptional()
                .orElseGet(Properties::new);
    }

    private void check(Properties server) {
        complaint(server, settings)
                .ifPresentOrElse(
                        complaint -> {
                            throw new IllegalStateException(complaint);
                        },
                        () -> log.info("{}", nameOf(server)));
    }

    /** Returns why this server is refused, or empty. */
    static Optional<String> complaint(Properties server, RedisSettings settings) {
        boolean valkey = isValkey(server);
        var oldest = valkey ? settings.oldestValkeyVersion() : settings.oldestVersion();
        var version = versionOf(server);
        if (!version.matches(RedisSettings.VERSION)) {
            return Optional.of("Redis does not say which version it is. The gateway needs " + oldest + " or later.");
        }
        return compare(version, oldest) >= 0
                ? Optional.empty()
                : Optional.of(nameOf(server) + " is too old: the gateway needs " + oldest
                        + " or later. Upgrade it. If it is an older version with the fixes of your distribution, set alongside.redis."
                        + (valkey ? "oldest-valkey-version" : "oldest-version") + " to " + version + ".");
    }

    private static boolean isValkey(Properties server) {
        return server.getProperty("valkey_version") != null;
    }

    private static String versionOf(Properties server) {
        return server.getProperty(isValkey(server) ? "valkey_version" : "redis_version", "");
    }

    private static String nameOf(Properties server) {
        return (isValkey(server) ? "Valkey " : "Redis ") + versionOf(server);
    }

    private static int compare(String one, String other) {
        var first = numbers(one);
        var second = numbers(other);
        return IntStream.range(0, Math.max(first.length, second.length))
                .map(i -> Integer.compare(i < first.length ? first[i] : 0, i < second.length ? second[i] : 0))
                .filter(compared -> compared != 0)
                .findFirst()
                .orElse(0);
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server takes its first request. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
