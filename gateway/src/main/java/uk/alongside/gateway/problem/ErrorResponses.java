package uk.alongside.gateway.problem;

import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.gateway.cookie.Cookies;

/**
 * Answers refusals and failures: with a page if the caller opened a page, otherwise with a problem (RFC 9457). An
 * exception's message never reaches the caller.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ErrorResponses implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorResponses.class);

    private final Map<Refusal, byte[]> problems = new EnumMap<>(Refusal.class);
    private final Map<Refusal, Counter> counts = new EnumMap<>(Refusal.class);

    ErrorResponses(JsonMapper json, MeterRegistry meters) {
        for (var refusal : Refusal.values()) {
            counts.put(refusal, meters.counter("alongside.refusals", "problem", words(refusal)));
            problems.put(refusal, json.writeValueAsBytes(problem(refusal)));
        }
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return refuse(exchange, refusalFor(failure));
    }

    public Mono<Void> refuse(ServerWebExchange exchange, Refusal refusal) {
        Objects.requireNonNull(counts.get(refusal)).increment();
        var response = exchange.getResponse();
        response.setStatusCode(refusal.status());
        if (refusal == Refusal.UNAVAILABLE) {
            // The session could not be saved, so its cookie is useless.
            response.getCookies().remove(Cookies.SESSION);
        }
        if (refusal.retryAfter() > 0) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfter()));
        }
        if (refusal == Refusal.INVALID_TOKEN) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        return opensPage(exchange)
                ? write(exchange, Page.of(refusal))
                : write(exchange, MediaType.APPLICATION_PROBLEM_JSON, Objects.requireNonNull(problems.get(refusal)));
    }

    /** Writes one of the gateway's own pages. */
    public Mono<Void> write(ServerWebExchange exchange, Page page) {
        return write(
                exchange,
                new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8),
                page.html().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns true if a person opens the answer as a page, and false if a script reads it. */
    public static boolean opensPage(ServerWebExchange exchange) {
        return opensPage(
                exchange.getRequest().getPath().value(),
                exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT));
    }

    public static boolean opensPage(String path, List<String> accepted) {
        return !path.startsWith("/api/")
                && !path.equals("/session")
                && accepted.stream().anyMatch(accept -> accept.contains(MediaType.TEXT_HTML_VALUE));
    }

    /**
     * Writes the answer, in a second attempt if necessary. The first attempt also saves the session, which fails
     * without Redis; the second does not.
     */
    private static Mono<Void> write(ServerWebExchange exchange, MediaType type, byte[] body) {
        var response = exchange.getResponse();
        var attempt = Mono.defer(() -> {
            response.getHeaders().setContentType(type);
            response.getHeaders().setContentLength(body.length);
            response.getHeaders().setCacheControl(CacheControl.noStore());
            return response.writeWith(
                    Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
        });
        return attempt.onErrorResume(e -> {
            response.getCookies().remove(Cookies.SESSION);
            return response.isCommitted() ? Mono.error(e) : attempt;
        });
    }

    private static String words(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> problem(Refusal refusal) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", refusal.type());
        problem.put("title", refusal.status().getReasonPhrase());
        problem.put("status", refusal.status().value());
        problem.put("detail", refusal.detail());
        return problem;
    }

    private static Refusal refusalFor(Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused.refusal();
            case ServerExchangeRejectedException _ -> Refusal.BAD_REQUEST;
            // The Accept header names no media type.
            case InvalidMediaTypeException _ -> Refusal.BAD_REQUEST;
            case IllegalStateException gone
            when "Session was invalidated".equals(gone.getMessage()) -> Refusal.SIGNED_OUT;
            case AuthenticationServiceException away -> unavailable(away);
            case AuthenticationException _ -> Refusal.SIGNED_OUT;
            case AccessDeniedException _ -> Refusal.NO_COUNCIL;
            case DataAccessException away -> unavailable(away);
            case RedisException away -> unavailable(away);
            case WebClientRequestException away -> unavailable(away);
            // The sender of a body paused for too long. Services have a timeout of another class.
            case ReadTimeoutException _ -> Refusal.REQUEST_TIMEOUT;
            case ChannelException slow
            when slow.getClass().getSimpleName().equals("RequestTimeoutException") -> Refusal.REQUEST_TIMEOUT;
            case IOException away -> unavailable(away);
            case TimeoutException away -> unavailable(away);
            case ResponseStatusException other -> refusalFor(other);
            default -> unexpected(failure);
        };
    }

    private static Refusal refusalFor(ResponseStatusException failure) {
        return switch (failure.getStatusCode()) {
            case HttpStatus.NOT_FOUND -> Refusal.NOT_FOUND;
            case HttpStatus.METHOD_NOT_ALLOWED -> Refusal.METHOD_NOT_ALLOWED;
            case HttpStatus.NOT_ACCEPTABLE -> Refusal.NOT_ACCEPTABLE;
            case HttpStatus.UNSUPPORTED_MEDIA_TYPE -> Refusal.UNSUPPORTED_MEDIA_TYPE;
            case HttpStatus.GATEWAY_TIMEOUT, HttpStatus.BAD_GATEWAY, HttpStatus.SERVICE_UNAVAILABLE ->
                unavailable(failure);
            default -> failure.getStatusCode().is4xxClientError() ? Refusal.BAD_REQUEST : unexpected(failure);
        };
    }

    private static Refusal unavailable(Throwable away) {
        log.warn("Not available: {}", away.getClass().getName());
        return Refusal.UNAVAILABLE;
    }

    private static Refusal unexpected(Throwable failure) {
        log.error("Not expected", failure);
        return Refusal.UNEXPECTED;
    }
}
