package uk.alongside.gateway.frontend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.cookie.Cookies;
import uk.alongside.gateway.problem.ErrorResponses;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.session.StaffSessions;

/** Serves the frontend's files. Every page is index.html, which then reads the address. */
@Configuration(proxyBeanMethods = false)
public class FrontendPages implements WebFluxConfigurer {

    private static final List<String> RESERVED = List.of(
            "/api",
            "/open",
            "/internal",
            "/actuator",
            "/oauth2",
            "/login",
            "/session",
            "/sign-out",
            "/signed-out",
            "/assets",
            "/gateway");

    private final StaffSessions sessions;

    FrontendPages(StaffSessions sessions) {
        this.sessions = sessions;
    }

    /** Paths of the gateway or of a service, which are never pages of the frontend. */
    public static boolean isReserved(String path) {
        return RESERVED.stream()
                .anyMatch(own -> path.equals(own) || path.startsWith(own + "/") || path.startsWith(own + "?"));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/*.svg", "/*.ico", "/*.png", "/*.webmanifest", "/robots.txt")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
        registry.addResourceHandler("/gateway/**")
                .addResourceLocations("classpath:/gateway/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }

    @Bean
    RouterFunction<ServerResponse> pages() {
        return RouterFunctions.route().route(opensPage(), this::page).build();
    }

    /** Serves the runbooks as plain text. They are public documents, and a page for operators leads to them. */
    @Bean
    RouterFunction<ServerResponse> runbooks() {
        return RouterFunctions.route()
                .GET("/gateway/runbooks/{name:[A-Za-z]+}", request -> {
                    var runbook = new ClassPathResource("runbooks/" + request.pathVariable("name") + ".md");
                    return runbook.exists()
                            ? ServerResponse.ok()
                                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                                    .cacheControl(CacheControl.noCache())
                                    .bodyValue(runbook)
                            : Mono.error(new Refused(Refusal.NOT_FOUND));
                })
                .build();
    }

    private static RequestPredicate opensPage() {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                .and(RequestPredicates.accept(MediaType.TEXT_HTML))
                .and(request -> isStartPage(request)
                        || (ErrorResponses.opensPage(request.exchange()) && !isReserved(request.path())));
    }

    /** A program that watches whether the site answers asks for the start page without naming a type. */
    private static boolean isStartPage(ServerRequest request) {
        return request.path().equals("/");
    }

    /**
     * A visitor with our cookie learns immediately that Redis is not available. A person who came through their council's
     * own provider is led there again from time to time, so that it can say that they have left. While such a
     * sign-in is unfinished, as when the provider does not answer, pages open, and the session ends at its time.
     */
    private Mono<ServerResponse> page(ServerRequest request) {
        return sessions.find(request.exchange())
                .filter(_ -> !signsIn(request))
                .flatMap(staff -> Mono.justOrEmpty(
                        sessions.renewal(staff, request.requestPath().value() + query(request))))
                .flatMap(provider -> ServerResponse.status(HttpStatus.FOUND)
                        .location(provider)
                        .cacheControl(CacheControl.noStore())
                        .build())
                .switchIfEmpty(Mono.defer(FrontendPages::index));
    }

    private static boolean signsIn(ServerRequest request) {
        return request.cookies().keySet().stream().anyMatch(name -> name.startsWith(Cookies.SIGN_IN));
    }

    private static String query(ServerRequest request) {
        var query = request.uri().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    private static Mono<ServerResponse> index() {
        var index = new ClassPathResource("static/index.html");
        return index.exists()
                ? ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(index)
                : Mono.error(new Refused(Refusal.NOT_FOUND));
    }
}
