package uk.alongside.gateway.proxy;

import java.util.ArrayList;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells caches that a page or file depends on the encodings that the caller accepts. The server compresses it, and a cache
 * that other callers share may keep it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VaryHeader implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().startsWith("/api/")) {
            exchange.getResponse()
                    .beforeCommit(() ->
                            Mono.fromRunnable(() -> add(exchange.getResponse().getHeaders())));
        }
        return chain.filter(exchange);
    }

    private static void add(HttpHeaders headers) {
        var names = new ArrayList<>(headers.getVary());
        if (!names.contains(HttpHeaders.ACCEPT_ENCODING)) {
            names.add(HttpHeaders.ACCEPT_ENCODING);
            headers.setVary(names);
        }
    }
}
