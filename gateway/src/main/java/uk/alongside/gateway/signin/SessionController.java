package uk.alongside.gateway.signin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.problem.ErrorResponses;
import uk.alongside.gateway.problem.Page;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.session.PageTokenFilter;
import uk.alongside.gateway.session.StaffSession;
import uk.alongside.gateway.session.StaffSessions;
import uk.alongside.gateway.session.WorkContext;
import uk.alongside.gateway.settings.GatewaySettings;

/** Tells pages who is signed in, and signs people out. */
@RestController
class SessionController {

    private final StaffSessions sessions;
    private final GatewaySettings settings;
    private final KeycloakSignOut keycloak;
    private final ErrorResponses errors;

    SessionController(
            StaffSessions sessions, GatewaySettings settings, KeycloakSignOut keycloak, ErrorResponses errors) {
        this.sessions = sessions;
        this.settings = settings;
        this.keycloak = keycloak;
        this.errors = errors;
    }

    /**
     * A session as its page sees it.
     *
     * @param throughCouncil whether the person came through their council's own sign-in, and so has no password of ours
     * @param renewIn the seconds after which the next page is to be loaded as a whole, so that the council's own provider is
     *     asked again; null after a sign-in with a password
     */
    record SessionView(
            String name,
            @Nullable ActingView acting,
            List<ChoiceView> choices,
            boolean operator,
            boolean throughCouncil,
            @Nullable Long renewIn,
            CsrfView csrf) {

        static SessionView of(StaffSession staff, Optional<Duration> untilRenewal) {
            var person = staff.person();
            return new SessionView(
                    person.name(),
                    ActingView.of(staff.acting()),
                    person.choices().stream()
                            .map(choice -> new ChoiceView(choice.alias(), choice.name()))
                            .toList(),
                    person.operator(),
                    staff.throughCouncil(),
                    untilRenewal.map(left -> Math.max(0, left.toSeconds())).orElse(null),
                    new CsrfView(PageTokenFilter.HEADER, staff.pageToken()));
        }
    }

    sealed interface ActingView {

        record Council(String kind, String id, String alias, String name) implements ActingView {}

        record Operator(String kind) implements ActingView {}

        static @Nullable ActingView of(@Nullable WorkContext acting) {
            return switch (acting) {
                case WorkContext.ForCouncil(var council) ->
                    new Council("council", council.id(), council.alias(), council.name());
                case WorkContext.AsOperator() -> new Operator("operator");
                case null -> null;
            };
        }
    }

    record ChoiceView(String alias, String name) {}

    record CsrfView(String header, String token) {}

    record WayOut(String location) {}

    @GetMapping("/session")
    Mono<ResponseEntity<SessionView>> session(ServerWebExchange exchange) {
        return sessions.find(exchange)
                .switchIfEmpty(Mono.error(new Refused(Refusal.SIGNED_OUT)))
                .map(staff -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(SessionView.of(staff, sessions.untilRenewal(staff))));
    }

    /**
     * The time for which the session lasts unless it is used.
     *
     * @param seconds the seconds until it ends, rounded down
     */
    record TimeLeft(long seconds) {}

    /** Answers without extending the session, so that a page can warn before the session ends. */
    @GetMapping("/session/time-left")
    Mono<ResponseEntity<TimeLeft>> timeLeft(ServerWebExchange exchange) {
        return sessions.timeLeft(exchange)
                .switchIfEmpty(Mono.error(new Refused(Refusal.SIGNED_OUT)))
                .map(left -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(new TimeLeft(Math.max(0, left.toSeconds()))));
    }

    /** Handles people who are already signed in; everyone else was sent to Keycloak before this. */
    @GetMapping("/oauth2/authorization/sign-in")
    ResponseEntity<Void> signedInAlready(@RequestParam(name = "return", required = false) @Nullable String returnTo) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(ReturnPath.of(returnTo)))
                .build();
    }

    /**
     * Ends the gateway's session, then Keycloak's, and sends the browser past Keycloak so that its cookies are removed
     * too.
     *
     * <p>A form or a script may call this. Both send their origin, which is checked instead of the page's token, so
     * that a page opened for another council can sign out too.
     */
    @PostMapping("/sign-out")
    Mono<ResponseEntity<WayOut>> signOut(ServerWebExchange exchange) {
        if (!fromOurPages(exchange)) {
            return Mono.error(new Refused(Refusal.CSRF));
        }
        return sessions.find(exchange)
                .flatMap(staff -> sessions.end(exchange).then(keycloak.end(staff)))
                .defaultIfEmpty(true)
                .map(ended -> wayOut(
                        exchange, ended ? pastKeycloak() : URI.create(KeycloakSignOut.SIGNED_OUT + "?unfinished")));
    }

    @GetMapping(path = KeycloakSignOut.SIGNED_OUT)
    Mono<Void> signedOut(ServerWebExchange exchange) {
        var unfinished = exchange.getRequest().getQueryParams().containsKey("unfinished");
        return errors.write(
                exchange,
                new Page(
                        "You are signed out",
                        unfinished
                                ? "The sign-in service did not answer, so it may still know you. On a shared computer,"
                                        + " close every window of this browser."
                                : "On a shared computer, close this window as well.",
                        new Page.Link("/oauth2/authorization/sign-in", "Sign in again")));
    }

    private boolean fromOurPages(ServerWebExchange exchange) {
        var ours = URI.create(settings.publicUrl("/"));
        return (ours.getScheme() + "://" + ours.getAuthority())
                .equals(exchange.getRequest().getHeaders().getOrigin());
    }

    private URI pastKeycloak() {
        return UriComponentsBuilder.fromUriString(settings.keycloak().forBrowser("logout"))
                .queryParam("client_id", "gateway")
                .queryParam("post_logout_redirect_uri", "{signedOut}")
                .encode()
                .buildAndExpand(settings.publicUrl(KeycloakSignOut.SIGNED_OUT))
                .toUri();
    }

    private static ResponseEntity<WayOut> wayOut(ServerWebExchange exchange, URI to) {
        var answer = ErrorResponses.opensPage(exchange)
                ? ResponseEntity.status(HttpStatus.SEE_OTHER).location(to)
                : ResponseEntity.ok();
        // The storage stays: it may hold the unsent words of another member, encrypted with a key that only they get.
        answer.header("Clear-Site-Data", "\"cookies\"").header(HttpHeaders.CACHE_CONTROL, "no-store");
        return ErrorResponses.opensPage(exchange) ? answer.build() : answer.body(new WayOut(to.toString()));
    }
}
