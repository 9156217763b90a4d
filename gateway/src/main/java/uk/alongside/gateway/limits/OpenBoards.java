package uk.alongside.gateway.limits;

import java.security.Principal;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.memory.OpenCounts;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.session.EventStreams;
import uk.alongside.gateway.settings.GatewaySettings;

/** Limits the event streams that one caller keeps open at this gateway. */
@Component
class OpenBoards implements GlobalFilter, Ordered {

    private final OpenCounts open;

    OpenBoards(GatewaySettings settings) {
        this.open = new OpenCounts(settings.limits().openBoards());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!EventStreams.isAskedFor(exchange)) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .switchIfEmpty(Mono.error(new Refused(Refusal.SIGNED_OUT)))
                .flatMap(caller -> Mono.defer(() -> {
                            if (!open.open(caller)) {
                                return Mono.<Void>error(new Refused(Refusal.TOO_MANY_BOARDS));
                            }
                            return chain.filter(exchange);
                        })
                        .doFinally(_ -> open.close(caller)));
    }
}
