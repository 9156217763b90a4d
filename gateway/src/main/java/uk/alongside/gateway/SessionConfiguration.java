package uk.alongside.gateway;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.session.data.redis.config.annotation.web.server.EnableRedisWebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/** Configures sessions in Redis. The browser's cookie holds only a random id. */
@Configuration(proxyBeanMethods = false)
@EnableRedisWebSession(redisNamespace = "alongside:session")
class SessionConfiguration {

    @Bean
    WebSessionIdResolver sessionCookie() {
        var cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(StaffSessions.COOKIE);
        cookie.addCookieInitializer(
                it -> it.path("/").httpOnly(true).secure(true).sameSite("Lax"));
        return cookie;
    }

    @Bean
    @Primary
    SessionStore sessionStore(ReactiveRedisSessionRepository redis, GatewaySettings settings) {
        return new SessionStore(redis, settings.session().seenEvery());
    }

    /** Fails a request immediately while Redis is away, instead of queueing it. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failAtOnce() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }

    /** Reconnects quickly, so that people do not wait once Redis is back. */
    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        return resources -> resources.reconnectDelay(
                () -> Delay.exponential(Duration.ofMillis(100), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS));
    }
}
