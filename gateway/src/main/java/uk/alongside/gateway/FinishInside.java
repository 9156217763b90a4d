package uk.alongside.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finishes an answer without body, a redirect above all, while {@link Answers} can still say what went wrong. The server
 * would finish it later by itself, and then a session that cannot be saved is a bare 500.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FinishInside implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .then(Mono.defer(() -> exchange.getResponse().setComplete()));
    }
}
