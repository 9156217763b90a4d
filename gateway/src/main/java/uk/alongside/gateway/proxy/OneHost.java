package uk.alongside.gateway.proxy;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;

/** Refuses a request that does not name exactly one host. Servers on its way could understand it differently. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OneHost implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.HOST).size() == 1
                ? chain.filter(exchange)
                : Mono.error(new Refused(Refusal.BAD_REQUEST));
    }
}
