package uk.alongside.gateway;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers that stay open and say when something has changed. Nobody need be there to look at them, so that they are no
 * sign of life of the session.
 */
final class EventStreams {

    private static final PathPattern PATH =
            PathPatternParser.defaultInstance.parse("/api/hubs/{hub}/days/{day}/events");

    private EventStreams() {}

    static boolean isAskedFor(ServerWebExchange exchange) {
        return PATH.matches(exchange.getRequest().getPath().pathWithinApplication());
    }
}
