package uk.alongside.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;

/**
 * Requires the page's token from {@code GET /session} for every change by cookie. Another site cannot read the token,
 * and a page that was opened before another council was chosen has an old one.
 */
public class PageTokenFilter implements WebFilter {

    public static final String HEADER = "X-CSRF-Token";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final StaffSessions sessions;

    public PageTokenFilter(StaffSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (READING.contains(request.getMethod())
                || !changesByCookie(request.getPath().value())) {
            return chain.filter(exchange);
        }
        return sessions.find(exchange)
                .switchIfEmpty(Mono.error(new Refused(Refusal.SIGNED_OUT)))
                .flatMap(staff -> {
                    var sent = request.getHeaders().getFirst(HEADER);
                    if (sent == null || sent.isEmpty()) {
                        return Mono.error(new Refused(Refusal.CSRF));
                    }
                    return same(sent, staff.pageToken())
                            ? chain.filter(exchange)
                            : Mono.error(new Refused(Refusal.STALE_PAGE));
                });
    }

    private static boolean changesByCookie(String path) {
        return path.startsWith("/api/") || path.startsWith("/session/");
    }

    private static boolean same(String sent, String expected) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
