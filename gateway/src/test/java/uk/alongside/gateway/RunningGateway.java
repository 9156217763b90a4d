package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.session.ReactiveSessionRepository;
import uk.alongside.gateway.redis.RedisMemory;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.machine.Lazy;
import uk.alongside.localstack.machine.Ports;

/**
 * A gateway in front of real servers. Tests can cut its connections to Redis and Keycloak, and can move its clock, so
 * that a token of 60 seconds ends at once.
 */
final class RunningGateway {

    private static final class Shared {
        private static final RunningGateway GATEWAY = new RunningGateway(portOfPublicUrl(), List.of());
    }

    private final ConfigurableApplicationContext context;
    private final Lazy<ReactiveStringRedisTemplate> administration = new Lazy<>(RunningGateway::connectAsAdministrator);
    private final int port;
    private final Wire redis = Wire.to(LocalStack.forTests().redis().port());
    private final Wire keycloak =
            Wire.to(LocalStack.forTests().keycloak().baseUrl().getPort());
    private final Upstream tenant = new Upstream("tenant-service");
    private final Upstream conversations = new Upstream("conversations-service");
    private final MovableClock clock = new MovableClock();

    /** Returns the gateway at the address that Keycloak redirects to. */
    static RunningGateway shared() {
        return Shared.GATEWAY;
    }

    /**
     * Starts another gateway with other settings, at which sign-in is not possible. It ends with the test run.
     */
    static RunningGateway with(String... settings) {
        return new RunningGateway(Ports.anyFree(), List.of(settings));
    }

    private RunningGateway(int port, List<String> settings) {
        this.port = port;
        var stack = LocalStack.forTests();
        var defaults = List.of(
                "server.port=" + port,
                "management.server.port=0",
                "spring.data.redis.port=" + redis.port(),
                "spring.data.redis.username=" + stack.redis().gateway().username(),
                "spring.data.redis.password=" + stack.redis().gateway().password(),
                // A machine that runs many tests may stop a process for longer than the second of an installation.
                "spring.data.redis.timeout=10s",
                "alongside.public-url=http://localhost:" + port,
                "alongside.keycloak.issuer=" + stack.keycloak().issuer(),
                "alongside.keycloak.internal=http://127.0.0.1:" + keycloak.port()
                        + stack.keycloak().issuer().getPath(),
                "alongside.keycloak.client-secret=" + stack.keycloak().secretOf("gateway"),
                "alongside.services.tenant=http://127.0.0.1:" + tenant.port(),
                "alongside.services.conversations=http://127.0.0.1:" + conversations.port(),
                "alongside.limits.person.per-second=1000",
                "alongside.limits.person.burst=1000",
                "alongside.limits.address.per-second=1000",
                "alongside.limits.address.burst=1000",
                "alongside.limits.sign-in.per-second=1000",
                "alongside.limits.sign-in.burst=1000",
                "alongside.session.seen-every=0s",
                "alongside.session.cookie-key=" + "k".repeat(32));
        var arguments = new LinkedHashMap<String, String>();
        Stream.concat(defaults.stream(), settings.stream())
                .map(it -> it.split("=", 2))
                .forEach(it -> arguments.put(it[0], it[1]));
        context = new SpringApplicationBuilder(GatewayApplication.class, ForTests.class)
                .initializers(it -> it.getBeanFactory().registerSingleton("movable", clock))
                .run(arguments.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new));
    }

    /** Has no annotation, so that {@link TestGatewayApplication} does not find it. */
    static class ForTests {

        @Bean
        @Primary
        Clock clockOfTest(MovableClock movable) {
            return movable;
        }

        /** Without threads of its own, a gateway that stops or fails to start would end those of all others. */
        @Bean
        ReactorResourceFactory ownThreads() {
            var threads = new ReactorResourceFactory();
            threads.setUseGlobalResources(false);
            return threads;
        }
    }

    static final class MovableClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;
        private volatile @Nullable Instant stopped;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            var now = stopped;
            return now != null ? now : Clock.systemUTC().instant().plus(ahead);
        }
    }

    URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    URI management(String path) {
        return URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.management.port") + path);
    }

    /** Returns how far a counter with this tag has counted. */
    double counted(String counter, String tag, String value) {
        return context.getBean(MeterRegistry.class)
                .get(counter)
                .tag(tag, value)
                .counter()
                .count();
    }

    RedisMemory redisMemory() {
        return context.getBean(RedisMemory.class);
    }

    /** Returns Redis with the rights of an administrator, which the gateway does not have. */
    ReactiveStringRedisTemplate inRedis() {
        return administration.get();
    }

    /** Returns Redis as the gateway reaches it, with the rights of the gateway. */
    ReactiveStringRedisTemplate inRedisAsGateway() {
        return context.getBean(ReactiveStringRedisTemplate.class);
    }

    private static ReactiveStringRedisTemplate connectAsAdministrator() {
        var redis = LocalStack.forTests().redis();
        var address = new RedisStandaloneConfiguration(redis.host(), redis.port());
        address.setPassword(redis.password());
        var connections = new LettuceConnectionFactory(address);
        connections.afterPropertiesSet();
        connections.start();
        return new ReactiveStringRedisTemplate(connections);
    }

    /** Returns the time when the session was last used, in milliseconds. */
    long lastSeen(String session) {
        ReactiveSessionRepository<?> sessions = context.getBean(ReactiveSessionRepository.class);
        var seen = sessions.findById(session)
                .map(found -> found.getLastAccessedTime())
                .block();
        return Objects.requireNonNull(seen, "There is no such session.").toEpochMilli();
    }

    Wire redis() {
        return redis;
    }

    /** Restores the connection to Redis, and waits until the gateway uses it again. */
    void mendRedis() {
        redis.mend();
        eventually(this::reachesRedis);
    }

    private boolean reachesRedis() {
        try {
            inRedisAsGateway().hasKey("alongside:any").block();
            return true;
        } catch (DataAccessException notYet) {
            return false;
        }
    }

    /** Waits until a condition holds, because a gateway reconnects in its own time. */
    static void eventually(BooleanSupplier reached) {
        var end = Instant.now().plusSeconds(60);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    Wire keycloak() {
        return keycloak;
    }

    Upstream tenantService() {
        return tenant;
    }

    Upstream conversationsService() {
        return conversations;
    }

    /** Moves the clock past the end of every access token issued so far. */
    void letTokensEnd() {
        clock.ahead = Duration.ofMinutes(2);
    }

    void letPass(Duration time) {
        clock.ahead = time;
    }

    void stopClock() {
        clock.stopped = clock.instant();
    }

    void resetClock() {
        clock.stopped = null;
        clock.ahead = Duration.ZERO;
    }

    private static int portOfPublicUrl() {
        return LocalStack.forTests().keycloak().publicUrl().getPort();
    }
}
