package uk.alongside.gateway;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The sign-ins in progress in one session. There can be several, because people open several tabs and each must be able
 * to finish.
 */
@Component
class PendingSignIns implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String ATTRIBUTE = "pending";

    private static final int AT_MOST = 5;

    private final GatewaySettings settings;

    PendingSignIns(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> {
                    var pending = in(session);
                    pending.add(request);
                    keep(session, pending.subList(Math.max(0, pending.size() - AT_MOST), pending.size()));
                    if (session.getAttribute(StaffSession.ATTRIBUTE) == null) {
                        session.setMaxIdleTime(settings.session().signingIn());
                    }
                })
                .then();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return exchange.getSession().mapNotNull(session -> asked(exchange, in(session)));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return exchange.getSession().mapNotNull(session -> {
            var pending = in(session);
            var request = asked(exchange, pending);
            if (request != null) {
                pending.remove(request);
                keep(session, pending);
            }
            return request;
        });
    }

    private static @Nullable OAuth2AuthorizationRequest asked(
            ServerWebExchange exchange, List<OAuth2AuthorizationRequest> pending) {
        var state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return pending.stream()
                .filter(request ->
                        request.getState() != null && request.getState().equals(state))
                .findFirst()
                .orElse(null);
    }

    private static List<OAuth2AuthorizationRequest> in(WebSession session) {
        List<OAuth2AuthorizationRequest> pending = session.getAttribute(ATTRIBUTE);
        return pending == null ? new ArrayList<>() : new ArrayList<>(pending);
    }

    private static void keep(WebSession session, List<OAuth2AuthorizationRequest> pending) {
        if (pending.isEmpty()) {
            session.getAttributes().remove(ATTRIBUTE);
        } else {
            session.getAttributes().put(ATTRIBUTE, new ArrayList<>(pending));
        }
    }
}
