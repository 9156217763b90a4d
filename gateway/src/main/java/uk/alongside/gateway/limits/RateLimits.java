package uk.alongside.gateway.limits;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.connection.ClientAddress;
import uk.alongside.gateway.cookie.Cookies;
import uk.alongside.gateway.memory.BoundedMap;
import uk.alongside.gateway.memory.Digest;
import uk.alongside.gateway.problem.ErrorResponses;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.session.StaffSessions;
import uk.alongside.gateway.settings.GatewaySettings;

/**
 * Rate limits: one for each known caller, one for each address before sign-in, and a stricter one for each address that
 * starts to sign in. Static files have no limit, because they are cheap and must work without Redis.
 *
 * <p>As a filter of every request, before any other work, it refuses callers who are known to be over their limit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class RateLimits implements WebFilter {

    private static final String PERSON = "person";
    private static final String ADDRESS = "address";
    private static final String SIGN_IN = "sign-in";

    private static final List<String> UNKNOWN_CALLERS =
            List.of("/session", "/sign-out", "/oauth2/", "/login/", "/open/");

    private final Buckets buckets;
    private final ClientAddress addresses;
    private final StaffSessions sessions;
    private final ErrorResponses errors;
    private final GatewaySettings.Limits limits;
    private final DelayedRefusals refusals;

    /** The callers behind the tokens and cookies, kept by digest, that were last refused. */
    private final BoundedMap<String, String> refused = new BoundedMap<>(20_000);

    RateLimits(
            Buckets buckets,
            ClientAddress addresses,
            StaffSessions sessions,
            ErrorResponses errors,
            GatewaySettings settings) {
        this.buckets = buckets;
        this.addresses = addresses;
        this.sessions = sessions;
        this.errors = errors;
        this.limits = settings.limits();
        this.refusals = new DelayedRefusals(limits.refusalDelay());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isKnownFlood(exchange.getRequest())
                ? refusals.delay(errors.refuse(exchange, Refusal.TOO_MANY_REQUESTS))
                : chain.filter(exchange);
    }

    /** A token or a cookie leads to its caller only after it was verified, so no caller can have another one refused. */
    private boolean isKnownFlood(ServerHttpRequest request) {
        var path = request.getPath().value();
        if (isForUnknownCallers(path)) {
            return buckets.isEmpty(ADDRESS, address(request));
        }
        if (!path.startsWith("/api/") || refused.size() == 0) {
            return false;
        }
        var credential = credential(request);
        var caller = credential == null ? null : refused.get(credential);
        return caller != null && buckets.isEmpty(PERSON, caller);
    }

    /**
     * Limits signed-in people and machine clients by the token's subject, because a whole council can share one
     * address.
     */
    public WebFilter perCaller() {
        return (exchange, chain) -> {
            if (!exchange.getRequest().getPath().value().startsWith("/api/")) {
                return chain.filter(exchange);
            }
            return exchange.getPrincipal()
                    .map(Principal::getName)
                    .map(subject -> {
                        boolean allowed = buckets.take(PERSON, subject, limits.person());
                        remember(allowed, exchange.getRequest(), subject);
                        return allowed;
                    })
                    .defaultIfEmpty(true)
                    .flatMap(allowed -> goOn(allowed, exchange, chain));
        };
    }

    /** Limits the addresses of callers who are not yet known. */
    public WebFilter perAddress() {
        return (exchange, chain) -> {
            var request = exchange.getRequest();
            var path = request.getPath().value();
            if (!isForUnknownCallers(path)) {
                return chain.filter(exchange);
            }
            return path.startsWith("/oauth2/")
                    ? maySignIn(exchange, address(request)).flatMap(it -> goOn(it, exchange, chain))
                    : goOn(buckets.take(ADDRESS, address(request), limits.address()), exchange, chain);
        };
    }

    /**
     * Fails if Redis cannot write, because the sign-in could not be finished. A signed-in person who chooses a council
     * does not count as starting to sign in.
     */
    private Mono<Boolean> maySignIn(ServerWebExchange exchange, String address) {
        return buckets.takeShared(ADDRESS, address, limits.address())
                .flatMap(allowed -> allowed
                        ? sessions.find(exchange)
                                .hasElement()
                                .flatMap(signedIn -> signedIn
                                        ? Mono.just(true)
                                        : buckets.takeShared(SIGN_IN, address, limits.signIn()))
                        : Mono.just(false));
    }

    private void remember(boolean allowed, ServerHttpRequest request, String subject) {
        var credential = allowed ? null : credential(request);
        if (credential != null) {
            refused.put(credential, subject);
        }
    }

    /** Returns the digest of the token or of the cookie by which a caller is known. */
    private static @Nullable String credential(ServerHttpRequest request) {
        var token = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            return Digest.of(token);
        }
        var cookie = request.getCookies().getFirst(Cookies.SESSION);
        return cookie == null ? null : Digest.of(cookie.getValue());
    }

    private static boolean isForUnknownCallers(String path) {
        return UNKNOWN_CALLERS.stream().anyMatch(path::startsWith);
    }

    /**
     * Residents and staff may share a library's address: a flood on the public pages must not stop a sign-in.
     */
    private String address(ServerHttpRequest request) {
        var part = request.getPath().value().startsWith("/open/") ? "open " : "";
        return part + addresses.of(request);
    }

    private Mono<Void> goOn(boolean allowed, ServerWebExchange exchange, WebFilterChain chain) {
        return allowed ? chain.filter(exchange) : refusals.delay(Mono.error(new Refused(Refusal.TOO_MANY_REQUESTS)));
    }
}
