package uk.alongside.gateway.frontend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Names the release of the served pages in every answer that a page's script reads, errors included. A page of another
 * release then asks to be reloaded.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReleaseHeader implements WebFilter {

    static final String NAME = "Alongside-Release";

    private final Optional<String> release = served();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (path.equals("/session") || path.startsWith("/api/")) {
            release.ifPresent(name -> exchange.getResponse().getHeaders().set(NAME, name));
        }
        return chain.filter(exchange);
    }

    /** Reads the release that the build of the frontend wrote. It is missing in a build without the frontend. */
    private static Optional<String> served() {
        var file = new ClassPathResource("static/release.txt");
        try {
            return file.exists()
                    ? Optional.of(
                            file.getContentAsString(StandardCharsets.UTF_8).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
