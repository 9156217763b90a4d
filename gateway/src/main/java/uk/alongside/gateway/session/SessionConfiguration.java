package uk.alongside.gateway.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.session.config.ReactiveSessionRepositoryCustomizer;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.session.data.redis.config.annotation.web.server.EnableRedisWebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import uk.alongside.gateway.cookie.Cookies;
import uk.alongside.gateway.settings.GatewaySettings;

/** Configures sessions in Redis, as JSON. The browser's cookie holds only a random id. */
@Configuration(proxyBeanMethods = false)
@EnableRedisWebSession(redisNamespace = "alongside:session")
class SessionConfiguration {

    @Bean
    WebSessionIdResolver sessionCookie() {
        var cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(Cookies.SESSION);
        cookie.addCookieInitializer(Cookies::restrict);
        return cookie;
    }

    /** Spring Session asks for a serializer of this name. */
    @Bean("springSessionDefaultRedisSerializer")
    SessionJson sessionJson() {
        return new SessionJson();
    }

    @Bean
    ReactiveSessionRepositoryCustomizer<ReactiveRedisSessionRepository> readSessions(SessionJson json) {
        return repository -> repository.setRedisSessionMapper(json::session);
    }

    @Bean
    @Primary
    SessionStore sessionStore(ReactiveRedisSessionRepository redis, SessionIndex index, GatewaySettings settings) {
        return new SessionStore(redis, index, settings.session().seenEvery());
    }

    /** The index is written whenever a session is, so it lasts as long as the longest of them. */
    @Bean
    SessionIndex sessionIndex(ReactiveStringRedisTemplate redis, GatewaySettings settings) {
        return new SessionIndex(redis, settings.session().idle());
    }
}
