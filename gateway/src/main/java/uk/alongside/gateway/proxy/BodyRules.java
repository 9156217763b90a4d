package uk.alongside.gateway.proxy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.settings.GatewaySettings;

/**
 * Rejects a body that is too large or of a type that its address does not take, judged by the request's headers alone, so
 * that the gateway never reads the body. Every address takes a small body of JSON, except those that are listed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BodyRules implements WebFilter {

    /** The form of {@code /sign-out} is the only form of this site. */
    private static final String SIGN_OUT = "/sign-out";

    private final List<Rule> exceptions;
    private final long limit;

    BodyRules(GatewaySettings settings) {
        this.limit = settings.bodyLimit().toBytes();
        this.exceptions = settings.bodies().stream().map(Rule::of).toList();
    }

    /** An address that takes another type or a larger body than JSON of the usual size. */
    private record Rule(String method, PathPattern path, MediaType type, long limit) {

        static Rule of(GatewaySettings.Body body) {
            return new Rule(
                    body.method(),
                    PathPatternParser.defaultInstance.parse(body.path()),
                    MediaType.parseMediaType(body.type()),
                    body.limit().toBytes());
        }

        boolean isFor(ServerHttpRequest request) {
            return request.getMethod().name().equals(method)
                    && path.matches(request.getPath().pathWithinApplication());
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var refusal = refusal(exchange.getRequest());
        if (refusal == null) {
            return chain.filter(exchange);
        }
        if (refusal == Refusal.LENGTH_REQUIRED) {
            // RequestHeads does not measure a body without a length, so it cannot check the next request of this
            // connection.
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        return Mono.error(new Refused(refusal));
    }

    private @Nullable Refusal refusal(ServerHttpRequest request) {
        var headers = request.getHeaders();
        if (headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return Refusal.LENGTH_REQUIRED;
        }
        var rule = exceptions.stream().filter(it -> it.isFor(request)).findFirst();
        if (headers.getContentLength() > rule.map(Rule::limit).orElse(limit)) {
            return Refusal.TOO_LARGE;
        }
        var type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        var accepted = rule.map(Rule::type).orElse(MediaType.APPLICATION_JSON);
        boolean right = type == null
                ? headers.getContentLength() <= 0
                : isOne(type, accepted)
                        || (isOne(type, MediaType.APPLICATION_FORM_URLENCODED)
                                && request.getPath().value().equals(SIGN_OUT));
        return right ? null : Refusal.UNSUPPORTED_MEDIA_TYPE;
    }

    private static boolean isOne(String type, MediaType accepted) {
        try {
            return MediaType.parseMediaType(type).equalsTypeAndSubtype(accepted);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
