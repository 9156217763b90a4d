package uk.alongside.gateway.proxy;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Lists the headers that pass; all others are dropped. Cookies, X-Forwarded-*, X-Tenant-* and any future header are
 * therefore dropped without being named.
 */
final class HeaderLists {

    private HeaderLists() {}

    /** The request headers that reach the services. */
    @Component
    static class Request implements HttpHeadersFilter, Ordered {

        private static final Set<String> PASS = names(
                HttpHeaders.ACCEPT,
                HttpHeaders.ACCEPT_LANGUAGE,
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_LENGTH,
                HttpHeaders.CONTENT_TYPE,
                "Idempotency-Key",
                HttpHeaders.IF_MATCH,
                HttpHeaders.IF_NONE_MATCH);

        @Override
        public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
            return only(PASS, input);
        }

        /** Comes before the filter that adds the gateway's own trace, and after all others. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1;
        }
    }

    /** The response headers that reach the browser. */
    @Component
    static class Response implements HttpHeadersFilter, Ordered {

        private static final Set<String> PASS = names(
                "Alongside-Council",
                "Alongside-Signature",
                HttpHeaders.CACHE_CONTROL,
                HttpHeaders.CONTENT_DISPOSITION,
                HttpHeaders.CONTENT_LANGUAGE,
                HttpHeaders.CONTENT_LENGTH,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.ETAG,
                HttpHeaders.LOCATION,
                HttpHeaders.RETRY_AFTER,
                HttpHeaders.VARY,
                HttpHeaders.WWW_AUTHENTICATE);

        @Override
        public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
            var passed = only(PASS, input);
            var location = passed.getLocation();
            if (location != null && location.isAbsolute()) {
                // A service's Location header names an address that only the gateway can reach, so the
                // gateway makes it relative.
                passed.setLocation(URI.create(
                        location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery())));
            }
            return passed;
        }

        @Override
        public boolean supports(Type type) {
            return type == Type.RESPONSE;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    private static HttpHeaders only(Set<String> names, HttpHeaders input) {
        var passed = new HttpHeaders();
        input.forEach((name, values) -> {
            if (names.contains(name)) {
                passed.addAll(name, values);
            }
        });
        return passed;
    }

    private static Set<String> names(String... names) {
        var ignoringCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ignoringCase.addAll(Set.of(names));
        return ignoringCase;
    }
}
