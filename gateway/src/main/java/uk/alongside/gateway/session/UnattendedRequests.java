package uk.alongside.gateway.session;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/**
 * Recognises requests that a page sends with no one present: an event stream, the question how long the session lasts,
 * and a read that the page marks because no key was pressed and nothing was clicked for a while. They do not count as use
 * of the session. A change always does.
 */
final class UnattendedRequests {

    private static final String HEADER = "Alongside-Unattended";
    private static final String TIME_LEFT = "/session/time-left";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private UnattendedRequests() {}

    static boolean includes(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return EventStreams.isAskedFor(exchange)
                || request.getPath().value().equals(TIME_LEFT)
                || (READING.contains(request.getMethod())
                        && request.getHeaders().containsHeader(HEADER));
    }
}
