package uk.alongside.gateway;

import java.security.Principal;
import java.util.List;
import org.springframework.cloud.gateway.filter.ratelimit.RateLimiter;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Rate limits as token buckets in Redis: one for each known caller, and one for each address before sign-in. Without
 * Redis requests pass without limits. Static files have no limit, because they are cheap and must work without Redis.
 */
@Component
class RateLimits {

    private static final List<String> UNKNOWN_CALLERS =
            List.of("/session", "/sign-out", "/oauth2/", "/login/", "/open/");

    private final RedisRateLimiter buckets;
    private final ClientAddress addresses;

    RateLimits(RedisRateLimiter buckets, ClientAddress addresses, GatewaySettings settings) {
        this.buckets = buckets;
        this.addresses = addresses;
        buckets.setIncludeHeaders(false);
        buckets.getConfig().put("person", bucket(settings.limits().person()));
        buckets.getConfig().put("address", bucket(settings.limits().address()));
    }

    /**
     * Limits signed-in people and machine clients by the token's subject, because a whole council can share one
     * address.
     */
    WebFilter perCaller() {
        return (exchange, chain) -> {
            if (!exchange.getRequest().getPath().value().startsWith("/api/")) {
                return chain.filter(exchange);
            }
            return exchange.getPrincipal()
                    .map(Principal::getName)
                    .flatMap(subject -> buckets.isAllowed("person", subject))
                    .map(RateLimiter.Response::isAllowed)
                    .defaultIfEmpty(true)
                    .flatMap(allowed -> goOn(allowed, exchange, chain));
        };
    }

    /** Limits the addresses of callers who are not yet known. */
    WebFilter perAddress() {
        return (exchange, chain) -> {
            var path = exchange.getRequest().getPath().value();
            if (UNKNOWN_CALLERS.stream().noneMatch(path::startsWith)) {
                return chain.filter(exchange);
            }
            // residents and staff may share a library's address: a flood on the public pages must not stop
            // a sign-in
            var part = path.startsWith("/open/") ? "open " : "";
            return buckets.isAllowed("address", part + addresses.of(exchange.getRequest()))
                    .flatMap(answer -> goOn(answer.isAllowed(), exchange, chain));
        };
    }

    private static Mono<Void> goOn(boolean allowed, ServerWebExchange exchange, WebFilterChain chain) {
        return allowed ? chain.filter(exchange) : Mono.error(new Refused(Refusal.TOO_MANY_REQUESTS));
    }

    private static RedisRateLimiter.Config bucket(GatewaySettings.Limit limit) {
        return new RedisRateLimiter.Config()
                .setReplenishRate(limit.perSecond())
                .setBurstCapacity(Math.max(limit.burst(), limit.perSecond()));
    }
}
