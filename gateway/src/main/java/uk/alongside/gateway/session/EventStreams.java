package uk.alongside.gateway.session;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Recognises event streams: answers that stay open and report changes. */
public final class EventStreams {

    private static final PathPattern PATH =
            PathPatternParser.defaultInstance.parse("/api/hubs/{hub}/days/{day}/events");

    private EventStreams() {}

    public static boolean isAskedFor(ServerWebExchange exchange) {
        return PATH.matches(exchange.getRequest().getPath().pathWithinApplication());
    }
}
