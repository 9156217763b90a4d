package uk.alongside.gateway.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Completes an answer without a body, such as a redirect, while {@link ErrorResponses} can still handle an error. The server
 * would complete it later, when a session that cannot be saved could only end in a bare 500.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CompleteEmptyResponse implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .then(Mono.defer(() -> exchange.getResponse().setComplete()));
    }
}
