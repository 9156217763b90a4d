package uk.alongside.gateway.proxy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.keycloak.Registration;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.session.StaffSession;
import uk.alongside.gateway.session.StaffSessions;
import uk.alongside.gateway.session.Tokens;

/**
 * Adds the right token to a request to a service: a machine client's own, the narrow token of the council that the
 * person chose, or none on a public page. If Keycloak refuses a refresh, the person is signed out; if Keycloak does not
 * answer, they stay signed in.
 */
@Component
class Relay implements GlobalFilter, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final StaffSessions sessions;
    private final ReactiveClientRegistrationRepository registrations;
    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> keycloak;
    private final Clock clock;
    private final ConcurrentMap<String, Mono<Tokens>> underWay = new ConcurrentHashMap<>();

    Relay(
            StaffSessions sessions,
            ReactiveClientRegistrationRepository registrations,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> keycloak,
            Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith("/open/")) {
            return chain.filter(withoutToken(exchange));
        }
        return exchange.getPrincipal()
                .flatMap(caller -> caller instanceof JwtAuthenticationToken bearer
                        ? Mono.just(bearer.getToken().getTokenValue())
                        : personsToken(exchange))
                .switchIfEmpty(Mono.error(new Refused(Refusal.SIGNED_OUT)))
                .flatMap(token -> chain.filter(with(exchange, token)));
    }

    private Mono<String> personsToken(ServerWebExchange exchange) {
        return sessions.find(exchange)
                .flatMap(staff -> staff.acting() == null
                        ? Mono.error(new Refused(Refusal.CHOOSE_COUNCIL))
                        : sessions.tokens(exchange, staff)
                                .flatMap(tokens -> tokens.expired(clock.instant())
                                        ? refreshed(exchange, staff)
                                        : Mono.just(tokens)))
                .map(Tokens::access);
    }

    /**
     * A page sends several requests at once; they share one refresh. Keycloak ends the sign-in when a refresh token is used too
     * often, so the new tokens are saved before another refresh can begin, and each refresh begins with the tokens that are saved.
     */
    private Mono<Tokens> refreshed(ServerWebExchange exchange, StaffSession staff) {
        return underWay.computeIfAbsent(
                        staff.tokensAttribute(),
                        name -> refreshOnce(exchange, staff)
                                .doFinally(_ -> underWay.remove(name))
                                .cache())
                .onErrorResume(
                        OAuth2AuthorizationException.class,
                        e -> "invalid_grant".equals(e.getError().getErrorCode())
                                ? sessions.end(exchange).then(Mono.error(new Refused(Refusal.SIGNED_OUT)))
                                : Mono.error(away(e)));
    }

    private Mono<Tokens> refreshOnce(ServerWebExchange exchange, StaffSession staff) {
        return sessions.newestTokens(exchange, staff)
                .flatMap(newest -> newest.expired(clock.instant())
                        ? refresh(newest)
                                .flatMap(fresh -> sessions.keep(exchange, staff, fresh))
                                .onErrorResume(
                                        OAuth2AuthorizationException.class,
                                        e -> refreshedElsewhere(exchange, staff, newest, e))
                        : Mono.just(newest));
    }

    /** Looks for tokens that another gateway has saved. Refuses this page only, if another council was chosen. */
    private Mono<Tokens> refreshedElsewhere(
            ServerWebExchange exchange, StaffSession staff, Tokens used, OAuth2AuthorizationException refused) {
        return sessions.newestTokens(exchange, staff)
                .filter(newest -> !newest.equals(used))
                .switchIfEmpty(Mono.error(refused));
    }

    private Mono<Tokens> refresh(Tokens tokens) {
        if (tokens.refresh() == null) {
            return Mono.error(new Refused(Refusal.SIGNED_OUT));
        }
        var refresh = new OAuth2RefreshToken(tokens.refresh(), null);
        var ended = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                tokens.access(),
                tokens.expiresAt().minus(Duration.ofMinutes(1)),
                tokens.expiresAt());
        return registrations
                .findByRegistrationId(Registration.COUNCIL.id())
                .flatMap(registration ->
                        keycloak.getTokenResponse(new OAuth2RefreshTokenGrantRequest(registration, ended, refresh)))
                .map(response -> Tokens.of(response.getAccessToken(), newest(response, refresh)));
    }

    private static OAuth2RefreshToken newest(OAuth2AccessTokenResponse response, OAuth2RefreshToken before) {
        var after = response.getRefreshToken();
        return after == null ? before : after;
    }

    private static Refused away(OAuth2AuthorizationException e) {
        log.warn("Keycloak refused to refresh a token: {}", e.getError().getErrorCode());
        return new Refused(Refusal.UNAVAILABLE);
    }

    /** Public pages are the same for every visitor, signed in or not. */
    private static ServerWebExchange withoutToken(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION)))
                .build();
    }

    private static ServerWebExchange with(ServerWebExchange exchange, String token) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                .build();
    }
}
