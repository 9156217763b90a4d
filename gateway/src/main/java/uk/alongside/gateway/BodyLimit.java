package uk.alongside.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Rejects a body that is too large, judged by the request's headers alone, so that the gateway never reads the body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit implements WebFilter {

    private final long limit;

    BodyLimit(GatewaySettings settings) {
        this.limit = settings.bodyLimit().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        if (headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return Mono.error(new Refused(Refusal.LENGTH_REQUIRED));
        }
        return headers.getContentLength() > limit ? Mono.error(new Refused(Refusal.TOO_LARGE)) : chain.filter(exchange);
    }
}
