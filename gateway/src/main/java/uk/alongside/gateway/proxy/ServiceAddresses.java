package uk.alongside.gateway.proxy;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;

/**
 * Refuses an address with a character that RFC 3986 does not allow, because a service would refuse it without a page, and
 * redirects the address of a public page that begins with capitals.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ServiceAddresses implements WebFilter {

    private static final Pattern SERVICE = Pattern.compile("(?i)/(api|open)(/.*)?");
    private static final Pattern PUBLIC_PAGE = Pattern.compile("(?i)/open(/.*)?");
    private static final Pattern ALLOWED = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]++|%[0-9A-Fa-f]{2})*+");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var uri = exchange.getRequest().getURI();
        var path = uri.getRawPath();
        if (!SERVICE.matcher(path).matches()) {
            return chain.filter(exchange);
        }
        var address = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        if (!ALLOWED.matcher(address).matches()) {
            return Mono.error(new Refused(Refusal.BAD_REQUEST));
        }
        if (PUBLIC_PAGE.matcher(path).matches() && !path.startsWith("/open/")) {
            int length = "/open".length();
            var rest = path.length() == length ? "/" : address.substring(length);
            exchange.getResponse().setStatusCode(HttpStatus.PERMANENT_REDIRECT);
            exchange.getResponse().getHeaders().setLocation(URI.create("/open" + rest));
            return exchange.getResponse().setComplete();
        }
        return chain.filter(exchange);
    }
}
